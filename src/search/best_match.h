// A text as a question of best match: any of its words anywhere in the study, best first; names of known concepts bring
// their synonyms.
#pragma once

#include "search/language/expression.h"
#include "text/synonyms.h"

#include <string_view>

namespace trialdex::search {

// Lines of the text are questions of their own: a name does not cross them.
Expression best_match(std::string_view text, const text::Synonyms& synonyms);

} // namespace trialdex::search
