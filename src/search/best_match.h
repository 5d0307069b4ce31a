// A text as a question of best match: any of its words anywhere in the study, best first; names of known concepts bring
// their synonyms. Words for what every record is (schema/record_words.tsv) are left out when there are others; words
// around a subject (schema/asking_words.tsv) count less than the subject.
#pragma once

#include "search/language/expression.h"
#include "text/synonyms.h"

#include <string_view>

namespace trialdex::search {

// Lines of the text are questions of their own, each of the same weight: a name does not cross them, and a word counts
// for all lines that have it.
Expression best_match(std::string_view text, const text::Synonyms& synonyms);

} // namespace trialdex::search
