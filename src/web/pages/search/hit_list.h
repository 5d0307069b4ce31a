// Hits as a numbered list of cards.
#pragma once

#include "search/search.h"
#include "store/store.h"
#include "web/html.h"
#include "web/pages/search/words_sought.h"

#include <cstdint>
#include <vector>

namespace trialdex::web {

// `first` is the number of the first hit in the whole result, from 1.
Result<void> hit_list(Html& html, const std::vector<search::Hit>& hits, WordsSought& words, const store::Reader& store,
                      std::uint64_t first);

} // namespace trialdex::web
