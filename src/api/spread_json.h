// The layout in which the registry sends its metadata: objects over several lines, lists within theirs.
#pragma once

#include <string>
#include <string_view>

namespace trialdex::api {

// `compact` is JSON without white space outside its strings.
std::string spread_json(std::string_view compact);

} // namespace trialdex::api
