// Few studies were found: further ones that have the words elsewhere in the record, then those with some of the words.
// Both stand apart from the result proper and say what they are.
#pragma once

#include "store/store.h"
#include "web/html.h"
#include "web/pages/search/question.h"

namespace trialdex::web {

// `answer` is the result of the question itself, complete on its first page.
Result<void> wider_lists(Html& html, const Question& question, const search::Answer& answer,
                         const search::Searcher& searcher, const store::Reader& store);

} // namespace trialdex::web
