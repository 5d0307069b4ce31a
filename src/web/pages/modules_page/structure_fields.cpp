#include "web/pages/modules_page/structure_fields.h"

#include "web/components/value.h"

#include <string>

namespace trialdex::web {

namespace {

using schema::Node;
using schema::ValueKind;

std::string_view kind_words(ValueKind kind) {
    switch (kind) {
    case ValueKind::Markup: return "text with paragraphs and lists";
    case ValueKind::Boolean: return "yes or no";
    case ValueKind::Integer: return "whole number";
    case ValueKind::Number: return "number";
    case ValueKind::Date: return "day";
    case ValueKind::PartialDate: return "day, month or year";
    case ValueKind::DateTime: return "day and time";
    case ValueKind::Time: return "length of time or age";
    case ValueKind::GeoPoint: return "place on the map";
    case ValueKind::Enum: return "code";
    default: return "text";
    }
}

std::string type_words(const Node& field) {
    std::string words(kind_words(field.value));
    if (field.list) words = "list: " + words;
    if (field.limit > 0) words += ", up to " + grouped(std::uint64_t{field.limit}) + " characters";
    return words;
}

void codes(Html& html, const schema::EnumType& type) {
    html.open("details", {{"class", "codes"}}).element("summary", "Codes: " + std::to_string(type.values.size()));
    html.open("dl");
    for (const schema::EnumValue& value : type.values) {
        html.open("div").open("dt").text(value.label).text(" ").element("code", value.value).close("dt");
        html.element("dd", value.explanation).close("div");
    }
    html.close("dl").close("details");
}

void field_row(Html& html, const Node& field) {
    html.open("tr", {{"id", field.piece}}).open("th", {{"scope", "row"}}).text(field.label);
    html.element("code", field.name).close("th");
    html.open("td").element("code", field.piece).close("td");
    html.element("td", type_words(field));
    html.open("td").element("p", field.explanation);
    if (field.enum_type) codes(html, *field.enum_type);
    html.close("td").close("tr");
}

} // namespace

void structure_fields(Html& html, const Node& structure) {
    std::size_t count = 0;
    for (const Node& child : schema::children(structure)) count += child.is_leaf() ? 1 : 0;
    if (count == 0) return;
    html.open("details", {{"class", "structure-fields"}}).element("summary", "Fields: " + std::to_string(count));
    const std::string label = "Fields of " + std::string(structure.label);
    html.open("div", {{"class", "table"}, {"role", "group"}, {"tabindex", "0"}, {"aria-label", label}});
    html.open("table", {{"class", "elements"}}).open("thead").open("tr");
    for (const std::string_view head : {"Field", "Name in searches", "Kind of value", "What it tells"}) {
        html.element("th", head, {{"scope", "col"}});
    }
    html.close("tr").close("thead").open("tbody");
    for (const Node& child : schema::children(structure)) {
        if (child.is_leaf()) field_row(html, child);
    }
    html.close("tbody").close("table").close("div").close("details");
}

} // namespace trialdex::web
