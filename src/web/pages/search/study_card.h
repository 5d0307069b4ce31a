// A study among results: what it is, where it stands, and the words that were looked for.
#pragma once

#include "search/search.h"
#include "store/store.h"
#include "web/html.h"
#include "web/pages/search/words_sought.h"

namespace trialdex::web {

void study_card(Html& html, store::StoredRecord stored, const search::Hit& hit, WordsSought& words);

} // namespace trialdex::web
