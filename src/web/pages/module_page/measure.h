// What a figure in a results table needs from above it: what kind of value it is, its spread, and the number to divide
// by.
#pragma once

#include "study/json.h"
#include "study/node_path.h"
#include "web/html.h"

#include <span>
#include <string>
#include <string_view>

namespace trialdex::web::nodes {

// A baseline or outcome measure seen from one of its classes.
struct Measure {
    study::Value module;  // denominators of the whole baseline table; absent for outcome measures
    study::Value measure; // absent: the figures stand in no measure
    study::Value row;     // the class, when its own denominators may count

    // The nearest count of the group: the class's before the measure's before the module's, in the unit that the
    // measure names, else in the first that is there. Empty when none is stated.
    std::string_view denominator(std::string_view group_id) const;
    // Whether the class has denominators of its own.
    bool row_has_denominators() const { return row["denoms"].size() > 0; }

    // "Mean (Standard Deviation), mmHg"
    std::string kind_in_words() const;
};

// The measure that holds the last of `steps`.
Measure nearest_measure(std::span<const study::PathStep> steps);
Measure measure_of(study::Value module, study::Value measure);

// A measurement as one reads it: "12.3 ± 4.5", "8 (6 to 11)", "14 (28.0%)", with n where the class has its own and with
// the sponsor's comment.
void figure(Html& html, const Measure& measure, study::Value measurement);

// What the sponsor remarked on a figure (its member "comment", CommonMark), beneath it.
void sponsor_comment(Html& html, study::Value holder);

} // namespace trialdex::web::nodes
