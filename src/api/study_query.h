// The query.*, filter.*, postFilter.* and aggFilters parameters of /studies as a query of the search engine.
#pragma once

#include "api/exchange.h"
#include "base/result.h"
#include "search/search.h"
#include "store/store.h"

namespace trialdex::api {

// InvalidInput with the contract's text. `store` knows which studies obsolete numbers are part of now.
Result<search::Query> study_query(const Request& request, const store::Reader& store);

} // namespace trialdex::api
