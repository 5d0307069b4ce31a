#include "web/components/plain_table.h"

#include "web/components/value.h"

namespace trialdex::web {

namespace {

bool is_known_leaf(const schema::Node& structure, study::Value member) {
    const schema::Node* node = schema::find_child(structure, member.key());
    return node && node->is_leaf();
}

std::vector<const schema::Node*> columns_of(const schema::Node& structure, study::Value elements,
                                            const std::vector<bool>* hidden) {
    std::vector<const schema::Node*> columns;
    for (const schema::Node& node : schema::children(structure)) {
        if (!node.is_leaf() || (hidden && (*hidden)[node.id])) continue;
        for (const study::Value element : elements) {
            if (!element[node.name]) continue;
            columns.push_back(&node);
            break;
        }
    }
    return columns;
}

void explanations(Html& html, const std::vector<const schema::Node*>& columns) {
    html.open("details", {{"class", "explain legend"}}).element("summary", "What the columns mean").open("dl");
    for (const schema::Node* node : columns) {
        html.element("dt", node->label).element("dd", node->explanation);
    }
    html.close("dl").close("details");
}

} // namespace

bool is_flat(const schema::Node& structure, study::Value elements) {
    for (const study::Value element : elements) {
        if (!element.is_object()) return false;
        for (const study::Value member : element) {
            if (!is_known_leaf(structure, member)) return false;
        }
    }
    return true;
}

void plain_table(Html& html, const schema::Node& structure, study::Value elements, const std::vector<bool>* hidden) {
    const auto columns = columns_of(structure, elements, hidden);
    if (columns.empty()) return;
    explanations(html, columns);
    html.open("div", {{"class", "table"}, {"role", "region"}, {"aria-label", structure.label}, {"tabindex", "0"}});
    html.open("table").open("thead").open("tr");
    for (const schema::Node* node : columns) html.element("th", node->label, {{"scope", "col"}});
    html.close("tr").close("thead").open("tbody");
    for (const study::Value element : elements) {
        html.open("tr");
        for (const schema::Node* node : columns) {
            html.open("td");
            if (const study::Value field = element[node->name]) {
                value(html, *node, field);
            } else {
                html.element("span", "not stated", {{"class", "absent"}});
            }
            html.close("td");
        }
        html.close("tr");
    }
    html.close("tbody").close("table").close("div");
}

} // namespace trialdex::web
