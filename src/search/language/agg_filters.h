// The facet filters of the registry's API and site, "status:rec com,sex:f": pairs by comma or pipe, keys by blank.
#pragma once

#include "search/search.h"

#include <string_view>
#include <vector>

namespace trialdex::search {

struct AggFilters {
    std::vector<Choice> choices; // a repeated id keeps its last pair only
    bool nothing = false;        // a part of the text is no pair, which upstream answers without studies
};

// InvalidInput when an id is unknown or a pair has two colons. Unknown keys are kept: they match nothing.
Result<AggFilters> agg_filters(std::string_view text);

} // namespace trialdex::search
