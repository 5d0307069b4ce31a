// Nothing was found: which part of the search emptied the result, and one click to drop it.
#pragma once

#include "web/html.h"
#include "web/pages/search/question.h"

namespace trialdex::web {

// One part of a search: a word, an AND-ed part of a text, a whole field, a choice.
struct SearchPart {
    std::string label;                            // "Condition or disease"
    std::string text;                             // "migraine"
    std::optional<search::Expression> expression; // to count it alone; none for choices
    SearchAddress without;                        // the search that lacks it
};
std::vector<SearchPart> parts_of(const Question& question);

Result<void> no_hits(Html& html, const Question& question, const search::Searcher& searcher);

} // namespace trialdex::web
