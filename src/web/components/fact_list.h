// All leaf fields of one structure as a grid of labels and values, straight from the schema: order, labels and
// explanations are the tables', a field that the tables do not know is shown too.
#pragma once

#include "schema/schema.h"
#include "study/json.h"
#include "web/html.h"

#include <span>
#include <string_view>

namespace trialdex::web {

inline constexpr std::string_view kNotInRecord = "not in this record";

struct FactListOptions {
    // JSON names of members that are shown elsewhere on the page.
    std::span<const std::string_view> skip = {};
    // JSON names of fields that readers look for: when the record lacks them, the grid says so.
    std::span<const std::string_view> expected = {};
    bool explained = true; // labels and codes open to their explanations
};

// Writes <dl class="facts"> for the leaf members of `object`; nothing when there are none to show.
// Returns whether anything was written.
bool fact_list(Html& html, const schema::Node& structure, study::Value object, const FactListOptions& options = {});

// The same with everything below it: structures become headed groups, lists of structures one group an element.
// `heading_level` is that of the group headings (3 to 6).
bool fact_tree(Html& html, const schema::Node& structure, study::Value object, int heading_level,
               const FactListOptions& options = {});

// One label and value of such a grid, for facts that are put together by hand.
template <class Body> void fact(Html& html, std::string_view label, Body&& body) {
    html.open("div").element("dt", label).open("dd");
    body();
    html.close("dd").close("div");
}

} // namespace trialdex::web
