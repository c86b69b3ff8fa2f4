# Writes to OUTPUT those entries of DATABASE, a compile_commands.json of CMake's,
# that compile sources of TARGET:
#   cmake -D TARGET=... -D DATABASE=... -D OUTPUT=... -P KmdfCommandsOf.cmake
cmake_minimum_required(VERSION 3.20)

if(NOT EXISTS "${DATABASE}")
  message(FATAL_ERROR "There is no ${DATABASE}; configure the project anew.")
endif()
file(READ "${DATABASE}" database)
string(JSON count LENGTH "${database}")
set(entries "[]")
set(kept 0)
math(EXPR last "${count} - 1")
foreach(number RANGE 0 ${last})
  string(JSON entry GET "${database}" ${number})
  # CMake before 3.25 has no "output"; the command names the object, too.
  string(FIND "${entry}" "CMakeFiles/${TARGET}.dir/" position)
  if(NOT position EQUAL -1)
    string(JSON entries SET "${entries}" ${kept} "${entry}")
    math(EXPR kept "${kept} + 1")
  endif()
endforeach()
if(kept EQUAL 0)
  message(FATAL_ERROR "${TARGET} has no C or C++ source to analyse.")
endif()
file(WRITE "${OUTPUT}" "${entries}\n")
