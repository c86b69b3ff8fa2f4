# `cpack` makes a Debian package for the LLVM that this is built against. It loads
# into exactly one version of clang, which is what it depends on.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME kmdf-checkers-${KMDF_LLVM_VERSION})
set(CPACK_PACKAGE_VENDOR "The KMDF checkers' developers")
set(CPACK_PACKAGE_CONTACT "The KMDF checkers' developers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
  "lock rules for KMDF drivers (clang ${KMDF_LLVM_VERSION})")
set(CPACK_PACKAGE_DESCRIPTION
  "kmdf-scan proves that the callbacks of Windows KMDF drivers acquire and
release their wait locks in balance, or shows where they do not. The rules are
a plugin for the Clang Static Analyzer of clang ${KMDF_LLVM_VERSION}, and carry the names that
they have in Microsoft's Static Driver Verifier. No Windows, no Windows Driver
Kit and no build of the driver is needed.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
foreach(part MAJOR MINOR PATCH)
  get_directory_property(${part} DIRECTORY checker/engine
    DEFINITION LLVM_VERSION_${part})
endforeach()
math(EXPR NEXT "${PATCH} + 1")
# LLVM's packages have the epoch 1.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "clang-${KMDF_LLVM_VERSION} (>= 1:${MAJOR}.${MINOR}.${PATCH}~)"
  "clang-${KMDF_LLVM_VERSION} (<< 1:${MAJOR}.${MINOR}.${NEXT}~)"
  "ninja-build" "python3 (>= 3.9)")
list(JOIN CPACK_DEBIAN_PACKAGE_DEPENDS ", " CPACK_DEBIAN_PACKAGE_DEPENDS)
# Packages for several LLVMs have the same kmdf-scan.
set(CPACK_DEBIAN_PACKAGE_PROVIDES kmdf-checkers)
set(CPACK_DEBIAN_PACKAGE_CONFLICTS kmdf-checkers)
set(CPACK_DEBIAN_PACKAGE_REPLACES kmdf-checkers)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

configure_file(packaging/debian/postinst.in ${generated}/postinst @ONLY)
configure_file(packaging/debian/prerm.in ${generated}/prerm @ONLY)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  "${generated}/postinst;${generated}/prerm")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
