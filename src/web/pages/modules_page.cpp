#include "web/pages/modules_page.h"

#include "web/components/contents.h"
#include "web/components/node_link.h"
#include "web/components/value.h"
#include "web/pages/error_page.h"
#include "web/pages/modules_page/structure_fields.h"
#include "web/path/node_words.h"

#include <vector>

namespace trialdex::web {

namespace {

using schema::Node;

// A study that has a module; most modules are in the first study that is asked.
Result<std::optional<study::NctId>> example_of(const store::Reader& store, const Node& module) {
    constexpr study::NctId kLowest(1);
    constexpr study::NctId kHighest(99'999'999);
    auto example = store.next(kLowest, module.path);
    return example && !*example ? store.previous(kHighest, module.path) : example;
}

class Tree {
public:
    Tree(Html& html, const PageContext& context, const std::vector<std::uint64_t>& counts)
        : html_(html), context_(context), counts_(counts) {}

    Result<void> write() {
        for (const Node& section : schema::roots()) {
            if (section.is_leaf()) {
                single_field(section);
                continue;
            }
            heading("h2", section);
            for (const Node& module : schema::children(section)) {
                if (auto written = this->module(module); !written) return written;
            }
        }
        return {};
    }

private:
    void heading(Literal level, const Node& node) {
        html_.open(level, {{"id", node.piece}}).text(node.label);
        html_.text(" ").element("small", nodes::spaced_name(node.piece)).close(level);
        about(node);
    }

    void about(const Node& node) {
        html_.element("p", node.explanation, {{"class", "sentence"}});
        html_.open("p", {{"class", "node-path"}}).element("code", slashed(node.path)).text(" ");
        held_by(node);
        if (!node.definition_url.empty()) {
            html_.text(" ").external_link(node.definition_url, "The registry’s own definition");
        }
        html_.close("p");
    }

    void held_by(const Node& node) {
        const std::uint64_t count = node.id < counts_.size() ? counts_[node.id] : 0;
        const std::uint64_t all = context_.summary.studies;
        html_.open("span", {{"class", "count"}});
        if (count == 0) {
            html_.text("in no study here");
        } else {
            html_.text("in " + grouped(count) + " of " + grouped(all) + (all == 1 ? " study" : " studies"));
        }
        html_.close("span");
    }

    Result<void> module(const Node& module) {
        html_.open("section", {{"class", "module"}});
        heading("h3", module);
        const auto example = example_of(context_.store, module);
        if (!example) return tl::unexpected(example.error());
        if (*example) {
            html_.open("p").text("For example ");
            html_.link(StudyAddress(**example).node(slashed(module.path)),
                       module_name(module) + " of " + (*example)->text());
            html_.text(".").close("p");
        }
        structure_fields(html_, module);
        entities(module);
        html_.close("section");
        return {};
    }

    static std::string module_name(const Node& module) { return nodes::spaced_name(module.piece); }

    void entities(const Node& parent) {
        bool written = false;
        for (const Node& entity : schema::children(parent)) {
            if (entity.is_leaf()) continue;
            if (!written) html_.open("ul", {{"class", "entities"}});
            written = true;
            html_.open("li", {{"id", entity.piece}}).open("p", {{"class", "entity-name"}});
            html_.element("b", entity.label).text(entity.list ? " (a list)" : "").close("p");
            about(entity);
            structure_fields(html_, entity);
            entities(entity);
            html_.close("li");
        }
        if (written) html_.close("ul");
    }

    void single_field(const Node& field) {
        heading("h2", field);
        html_.element("p", "A single field beside the sections.");
    }

    Html& html_;
    const PageContext& context_;
    const std::vector<std::uint64_t>& counts_;
};

void introduction(Html& html) {
    html.open("header").element("h1", "What a record is made of");
    html.element(
        "p",
        "A study record has sections, sections have modules, and modules hold fields and further parts. Here is "
        "each of them, with what it tells and how many studies have it.",
        {{"class", "lede"}});
    html.element(
        "p",
        "The path of a part is its address in every study: put it behind the study’s address. Elements of a list "
        "follow with their place, counted from 0.",
        {{"class", "sentence"}});
    html.close("header");
}

} // namespace

api::Response modules_page(const PageContext& context) {
    const auto failed = [&](const Error& error) {
        return error_page(context, {.status = 500,
                                    .title = "The modules cannot be counted",
                                    .what = error.message,
                                    .ways_on = {{"Home", "/"}}});
    };
    const auto counts = context.store.structure_counts();
    if (!counts) return failed(counts.error());
    Html tree;
    if (auto written = Tree(tree, context, *counts).write(); !written) return failed(written.error());

    std::vector<ContentsEntry> entries;
    for (const Node& section : schema::roots()) entries.push_back({section.piece, section.label});
    Html main;
    introduction(main);
    main.open("div", {{"class", "columns"}});
    contents_list(main, entries);
    main.open("div", {{"class", "article module-tree"}}).append(tree).close("div").close("div");
    const PageHead head{.title = "Modules",
                        .description = "Every section, module and part of a study record, explained.",
                        .canonical = "/modules",
                        .official_record = {},
                        .data_date = {}};
    return page_response(context, head, main);
}

} // namespace trialdex::web
