// What a reader should know about how the search was understood: texts that the language did not take, what was left
// out, other names that were searched along, better spellings.
#pragma once

#include "web/html.h"
#include "web/pages/search/question.h"

#include <optional>
#include <string>

namespace trialdex::web {

void reading_notices(Html& html, const Question& question);
void synonyms_used(Html& html, const Question& question, const std::vector<search::SynonymUse>& uses);

// The search with its misspelled words mended; nullopt when there is nothing to mend.
struct Spelling {
    SearchAddress address;
    std::string text; // of the boxes that changed
};
std::optional<Spelling> better_spelling(const Question& question, const search::Searcher& searcher);
void spelling_help(Html& html, const Question& question, const search::Searcher& searcher);

} // namespace trialdex::web
