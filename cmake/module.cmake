# trialdex_module(<name> [LINK <targets>...] [SOURCES <generated files>...]):
# the static library trialdex_<name> out of all .cpp files below src/<name>.
function(trialdex_module name)
  cmake_parse_arguments(MODULE "" "" "LINK;SOURCES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  add_library(trialdex_${name} STATIC ${sources} ${MODULE_SOURCES})
  target_include_directories(trialdex_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(trialdex_${name} PUBLIC ${MODULE_LINK})
endfunction()
