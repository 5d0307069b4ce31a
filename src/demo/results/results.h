// The modules of resultsSection, in record order; for studies that have results.
#pragma once

#include "base/json_writer.h"
#include "demo/plan/plan.h"

namespace trialdex::demo {

void write_results_section(JsonWriter& out, const Plan& plan);

void write_participant_flow(JsonWriter& out, const Plan& plan);
void write_baseline(JsonWriter& out, const Plan& plan);
void write_outcome_measures(JsonWriter& out, const Plan& plan);
void write_adverse_events(JsonWriter& out, const Plan& plan);
void write_more_info(JsonWriter& out, const Plan& plan);

// Statistical comparisons within an outcome measure; `turn` differs from measure to measure.
void write_analyses(JsonWriter& out, const Plan& plan, const Turn& turn, int decimals);

} // namespace trialdex::demo
