// The rules, by the part of the record that they look at. Each goes through its part in the record's order.
#pragma once

#include "results/check/findings.h"
#include "study/json.h"

namespace trialdex::results {

void check_flow(study::Value root, Findings& findings); // and the enrolment that it begins with
void check_baseline(study::Value root, Findings& findings);
void check_outcomes(study::Value root, Findings& findings); // each measure with its analyses
void check_events(study::Value root, Findings& findings);

// One measure of baseline or outcomes, as the rules for its table and for its analyses get it.
struct CheckedMeasure;
void check_analyses(const CheckedMeasure& measure, Findings& findings);

} // namespace trialdex::results
