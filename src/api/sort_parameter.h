// `sort`: at most two of a piece or path, date or number typed, or @relevance, with a direction.
#pragma once

#include "api/exchange.h"
#include "base/result.h"
#include "search/search.h"

#include <vector>

namespace trialdex::api {

// By id when nothing is asked for: any order would do, as long as pages neither lose nor repeat a study.
Result<std::vector<search::SortItem>> sort_of(const Request& request);

} // namespace trialdex::api
