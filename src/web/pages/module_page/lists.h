// How a list of structures is shown: most as a table, what has figures by group as a table of figures, and what has
// tables of its own (outcome measures, periods, analyses) as one block after the other.
#pragma once

#include "web/pages/module_page/view.h"

#include <cstddef>

namespace trialdex::web::nodes {

// How many elements of `list` its own page shows at a time, and how many its parent's page shows of it.
std::size_t elements_per_page(const schema::Node* list);
std::size_t elements_on_parent(const schema::Node* list);

// Elements `begin` to `end` of `list`, which is the page's own node or a child of it.
void element_list(Html& html, const ModuleView& view, const NodeRef& list, std::size_t begin, std::size_t end);

} // namespace trialdex::web::nodes
