// A list of flat structures as a table: one row an element, one column a field that any of them has.
#pragma once

#include "schema/schema.h"
#include "study/json.h"
#include "web/html.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace trialdex::web {

// Whether all elements are objects of scalars and lists of scalars that the schema knows.
bool is_flat(const schema::Node& structure, study::Value elements);

struct PlainTableOptions {
    const std::vector<bool>* hidden = nullptr;   // by schema node id: columns to leave out
    std::span<const std::string_view> skip = {}; // JSON names of columns to leave out
    // A first column of its own, put together by hand; of the fields in `in_head` it shows more than their names, and
    // they are explained with the columns.
    std::string_view head_label = {};
    std::span<const std::string_view> in_head = {};
    std::function<void(study::Value element)> head = nullptr;
};

// Explanations of the columns stand above the table, on demand.
void plain_table(Html& html, const schema::Node& structure, study::Value elements,
                 const PlainTableOptions& options = {});

} // namespace trialdex::web
