// A statistical analysis in one line.
#pragma once

#include "study/json.h"

#include <string>

namespace trialdex::web::nodes {

// "Hazard Ratio (HR) 0.62 (95% confidence interval 0.51 to 0.76), p < 0.001": what of it the analysis says.
std::string analysis_in_words(study::Value analysis);

} // namespace trialdex::web::nodes
