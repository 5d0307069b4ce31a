// A list of flat structures as a table: one row an element, one column a field that any of them has.
#pragma once

#include "schema/schema.h"
#include "study/json.h"
#include "web/html.h"

#include <vector>

namespace trialdex::web {

// Whether all elements are objects of scalars and lists of scalars that the schema knows.
bool is_flat(const schema::Node& structure, study::Value elements);

// `hidden`, by schema node id, leaves out columns. Explanations of the columns stand above the table, on demand.
void plain_table(Html& html, const schema::Node& structure, study::Value elements,
                 const std::vector<bool>* hidden = nullptr);

} // namespace trialdex::web
