// The fields of a node: label, explanation, value, and what each code means; and, folded, what the record does not
// hold.
#pragma once

#include "web/pages/module_page/view.h"

#include <span>
#include <string_view>
#include <vector>

namespace trialdex::web::nodes {

// All fields that stand on the node's own page, as items of a <dl class="fields">. Returns whether there are any.
bool node_fields(Html& html, const ModuleView& view, const NodeRef& object);

// The labels of fields and structures that the schema has here and the record has not.
void absent_members(Html& html, const NodeRef& object);

// A field's value wherever it stands: group ids with the group's title, the rest by its type.
void field_value(Html& html, const ModuleView& view, const LocalGroups& groups, const NodeRef& field);

// The codes of a value (one or a list), each once.
void append_codes(std::vector<std::string_view>& codes, study::Value value);

// What these codes mean, a paragraph each; with their words in front when there are several.
void code_meanings(Html& html, const schema::EnumType& type, std::span<const std::string_view> codes);

} // namespace trialdex::web::nodes
