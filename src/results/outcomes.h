// The outcome measures of a record: the list that one reads first, and one of them whole.
#pragma once

#include "results/measure.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::results {

enum class OutcomeKind : std::uint8_t { Primary, Secondary, OtherPreSpecified, PostHoc, Unnamed };

// A line of the list. `number` counts from 1 in the record's order; it is the outcome's address.
struct OutcomeLine {
    std::size_t number = 0;
    OutcomeKind kind = OutcomeKind::Unnamed;
    std::string_view code; // of the kind as written
    std::string_view title;
    std::string_view time_frame;
    std::string_view unit;
    std::string_view anticipated; // when figures are expected; for outcomes without
    std::size_t group_count = 0;
    std::size_t analysis_count = 0;
    bool has_figures = false;
};

// One statistical analysis; texts as written.
struct Analysis {
    study::Value value;
    std::string path;
    std::vector<std::string_view> group_ids;
    std::string_view group_description, other_description; // markup
    std::string_view method, method_comment;
    std::string_view p_value, p_value_comment;
    std::string_view estimate_kind, estimate, estimate_comment; // "Hazard Ratio (HR)", "0.62"
    std::string_view interval_sides, interval_percent, lower, upper, lower_comment, upper_comment;
    std::string_view dispersion, dispersion_value;
    std::string_view hypothesis, hypothesis_comment; // code of the kind of hypothesis: NON_INFERIORITY …
    bool has_interval() const { return !lower.empty() || !upper.empty(); }
};

struct Outcome {
    OutcomeLine line;
    Measure measure;
    std::vector<Analysis> analyses;
};

inline constexpr std::string_view kOutcomesPath = "resultsSection/outcomeMeasuresModule/outcomeMeasures";

Analysis read_analysis(study::Value value, std::string path);

// Primary ones first, then secondary, other pre-specified and post hoc ones; within a kind the record's order.
std::vector<OutcomeLine> outcome_lines(study::Value results_section);

// The outcome with this number; an empty one (number 0) when there is none.
Outcome read_outcome(study::Value results_section, std::size_t number);

} // namespace trialdex::results
