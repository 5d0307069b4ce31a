// Outcomes as a list that leads to the page of each, by kind: primary, secondary, other, post hoc.
#pragma once

#include "results/outcomes.h"
#include "web/components/node_link.h"
#include "web/html.h"

#include <span>
#include <string_view>
#include <vector>

namespace trialdex::web {

// Outcomes `begin` to `end` of a sorted list are of one kind.
struct OutcomeGroup {
    results::OutcomeKind kind;
    std::string_view label; // "Primary outcomes"
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<OutcomeGroup> outcome_groups(std::span<const results::OutcomeLine> lines);

// "Primary outcome": what one outcome of the kind is called.
std::string_view outcome_kind_label(results::OutcomeKind kind);

// One line each: title in full, time frame, what it is counted in, whether figures and analyses are there.
void outcome_list(Html& html, const StudyAddress& address, std::span<const results::OutcomeLine> lines);

} // namespace trialdex::web
