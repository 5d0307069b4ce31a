// A list of structures as a table: a row for each element that leads to its page, a column for each field that any of
// them has, and for figures by group a column for each group.
#pragma once

#include "web/pages/module_page/view.h"

#include <cstddef>

namespace trialdex::web::nodes {

// Elements `begin` to `end` of `list`, whose groups are `groups`. `is_own_page`: the table is what the page is about,
// so that addresses of fields ("#label") lead to its columns.
void element_table(Html& html, const ModuleView& view, const NodeRef& list, const LocalGroups& groups,
                   std::size_t begin, std::size_t end, bool is_own_page);

} // namespace trialdex::web::nodes
