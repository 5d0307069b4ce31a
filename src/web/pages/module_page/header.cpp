#include "web/pages/module_page/header.h"

#include "web/components/breadcrumb.h"
#include "web/components/contents.h"
#include "web/components/status_badge.h"
#include "web/components/value.h"
#include "web/path/node_words.h"

#include <span>
#include <vector>

namespace trialdex::web::nodes {

namespace {

using study::PathStep;
using study::Value;

constexpr std::size_t kCrumbCharacters = 48;
constexpr std::size_t kHeadingCharacters = 300;

std::span<const PathStep> steps_of(const ModuleView& view) { return view.place.steps; }

std::size_t siblings(const ModuleView& view, std::size_t depth) {
    return depth > 0 ? steps_of(view)[depth - 1].value.size() : 0;
}

std::string path_to(const ModuleView& view, std::size_t depth) {
    std::string path;
    for (std::size_t i = 0; i <= depth; ++i) path += (i ? "/" : "") + steps_of(view)[i].segment;
    return path;
}

std::string crumb_label(const ModuleView& view, std::size_t depth) {
    const PathStep& step = steps_of(view)[depth];
    if (step.index) return shortened(element_name(step, view.groups), kCrumbCharacters);
    return structure_name(step.node, step.value.key());
}

void crumbs(Html& html, const ModuleView& view) {
    std::vector<Crumb> crumbs = {{"Study", view.request.address.study()}};
    for (std::size_t i = 0; i < steps_of(view).size(); ++i) {
        const bool is_last = i + 1 == steps_of(view).size();
        crumbs.push_back({crumb_label(view, i), is_last ? std::string() : view.href(path_to(view, i))});
    }
    breadcrumb(html, crumbs);
}

void study_brief(Html& html, const ModuleView& view) {
    const Value protocol = view.request.root["protocolSection"];
    const std::string id = view.request.stored.id.text();
    const std::string_view title = protocol["identificationModule"]["briefTitle"].text();
    html.open("div", {{"class", "study-brief"}}).open("p");
    html.link(view.request.address.study(), id, {{"class", "study-id"}}).text(" ");
    status_badge(html, protocol["statusModule"]["overallStatus"].text());
    html.close("p").open("p", {{"class", "study-title"}});
    if (title.empty()) {
        html.text("A study without a title in its record");
    } else {
        plain_text(html, title);
    }
    html.close("p").close("div");
}

// "Section", "Module", "Arms or groups, 2 of 3": what kind of thing the page is about.
std::string kicker(const ModuleView& view) {
    const PathStep& step = view.step();
    const std::size_t depth = steps_of(view).size() - 1;
    if (step.index) {
        std::size_t list = depth;
        while (list > 0 && steps_of(view)[list].index) --list;
        const PathStep& of = steps_of(view)[list];
        return node_label(of.node, of.value.key()) + ", " + grouped(static_cast<std::uint64_t>(*step.index + 1)) +
               " of " + grouped(static_cast<std::uint64_t>(siblings(view, depth)));
    }
    if (!step.node) return "Not in the published structure";
    switch (step.node->kind) {
    case schema::NodeKind::Section: return spaced_name(step.node->piece);
    case schema::NodeKind::Module: return spaced_name(step.node->piece);
    default: break;
    }
    if (depth == 0) return step.value.is_array() ? "List" : "Part of the study";
    return (step.value.is_array() ? "List in " : "Part of ") + crumb_label(view, depth - 1);
}

std::optional<std::string> module_path(const ModuleView& view) {
    const PathStep* module = nullptr;
    for (const PathStep& step : steps_of(view)) {
        if (step.node && step.node->kind == schema::NodeKind::Module && !step.index) module = &step;
    }
    if (module) return std::string(module->node->path);
    // A section stands for its first module: who has that has the section.
    const PathStep& section = steps_of(view)[0];
    for (Value member : section.value) {
        const schema::Node* node = study::member_node(section.node, false, member.key());
        if (section.node && node && !node->is_leaf()) return std::string(node->path);
    }
    return std::nullopt;
}

void way(Html& html, std::string_view label, const std::string& href, std::string_view text) {
    html.open("li").element("span", label, {{"class", "way-label"}}).text(" ").link(href, text).close("li");
}

void list_neighbours(Html& html, const ModuleView& view) {
    if (!view.step().index) return;
    const std::size_t index = *view.step().index;
    const std::size_t depth = steps_of(view).size() - 1;
    const PathStep& list = steps_of(view)[depth - 1];
    const std::string list_path = path_to(view, depth - 1);
    const auto neighbour = [&](std::string_view label, std::size_t at) {
        const Value value = list.value.at(at);
        if (!study::has_own_page(list.node, value)) return;
        const PathStep step{std::to_string(at), list.node, value, at};
        way(html, label, view.href(study::element_path(list_path, at)),
            shortened(element_name(step, view.groups), kCrumbCharacters));
    };
    if (index > 0) neighbour("Before it in the list:", index - 1);
    if (index + 1 < list.value.size()) neighbour("After it in the list:", index + 1);
}

// The other modules of a module's section.
void sibling_modules(Html& html, const ModuleView& view) {
    if (steps_of(view).size() != 2) return;
    const PathStep& section = steps_of(view)[0];
    html.open("li").element("span", "Beside it:", {{"class", "way-label"}}).open("ul", {{"class", "leads-to"}});
    for (Value member : section.value) {
        const schema::Node* node = study::member_node(section.node, false, member.key());
        if (!study::has_own_page(node, member) || member.key() == view.step().value.key()) continue;
        const std::string path = study::child_path(section.segment, member.key());
        html.open("li").link(view.href(path), node_label(node, member.key())).close("li");
    }
    html.close("ul").close("li");
}

Result<void> other_studies(Html& html, const ModuleView& view) {
    const auto module = module_path(view);
    if (!module) return {};
    const store::Reader& store = view.request.page.store;
    const auto previous = store.previous(view.request.stored.id, *module);
    if (!previous) return tl::unexpected(previous.error());
    const auto next = store.next(view.request.stored.id, *module);
    if (!next) return tl::unexpected(next.error());
    const schema::Node* node = schema::find_path(*module);
    const bool is_section = steps_of(view).size() == 1;
    const schema::Node* target = is_section ? steps_of(view)[0].node : node;
    const std::string name = structure_name(target, {});
    const auto other = [&](std::string_view label, study::NctId id) {
        way(html, label, StudyAddress(id).node(slashed(target->path)), name + " of " + id.text());
    };
    if (*previous) other("Study before:", **previous);
    if (*next) other("Study after:", **next);
    return {};
}

} // namespace

std::string page_name(const ModuleView& view) {
    const PathStep& step = view.step();
    if (!step.index) return node_label(step.node, step.value.key());
    return shortened(element_name(step, view.groups), kHeadingCharacters);
}

void module_header(Html& html, const ModuleView& view) {
    crumbs(html, view);
    study_brief(html, view);
    html.open("header", {{"class", "node-header"}});
    html.element("p", kicker(view), {{"class", "kicker"}}).element("h1", page_name(view));
    const schema::Node* node = view.step().node;
    html.element("p",
                 node ? node->explanation
                      : std::string_view("This part of the record is not in the published structure of records. It is "
                                         "kept and shown as it came."),
                 {{"class", "lede"}});
    html.open("p", {{"class", "node-path"}}).element("code", view.place.path);
    if (node && !node->definition_url.empty()) {
        html.text(" ").external_link(node->definition_url, "The registry’s own definition");
    }
    html.close("p").close("header");
}

Result<void> ways_on(Html& html, const ModuleView& view) {
    section_heading(html, "on", "From here");
    html.open("ul", {{"class", "ways-on"}});
    const std::size_t depth = steps_of(view).size() - 1;
    if (depth > 0) {
        way(html, "Above:", view.href(path_to(view, depth - 1)), crumb_label(view, depth - 1));
    }
    list_neighbours(html, view);
    sibling_modules(html, view);
    way(html, "Study:", view.request.address.study(), view.request.stored.id.text());
    if (auto others = other_studies(html, view); !others) return others;
    way(html, "In all studies:", "/modules", "the tree of modules");
    html.close("ul");
    return {};
}

} // namespace trialdex::web::nodes
