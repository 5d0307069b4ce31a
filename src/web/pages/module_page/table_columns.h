// Which columns a table of a list has: the member that names its rows, the members that any element has in the schema's
// order, and, apart from them, what is the same in all rows and need be said once only.
#pragma once

#include "web/path/node_ref.h"

#include <string_view>
#include <vector>

namespace trialdex::web::nodes {

struct Column {
    const schema::Node* node; // nullptr: unknown to the schema
    std::string_view name;
};

struct TableColumns {
    std::string_view title; // empty: nothing names the rows
    const schema::Node* title_node = nullptr;
    std::vector<Column> columns;
    std::vector<Column> same_in_all;
};

// `left_out` is a member that the table shows in its own way; empty: none.
TableColumns table_columns(const NodeRef& list, std::string_view left_out);

} // namespace trialdex::web::nodes
