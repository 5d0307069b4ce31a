#include "web/pages/module_page/children.h"

#include "web/components/date_line.h"
#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/pages/module_page/lists.h"
#include "web/path/node_words.h"

#include <algorithm>

namespace trialdex::web::nodes {

namespace {

using study::Value;

constexpr std::string_view kUnknown = "This part is not in the published structure of records; it is shown as it came.";

std::string_view explanation_of(const schema::Node* node) { return node ? node->explanation : kUnknown; }

// The structures below `object`, in the schema's order, then those it does not know.
std::vector<NodeRef> structures(const NodeRef& object) {
    std::vector<NodeRef> found;
    if (object.node) {
        for (const schema::Node& child : schema::children(*object.node)) {
            NodeRef member = object.member(child.name);
            if (member.value && !member.is_leaf()) found.push_back(std::move(member));
        }
    }
    for (Value value : object.value) {
        if (object.node && schema::find_child(*object.node, value.key())) continue;
        NodeRef member = object.member(value);
        if (!member.is_leaf()) found.push_back(std::move(member));
    }
    return found;
}

// "Arms or groups: 2", "Masking", ...: what stands one level below, each leading to its page.
void links_below(Html& html, const ModuleView& view, const NodeRef& object) {
    const std::vector<NodeRef> below = structures(object);
    if (below.empty()) return;
    html.open("ul", {{"class", "leads-to"}});
    for (const NodeRef& child : below) {
        const std::string label = node_label(child.node, child.value.key());
        html.open("li").link(view.href(child.path),
                             child.value.is_array() ? counted(label, child.value.size()) : label);
        html.close("li");
    }
    html.close("ul");
}

void single_structure(Html& html, const ModuleView& view, const NodeRef& one) {
    const std::string_view name = one.value.key();
    html.open("div", {{"id", name}, {"class", "field part"}}).open("dt");
    html.link(view.href(one.path), node_label(one.node, name)).text(" ").element("code", name).close("dt");
    html.element("dd", explanation_of(one.node), {{"class", "field-explanation"}});
    html.open("dd", {{"class", "field-value"}});
    if (one.node) {
        const std::vector<NodeRef> below = structures(one);
        std::vector<std::string_view> elsewhere;
        elsewhere.reserve(below.size());
        for (const NodeRef& child : below) elsewhere.push_back(child.value.key());
        fact_list(html, *one.node, one.value, {.skip = elsewhere});
    }
    links_below(html, view, one);
    if (!one.node || one.value.size() == 0) html.link(view.href(one.path), "See this part");
    html.close("dd").close("div");
}

void list_heading(Html& html, const ModuleView& view, const NodeRef& list) {
    const std::string label = node_label(list.node, list.value.key());
    html.open("h2", {{"id", list.value.key()}}).link(view.href(list.path), label).text(" ");
    html.element("span", grouped(static_cast<std::uint64_t>(list.value.size())), {{"class", "count"}}).close("h2");
    html.element("p", explanation_of(list.node), {{"class", "sentence"}});
}

} // namespace

bool single_structures(Html& html, const ModuleView& view, const NodeRef& object) {
    bool written = false;
    for (const NodeRef& child : structures(object)) {
        if (child.value.is_array()) continue;
        written = true;
        single_structure(html, view, child);
    }
    return written;
}

void module_list(Html& html, const ModuleView& view, const NodeRef& section, std::vector<PageHeading>& headings) {
    html.open("ul", {{"class", "module-list"}});
    for (const NodeRef& module : structures(section)) {
        headings.push_back({std::string(module.value.key()), node_label(module.node, module.value.key())});
        html.open("li", {{"id", module.value.key()}});
        html.open("h2").link(view.href(module.path), node_label(module.node, module.value.key())).close("h2");
        html.element("p", explanation_of(module.node));
        links_below(html, view, module);
        html.close("li");
    }
    html.close("ul");
}

void child_lists(Html& html, const ModuleView& view, const NodeRef& object, std::vector<PageHeading>& headings) {
    for (const NodeRef& list : structures(object)) {
        if (!list.value.is_array()) continue;
        headings.push_back({std::string(list.value.key()), node_label(list.node, list.value.key())});
        list_heading(html, view, list);
        const std::size_t shown = std::min(list.value.size(), elements_on_parent(list.node));
        if (list.value.size() == 0) html.element("p", "This list is empty in the record.", {{"class", "absent"}});
        if (shown > 0) element_list(html, view, list, 0, shown);
        if (shown == list.value.size()) continue;
        const std::string all = "All " + grouped(static_cast<std::uint64_t>(list.value.size())) + ", page by page";
        html.open("p", {{"class", "all"}}).link(view.href(list.path), all).close("p");
    }
}

} // namespace trialdex::web::nodes
