// How a study is built, in two or three sentences made from the codes of its record: "A randomised trial with parallel
// groups: …". Every combination of codes gives a correct text; what the record does not say is left out.
#pragma once

#include "study/json.h"

#include <string>

namespace trialdex::web {

// Empty when the design module says nothing of how the study is built.
std::string design_in_words(study::Value design_module);

} // namespace trialdex::web
