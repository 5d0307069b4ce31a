// Statistical analyses of an outcome in words: who was compared, the estimate, its interval, the p-value as written,
// the method and what was to be shown.
#pragma once

#include "results/outcomes.h"
#include "web/components/node_link.h"
#include "web/html.h"

#include <string>

namespace trialdex::web {

// "Placebo and Drug A 10 mg", all of the analysis's groups in full.
std::string compared_groups(const results::Outcome& outcome, const results::Analysis& analysis);

// "0.62 (0.50 to 0.77)"
std::string estimate_in_words(const results::Analysis& analysis);

// "p = 0.0003", "p < 0.001" as the record has it; empty when it has none.
std::string p_value_in_words(std::string_view written);

// "Hazard Ratio (HR) 0.62 (95% confidence interval 0.50 to 0.77), p = 0.0003"; empty for one told in words only.
std::string analysis_sentence(const results::Analysis& analysis);

void analysis_list(Html& html, const StudyAddress& address, const results::Outcome& outcome);

} // namespace trialdex::web
