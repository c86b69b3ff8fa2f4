# kmdf_analyze(<target>
#              [NAME <name>]      the new target's name; kmdf-<target> if not given
#              [OUT <folder>]     where its report goes; kmdf-report/<target> in
#                                 the build folder if not given
#              [RULES <rule>...]  the rules to check; all if not given
#              [OPTIONS <option>...]  more options for kmdf-scan
#              [ALL])             the default build makes it, too
#
# Adds a target that runs kmdf-scan on the C and C++ sources of <target>, with the
# commands that compile them. They need not have been compiled. It fails if a
# defect is found. It is for generators of Makefiles and of Ninja's, which write
# these commands.
include_guard(GLOBAL)

set(_KMDF_COMMANDS_OF "${CMAKE_CURRENT_LIST_DIR}/KmdfCommandsOf.cmake")

function(kmdf_analyze target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "ALL" "NAME;OUT" "RULES;OPTIONS")
  if(arg_UNPARSED_ARGUMENTS OR arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "kmdf_analyze(${target}): cannot read "
      "'${arg_UNPARSED_ARGUMENTS}${arg_KEYWORDS_MISSING_VALUES}'; it takes NAME, "
      "OUT, RULES, OPTIONS and ALL, with their values.")
  endif()
  if(NOT TARGET "${target}")
    message(FATAL_ERROR "kmdf_analyze(${target}): there is no such target; call "
      "it after add_library or add_executable.")
  endif()
  get_target_property(imported "${target}" IMPORTED)
  get_target_property(type "${target}" TYPE)
  if(imported OR type STREQUAL "INTERFACE_LIBRARY" OR type STREQUAL "UTILITY")
    message(FATAL_ERROR "kmdf_analyze(${target}): this target compiles nothing.")
  endif()
  if(NOT CMAKE_GENERATOR MATCHES "Makefiles|Ninja")
    message(FATAL_ERROR "kmdf_analyze(${target}): ${CMAKE_GENERATOR} does not "
      "write down how it compiles; use a generator of Makefiles or of Ninja's, or "
      "give kmdf-scan the project file.")
  endif()

  set(name "kmdf-${target}")
  if(arg_NAME)
    set(name "${arg_NAME}")
  endif()
  set(out "${CMAKE_CURRENT_BINARY_DIR}/kmdf-report/${target}")
  if(arg_OUT)
    get_filename_component(out "${arg_OUT}" ABSOLUTE
      BASE_DIR "${CMAKE_CURRENT_BINARY_DIR}")
  endif()
  set(options --out "${out}")
  if(arg_RULES)
    string(REPLACE ";" "," rules "${arg_RULES}")
    list(APPEND options --rules "${rules}")
  endif()
  set(all)
  if(arg_ALL)
    set(all ALL)
  endif()

  set(commands
    "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${name}.dir/compile_commands.json")
  set_target_properties("${target}" PROPERTIES EXPORT_COMPILE_COMMANDS ON)
  add_custom_target("${name}" ${all}
    COMMAND "${CMAKE_COMMAND}" -D "TARGET=${target}"
      -D "DATABASE=${CMAKE_BINARY_DIR}/compile_commands.json"
      -D "OUTPUT=${commands}" -P "${_KMDF_COMMANDS_OF}"
    COMMAND "${KmdfCheckers_SCAN}" ${options} ${arg_OPTIONS} "${commands}"
    COMMENT "Analysing ${target} with kmdf-scan"
    BYPRODUCTS "${commands}"
    USES_TERMINAL VERBATIM)
endfunction()
