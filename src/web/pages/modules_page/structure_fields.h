// The fields of one structure as the schema has them: label, names, type, what they tell and what their codes mean.
#pragma once

#include "schema/schema.h"
#include "web/html.h"

namespace trialdex::web {

// <details> with a table; nothing for a structure without fields of its own.
void structure_fields(Html& html, const schema::Node& structure);

} // namespace trialdex::web
