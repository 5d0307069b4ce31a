#include "web/pages/study/terms.h"

#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/pages/study/parts.h"

#include <array>

namespace trialdex::web {

namespace {

// Members of an element that stand in the line of their term, in this order.
constexpr std::array<std::string_view, 6> kTermNames = {"term", "name", "id", "abbrev", "asFound", "relevance"};
constexpr std::array<std::string_view, 4> kLists = {"meshes", "ancestors", "browseLeaves", "browseBranches"};

// "Heart Failure D006333"
void term(Html& html, const schema::Node& node, study::Value element) {
    html.open("li");
    plain_text(html, element["term"] ? element["term"].text() : element["name"].text());
    for (const std::string_view name : {"id", "abbrev"}) {
        // The space goes with the code where only researchers see it.
        if (element[name]) html.element("code", " " + text_of(element[name]), {{"class", "code"}});
    }
    if (element["asFound"]) html.text(" (found as “" + text_of(element["asFound"]) + "”)");
    if (element["relevance"]) {
        html.text(" ").element("span", words_of("BrowseLeafRelevance", element["relevance"]), {{"class", "kind"}});
    }
    fact_list(html, node, element, {.skip = kTermNames, .expected = {}, .explained = false, .hidden = nullptr});
    html.close("li");
}

} // namespace

void standard_terms(Html& html, const StudyView& study, std::string_view module_path) {
    const study::Value module = value_at(study.root, module_path);
    const schema::Node& module_node = node_at(module_path);
    if (!module) return;
    Html facts;
    for (const schema::Node& node : schema::children(module_node)) {
        const study::Value list = module[node.name];
        if (list.size() == 0) continue;
        fact(facts, node, [&] {
            facts.open("ul", {{"class", "inline-list"}});
            for (const study::Value element : list) term(facts, node, element);
            facts.close("ul");
        });
    }
    if (!facts.is_empty()) {
        heading(html, 3, module_node.label);
        open_facts(html);
        html.append(facts);
        close_facts(html);
    }
    fact_list(html, module_node, module, {.skip = kLists});
}

} // namespace trialdex::web
