#include "web/components/plain_table.h"

#include "web/components/value.h"

#include <algorithm>

namespace trialdex::web {

namespace {

bool is_known_leaf(const schema::Node& structure, study::Value member) {
    const schema::Node* node = schema::find_child(structure, member.key());
    return node && node->is_leaf();
}

bool is_left_out(const schema::Node& node, const PlainTableOptions& options) {
    return (options.hidden && (*options.hidden)[node.id]) ||
           std::find(options.skip.begin(), options.skip.end(), node.name) != options.skip.end();
}

bool is_in_head(const schema::Node& node, const PlainTableOptions& options) {
    return std::find(options.in_head.begin(), options.in_head.end(), node.name) != options.in_head.end();
}

std::vector<const schema::Node*> columns_of(const schema::Node& structure, study::Value elements,
                                            const PlainTableOptions& options) {
    std::vector<const schema::Node*> columns;
    for (const schema::Node& node : schema::children(structure)) {
        if (!node.is_leaf() || is_left_out(node, options)) continue;
        for (const study::Value element : elements) {
            if (!element[node.name]) continue;
            columns.push_back(&node);
            break;
        }
    }
    return columns;
}

void explanations(Html& html, const std::vector<const schema::Node*>& columns) {
    html.open("details", {{"class", "explain legend"}})
        .open("summary")
        .element("span", "What the columns mean", {{"class", "term"}})
        .close("summary")
        .open("dl");
    for (const schema::Node* node : columns) {
        html.element("dt", node->label).element("dd", node->explanation);
    }
    html.close("dl").close("details");
}

void cell(Html& html, const schema::Node& node, study::Value field) {
    html.open("td");
    if (field) {
        value(html, node, field);
    } else {
        html.element("span", "not stated", {{"class", "absent"}});
    }
    html.close("td");
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

void plain_table(Html& html, const schema::Node& structure, study::Value elements, const PlainTableOptions& options) {
    auto columns = columns_of(structure, elements, options);
    if (columns.empty() && !options.head) return;
    explanations(html, columns);
    std::erase_if(columns, [&](const schema::Node* node) { return is_in_head(*node, options); });
    html.open("div", {{"class", "table"}, {"role", "group"}, {"aria-label", structure.label}, {"tabindex", "0"}});
    html.open("table").open("thead").open("tr");
    if (options.head) html.element("th", options.head_label, {{"scope", "col"}});
    for (const schema::Node* node : columns) html.element("th", node->label, {{"scope", "col"}});
    html.close("tr").close("thead").open("tbody");
    for (const study::Value element : elements) {
        html.open("tr");
        if (options.head) {
            html.open("th", {{"scope", "row"}});
            options.head(element);
            html.close("th");
        }
        for (const schema::Node* node : columns) cell(html, *node, element[node->name]);
        html.close("tr");
    }
    html.close("tbody").close("table").close("div");
}

} // namespace trialdex::web
