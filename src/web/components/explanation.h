// Explanations on demand: a label or a code in words that opens in place, without script and not on hover.
#pragma once

#include "schema/schema.h"
#include "web/html.h"

#include <string_view>

namespace trialdex::web {

// The label of a field or structure; opens to its explanation when the schema has one.
void explained_label(Html& html, const schema::Node& node);

// A code in words with the code beside it; opens to what the code means.
void explained_code(Html& html, const schema::EnumType& type, std::string_view code);

} // namespace trialdex::web
