# One language level and one set of warnings for everything that is ours.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
  add_link_options(-fuse-ld=mold)
endif()

# Counting bits and comparing columns gain a lot from instructions of 2013 and later. A program built here must run
# here, so they are used when this machine has them; for a program that travels, set TRIALDEX_ARCHITECTURE to x86-64.
if(NOT DEFINED TRIALDEX_ARCHITECTURE)
  include(CheckCXXSourceRuns)
  check_cxx_source_runs("int main() { return __builtin_cpu_supports(\"avx2\") && __builtin_cpu_supports(\"bmi2\") ? 0 : 1; }"
                        TRIALDEX_HAS_AVX2)
  set(TRIALDEX_ARCHITECTURE "" CACHE STRING "Value of -march, empty for the compiler's own")
  if(TRIALDEX_HAS_AVX2)
    set(TRIALDEX_ARCHITECTURE "x86-64-v3" CACHE STRING "Value of -march, empty for the compiler's own" FORCE)
  endif()
endif()
if(TRIALDEX_ARCHITECTURE)
  add_compile_options(-march=${TRIALDEX_ARCHITECTURE})
endif()

# Paths inside objects are relative to the source: caches work across clones, and no machine's path ships.
add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
add_compile_options(-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
                    -Woverloaded-virtual -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports false positives of these three in the standard library at -O2 and above.
  add_compile_options(-Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow)
else()
  # libstdc++ 12 sorts stably with a function that it calls deprecated itself.
  add_compile_options(-Wno-deprecated-declarations)
endif()
if(TRIALDEX_SANITIZE)
  if(TRIALDEX_SANITIZE MATCHES thread AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-tsan) # Asio has memory fences, which the sanitizer does not follow; its locks it does
  endif()
  add_compile_options(-fsanitize=${TRIALDEX_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${TRIALDEX_SANITIZE})
endif()
if(TRIALDEX_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link) # what libFuzzer steers by
endif()
