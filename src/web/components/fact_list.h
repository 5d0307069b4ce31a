// The fields of a structure as a grid of labels and values, straight from the schema: order, labels and explanations
// are the tables', a field that the tables do not know is shown too.
#pragma once

#include "schema/schema.h"
#include "study/json.h"
#include "web/html.h"

#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace trialdex::web {

inline constexpr std::string_view kNotInRecord = "not in this record";

struct FactListOptions {
    // JSON names of members that are shown elsewhere on the page.
    std::span<const std::string_view> skip = {};
    // JSON names of fields that readers look for: when the record lacks them, the grid says so.
    std::span<const std::string_view> expected = {};
    bool explained = true; // labels and codes open to their explanations
    // By schema node id: true for nodes that are shown elsewhere, with all that is below them.
    const std::vector<bool>* hidden = nullptr;
};

// Writes <dl class="facts"> for the leaf members of `object`; nothing when there are none to show.
// Returns whether anything was written.
bool fact_list(Html& html, const schema::Node& structure, study::Value object, const FactListOptions& options = {});

// The same with everything below it: the fields of single structures join the grid, lists of structures follow under a
// heading of `heading_level` (3 to 6), as a table when their elements are flat.
bool fact_tree(Html& html, const schema::Node& structure, study::Value object, int heading_level,
               const FactListOptions& options = {});

// A list of structures by itself, under its heading.
void structure_list(Html& html, const schema::Node& structure, study::Value elements, int heading_level,
                    const FactListOptions& options = {});

// "Not in this record: sex, healthy volunteers." Nothing for no labels.
void not_in_record(Html& html, std::span<const std::string_view> labels);

// <h3> to <h6>.
void heading(Html& html, int level, std::string_view text);
// The same around what `words` writes.
template <class Words>
    requires std::is_invocable_v<Words>
void heading(Html& html, int level, Words&& words) {
    switch (level) {
    case 3: html.element("h3", {}, words); break;
    case 4: html.element("h4", {}, words); break;
    case 5: html.element("h5", {}, words); break;
    default: html.element("h6", {}, words); break;
    }
}

// One label and value of a grid that is put together by hand; the grid is opened with open_facts.
void open_facts(Html& html);
void close_facts(Html& html);
void fact_label(Html& html, const schema::Node& node, bool explained = true); // <dt>

template <class Body>
    requires std::is_invocable_v<Body>
void fact(Html& html, std::string_view label, Body&& body) {
    html.open("div").element("dt", label).open("dd");
    body();
    html.close("dd").close("div");
}

template <class Body>
    requires std::is_invocable_v<Body>
void fact(Html& html, const schema::Node& node, Body&& body) {
    html.open("div");
    fact_label(html, node);
    html.open("dd");
    body();
    html.close("dd").close("div");
}

} // namespace trialdex::web
