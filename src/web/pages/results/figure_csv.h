// The figures of measures as CSV: a line for each figure, so that a program needs no knowledge of the table's layout.
#pragma once

#include "results/csv.h"
#include "results/measure.h"

#include <string_view>

namespace trialdex::web {

void figure_csv_head(results::CsvWriter& csv);
// `kind`: "Primary", "Baseline".
void figure_csv_rows(results::CsvWriter& csv, std::string_view kind, const results::Measure& measure);

} // namespace trialdex::web
