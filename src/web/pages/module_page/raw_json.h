// The JSON of a node as it stands in the record, laid out for reading.
#pragma once

#include "web/pages/module_page/view.h"

#include <string>
#include <string_view>

namespace trialdex::web::nodes {

// Beyond this the page only leads to the JSON: 1,351,114 bytes are the largest real record, most nodes have under
// 10,000.
inline constexpr std::size_t kMaxRawJsonBytes = 64 * 1024;

// `json` must be one valid JSON value. Two spaces an indent; strings and numbers as they stand.
std::string pretty_json(std::string_view json);

// <details> with the JSON, and links to the API's answers with it.
void raw_json(Html& html, const ModuleView& view);

} // namespace trialdex::web::nodes
