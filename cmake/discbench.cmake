# One folder is one library, and its link list is its include rule: discbench_library() records both in
# layers.txt, which tests/tidy_test.cc reads.

set(DISCBENCH_WARNINGS -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wnon-virtual-dtor
                       -Woverloaded-virtual)
add_compile_options(${DISCBENCH_WARNINGS})
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees overlap where std::string is put together with operator+, and at -O3 only.
  add_compile_options(-Wno-restrict)
endif()

if(DISCBENCH_SANITIZE)
  # vptr is off: it reports every vendor library that was built without RTTI.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined -fno-sanitize=vptr)
endif()

if(DISCBENCH_SANITIZE_THREADS)
  # Its runtime is another one than the two above: a build of its own.
  if(DISCBENCH_SANITIZE)
    message(FATAL_ERROR "DISCBENCH_SANITIZE and DISCBENCH_SANITIZE_THREADS do not go together")
  endif()
  add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
  add_link_options(-fsanitize=thread)
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  find_program(DISCBENCH_LLD NAMES ld.lld-14 ld.lld)
  if(DISCBENCH_LLD)
    add_link_options(-fuse-ld=lld)
  endif()
endif()

# Objects and messages name the sources from the top of the tree, wherever that is. The second form is ccache's, which
# hands the compiler paths from the build folder on.
cmake_path(RELATIVE_PATH CMAKE_SOURCE_DIR BASE_DIRECTORY ${CMAKE_BINARY_DIR} OUTPUT_VARIABLE DISCBENCH_TOP_FROM_BUILD)
add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}=. -ffile-prefix-map=${DISCBENCH_TOP_FROM_BUILD}=.)

find_program(DISCBENCH_CCACHE ccache)
if(DISCBENCH_CCACHE)
  # The sloppiness lets ccache look through precompiled headers. Two copies of the tree share what bears no path of
  # either (the tests do, for their data); messages name whole paths all the same.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=true CCACHE_ABSSTDERR=true
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${DISCBENCH_CCACHE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
  endif()
endif()

set_property(GLOBAL PROPERTY DISCBENCH_LAYERS "")

function(discbench_record_layer name)
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  list(JOIN ARGN " " links)
  set_property(GLOBAL APPEND PROPERTY DISCBENCH_LAYERS "${folder}: ${name} -> ${links}")
endfunction()

# discbench_library(NAME SOURCES a.cc b.cc LINKS other... EXTERNAL Boost::x...)
function(discbench_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;EXTERNAL" ${ARGN})
  if(ARG_SOURCES)
    add_library(${name} STATIC ${ARG_SOURCES})
    set(scope PUBLIC)
  else()
    add_library(${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${name} ${scope} ${CMAKE_SOURCE_DIR}/simulator ${CMAKE_SOURCE_DIR}/harness)
  target_link_libraries(${name} ${scope} ${ARG_LINKS} ${ARG_EXTERNAL})
  discbench_record_layer(${name} ${ARG_LINKS})
endfunction()

# discbench_program(NAME OUTPUT file-name SOURCES ... LINKS ...)
function(discbench_program name)
  cmake_parse_arguments(ARG "" "OUTPUT" "SOURCES;LINKS;EXTERNAL" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES OUTPUT_NAME ${ARG_OUTPUT})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/simulator ${CMAKE_SOURCE_DIR}/harness)
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} ${ARG_EXTERNAL})
  discbench_record_layer(${name} ${ARG_LINKS})
endfunction()

# discbench_manual_page(TARGET PROGRAM): share/man/man1/PROGRAM.1 in the build folder, as the program prints it.
function(discbench_manual_page target program)
  add_custom_command(TARGET ${target} POST_BUILD VERBATIM
    COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:${target}> -DPAGE=${CMAKE_BINARY_DIR}/share/man/man1/${program}.1
            -P ${CMAKE_SOURCE_DIR}/cmake/write_manual_page.cmake)
endfunction()

function(discbench_write_layers)
  get_property(layers GLOBAL PROPERTY DISCBENCH_LAYERS)
  list(JOIN layers "\n" text)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/layers.txt CONTENT "${text}\n" @ONLY)
endfunction()

# discbench_test(NAME SOURCES ... LINKS ... [DEFINITIONS ...] [DEPENDS target...] [LABELS thorough]): a GoogleTest
# program whose tests are ctest's tests. tests/all leaves the label "thorough" out unless it is asked for. The programs
# with the label "threads" are those that the build under ThreadSanitizer consists of: its target of that name.
function(discbench_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;DEFINITIONS;DEPENDS;LABELS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/simulator ${CMAKE_SOURCE_DIR}/harness
                                             ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} GTest::gmock_main)
  target_compile_definitions(${name} PRIVATE
    DISCBENCH_SOURCE_DIR="${CMAKE_SOURCE_DIR}" DISCBENCH_BINARY_DIR="${CMAKE_BINARY_DIR}" ${ARG_DEFINITIONS})
  target_precompile_headers(${name} REUSE_FROM discbench_test_headers)
  if(ARG_DEPENDS)
    add_dependencies(${name} ${ARG_DEPENDS})
  endif()
  if("threads" IN_LIST ARG_LABELS)
    set_property(GLOBAL APPEND PROPERTY DISCBENCH_THREADS_TESTS ${name})
  endif()
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST NO_PRETTY_VALUES PROPERTIES TIMEOUT 300 LABELS "${ARG_LABELS}")
endfunction()

# discbench_must_not_compile(NAME source.cc EXPECT regex [MISTAKE MACRO]): two tests of one source. NAME.is_refused:
# with the macro (DISCBENCH_MISTAKE by itself) defined the compiler fails, and its message matches. NAME.twin_compiles:
# without the macro it succeeds, so that nothing but the mistake can be the reason.
function(discbench_must_not_compile name source)
  cmake_parse_arguments(ARG "" "EXPECT;MISTAKE" "" ${ARGN})
  if(NOT ARG_EXPECT)
    message(FATAL_ERROR "discbench_must_not_compile(${name}): EXPECT names what the compiler's message must match")
  endif()
  if(NOT ARG_MISTAKE)
    set(ARG_MISTAKE DISCBENCH_MISTAKE)
  endif()
  cmake_path(ABSOLUTE_PATH source)
  set(compile ${CMAKE_CXX_COMPILER} -std=c++${CMAKE_CXX_STANDARD} -fsyntax-only ${DISCBENCH_WARNINGS}
              -I${CMAKE_SOURCE_DIR}/simulator -I${CMAKE_SOURCE_DIR}/harness)
  add_test(NAME ${name}.twin_compiles COMMAND ${compile} ${source})
  add_test(NAME ${name}.is_refused
           COMMAND ${CMAKE_COMMAND} "-DEXPECT=${ARG_EXPECT}" -P ${CMAKE_SOURCE_DIR}/cmake/must_fail.cmake
                   -- ${compile} -D${ARG_MISTAKE} ${source})
  set_tests_properties(${name}.twin_compiles ${name}.is_refused PROPERTIES TIMEOUT 300)
endfunction()
