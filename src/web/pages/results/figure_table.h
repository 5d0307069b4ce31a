// Rows of measures: a row for each class and category, a column for each group.
#pragma once

#include "results/measure.h"
#include "web/html.h"
#include "web/pages/results/figure.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace trialdex::web {

// "Participants analysed" with the counts of all groups; nothing when none is stated.
void denominator_row(Html& html, std::span<const results::Denominator> denominators);

// Rows `begin` to `end` of the measure (results::Measure::rows() has how many there are), with a line above each class
// that has several.
void measure_rows(Html& html, const results::Measure& measure, std::size_t begin, std::size_t end, FigureNotes& notes);

// What a row is called that neither class nor category names: "Mean (Standard deviation)".
std::string row_kind(const results::Measure& measure);

// The same with what is counted or measured: "Mean (Standard deviation), mg/dL"; "Count of participants".
std::string kind_and_unit(const results::Measure& measure);

} // namespace trialdex::web
