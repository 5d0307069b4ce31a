// What a node is called on a page: the schema's label, the structure's own name, the title that an element gives
// itself.
#pragma once

#include "schema/schema.h"
#include "study/json.h"
#include "study/node_path.h"

#include <string>
#include <string_view>

namespace trialdex::web::nodes {

// "DescriptionModule" → "Description Module", "IPDSharingStatementModule" → "IPD Sharing Statement Module".
std::string spaced_name(std::string_view camel_case);

// The label of a structure or field; for what the schema does not know its JSON name in words ("bmiLimits" → "Bmi
// limits").
std::string node_label(const schema::Node* node, std::string_view json_name);

// In breadcrumbs sections and modules go by the name that researchers know ("Description Module"), all else by its
// label.
std::string structure_name(const schema::Node* node, std::string_view json_name);

// The member that names an element among its like (label, title, name, measure, ...); absent when it has none.
study::Value title_member(const schema::Node* node, study::Value element);

// "Placebo"; without a title of its own "Violation identified, 26 May 2022" (kind and day) or "Statistical analysis 3".
std::string element_title(const study::PathStep& element);

// At most the room of `limit` Latin letters (a Chinese one takes two) on one line, cut at a word, with an ellipsis;
// entities and the backslash escapes of markup are taken off.
std::string shortened(std::string_view text, std::size_t limit);

// "Groups: 12": plural and singular of every label would be needed for anything else.
std::string counted(std::string_view label, std::size_t count);

} // namespace trialdex::web::nodes
