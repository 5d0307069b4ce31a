#include "web/pages/module_page/fields.h"

#include "web/components/value.h"
#include "web/path/node_words.h"

#include <algorithm>
#include <vector>

namespace trialdex::web::nodes {

namespace {

using schema::ValueKind;
using study::Value;

bool is_group_reference(std::string_view name) { return name == "groupId" || name == "groupIds"; }

void group_references(Html& html, const ModuleView& view, const LocalGroups& groups, Value ids) {
    if (!ids.is_array()) return group_name(html, groups, ids.text(), view.request.address);
    html.open("ul", {{"class", "values"}});
    for (Value id : ids) {
        html.open("li");
        group_name(html, groups, id.text(), view.request.address);
        html.close("li");
    }
    html.close("ul");
}

std::string_view explanation_of(const schema::Node* field) {
    return field ? field->explanation
                 : std::string_view("This field is not in the published structure of records; it is shown as it came.");
}

void one_field(Html& html, const ModuleView& view, const NodeRef& field) {
    const std::string_view name = field.value.key();
    const bool is_text = field.node && field.node->value == ValueKind::Markup;
    html.open("div", {{"id", name}, {"class", is_text ? "field field-text" : "field"}});
    html.open("dt").text(node_label(field.node, name)).text(" ").element("code", name).close("dt");
    html.element("dd", explanation_of(field.node), {{"class", "field-explanation"}});
    html.open("dd", {{"class", "field-value"}});
    field_value(html, view, view.groups, field);
    if (field.node && field.node->enum_type) {
        std::vector<std::string_view> codes;
        append_codes(codes, field.value);
        code_meanings(html, *field.node->enum_type, codes);
    }
    html.close("dd").close("div");
}

} // namespace

void append_codes(std::vector<std::string_view>& codes, Value value) {
    const auto add = [&](Value code) {
        if (code.is_string() && std::find(codes.begin(), codes.end(), code.text()) == codes.end()) {
            codes.push_back(code.text());
        }
    };
    if (!value.is_array()) return add(value);
    for (Value code : value) add(code);
}

void code_meanings(Html& html, const schema::EnumType& type, std::span<const std::string_view> codes) {
    for (const std::string_view code : codes) {
        const schema::EnumValue* known = type.find(code);
        if (!known || known->explanation.empty()) continue;
        html.open("p", {{"class", "code-meaning"}});
        if (codes.size() > 1) html.element("b", known->label).text(": ");
        html.text(known->explanation).close("p");
    }
}

void field_value(Html& html, const ModuleView& view, const LocalGroups& groups, const NodeRef& field) {
    const bool is_list = field.value.is_array() || field.value.is_object();
    if (is_list ? field.value.size() == 0 : field.value.text().empty()) {
        html.element("span", "empty in the record", {{"class", "absent"}});
        return;
    }
    if (is_group_reference(field.value.key())) return group_references(html, view, groups, field.value);
    if (!field.node) return unknown_value(html, field.value);
    value(html, *field.node, field.value);
}

bool node_fields(Html& html, const ModuleView& view, const NodeRef& object) {
    bool written = false;
    const auto write = [&](const NodeRef& field) {
        if (!field.value || !field.is_leaf()) return;
        written = true;
        one_field(html, view, field);
    };
    if (object.node) {
        for (const schema::Node& child : schema::children(*object.node)) write(object.member(child.name));
    }
    for (Value member : object.value) {
        if (!object.node || !schema::find_child(*object.node, member.key())) write(object.member(member));
    }
    return written;
}

void absent_members(Html& html, const NodeRef& object) {
    if (!object.node || !object.value.is_object()) return;
    std::vector<const schema::Node*> absent;
    for (const schema::Node& child : schema::children(*object.node)) {
        if (!object.value[child.name]) absent.push_back(&child);
    }
    if (absent.empty()) return;
    html.open("details", {{"class", "absent-members"}, {"id", "absent"}});
    html.open("summary")
        .text(counted("Not in this record", absent.size()))
        .close("summary")
        .open("dl", {{"class", "fields"}});
    for (const schema::Node* child : absent) {
        html.open("div", {{"id", child->name}, {"class", "field"}})
            .open("dt")
            .text(node_label(child, child->name))
            .text(" ");
        html.element("code", child->name)
            .close("dt")
            .element("dd", child->explanation, {{"class", "field-explanation"}})
            .close("div");
    }
    html.close("dl").close("details");
}

} // namespace trialdex::web::nodes
