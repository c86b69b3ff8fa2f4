# What `cmake --install` puts where. The installed parts find each other by paths
# relative to themselves, so that the prefix may be chosen, and moved, afterwards.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

foreach(folder BINDIR LIBDIR DATADIR MANDIR)
  if(IS_ABSOLUTE "${CMAKE_INSTALL_${folder}}")
    message(FATAL_ERROR "CMAKE_INSTALL_${folder} is ${CMAKE_INSTALL_${folder}}; "
      "give it relative to the prefix, for the installation to be movable.")
  endif()
endforeach()

# The plugin stands alone in its folder, one for each LLVM: CodeChecker loads all
# that is in the folder that it is given.
set(KMDF_PLUGIN_DIR
  ${CMAKE_INSTALL_LIBDIR}/kmdf-checkers/llvm-${KMDF_LLVM_VERSION})
set(KMDF_DATA_DIR ${CMAKE_INSTALL_DATADIR}/kmdf-checkers)
set(KMDF_DOC_DIR
  ${CMAKE_INSTALL_DATADIR}/doc/kmdf-checkers-${KMDF_LLVM_VERSION})
set(KMDF_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/KmdfCheckers)

file(RELATIVE_PATH KMDF_BIN_TO_DATA
  "/prefix/${CMAKE_INSTALL_BINDIR}" "/prefix/${KMDF_DATA_DIR}")
file(RELATIVE_PATH KMDF_SCAN_TO_PLUGIN
  "/prefix/${KMDF_DATA_DIR}/kmdf_scan" "/prefix/${KMDF_PLUGIN_DIR}")
set(generated ${PROJECT_BINARY_DIR}/packaging)
configure_file(packaging/cmake/kmdf-scan.in ${generated}/kmdf-scan @ONLY)
configure_file(packaging/cmake/places.json.in ${generated}/places.json @ONLY)

install(TARGETS KmdfCheckers LIBRARY DESTINATION ${KMDF_PLUGIN_DIR})
install(PROGRAMS ${generated}/kmdf-scan DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY scripts/kmdf_scan DESTINATION ${KMDF_DATA_DIR}
  USE_SOURCE_PERMISSIONS PATTERN __pycache__ EXCLUDE)
install(FILES ${generated}/places.json DESTINATION ${KMDF_DATA_DIR}/kmdf_scan)
install(DIRECTORY include DESTINATION ${KMDF_DATA_DIR})
install(DIRECTORY docs/rules DESTINATION ${KMDF_DATA_DIR})

install(FILES README.md DESTINATION ${KMDF_DOC_DIR})
install(FILES LICENSE packaging/debian/copyright DESTINATION ${KMDF_DOC_DIR})
install(DIRECTORY docs examples DESTINATION ${KMDF_DOC_DIR})
# Compressed as Debian has them, without the time, so that it is the same each time.
add_custom_command(OUTPUT ${generated}/kmdf-scan.1.gz
  COMMAND sh -c "gzip -9nc \"$1\" >\"$2\"" gzip
    ${PROJECT_SOURCE_DIR}/packaging/man/kmdf-scan.1 ${generated}/kmdf-scan.1.gz
  DEPENDS packaging/man/kmdf-scan.1 VERBATIM)
add_custom_target(manual ALL DEPENDS ${generated}/kmdf-scan.1.gz)
install(FILES ${generated}/kmdf-scan.1.gz
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES packaging/completion/kmdf-scan.bash
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
  RENAME kmdf-scan)
install(FILES packaging/completion/_kmdf-scan
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)

configure_package_config_file(packaging/cmake/KmdfCheckersConfig.cmake.in
  ${generated}/KmdfCheckersConfig.cmake
  INSTALL_DESTINATION ${KMDF_CMAKE_DIR}
  PATH_VARS CMAKE_INSTALL_BINDIR KMDF_DATA_DIR KMDF_PLUGIN_DIR)
write_basic_package_version_file(${generated}/KmdfCheckersConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${generated}/KmdfCheckersConfig.cmake
  ${generated}/KmdfCheckersConfigVersion.cmake
  packaging/cmake/KmdfAnalyze.cmake
  packaging/cmake/KmdfCommandsOf.cmake
  DESTINATION ${KMDF_CMAKE_DIR})
