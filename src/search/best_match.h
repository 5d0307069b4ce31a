// A text as a question of best match: any of its words anywhere in the study, best first. Words that stand side by side
// in the text count more where they stand side by side in the study, and names of known concepts bring their synonyms.
#pragma once

#include "search/language/expression.h"
#include "text/synonyms.h"

#include <string_view>

namespace trialdex::search {

// Lines of the text are questions of their own: words are neighbours within a line only.
Expression best_match(std::string_view text, const text::Synonyms& synonyms);

} // namespace trialdex::search
