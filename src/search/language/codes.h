// Which code of a field do these words name? By the value, the classic registry's wording or our label.
#pragma once

#include "schema/schema.h"

#include <string>
#include <string_view>

namespace trialdex::search {

// Lower case (ASCII), with '_', '-', '/' and white space all the same: one blank between words, none at the ends.
std::string code_key(std::string_view words);

// nullptr when no code of the node's enum is so called; `node.enum_type` must be set.
const schema::EnumValue* find_code(const schema::Node& node, std::string_view words);

} // namespace trialdex::search
