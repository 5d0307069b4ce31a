// The query.*, filter.*, postFilter.* and aggFilters parameters of /studies as a query of the search engine.
#pragma once

#include "api/exchange.h"
#include "api/parameters.h"
#include "base/result.h"
#include "search/search.h"
#include "store/store.h"

namespace trialdex::api {

// What narrows a list of studies, whatever it is a list of.
inline constexpr std::array<Parameter, 11> kFilterParameters = {{{"aggFilters"},
                                                                 {"filter.overallStatus", true},
                                                                 {"filter.geo"},
                                                                 {"filter.ids", true},
                                                                 {"filter.advanced"},
                                                                 {"filter.synonyms", true},
                                                                 {"postFilter.overallStatus", true},
                                                                 {"postFilter.geo"},
                                                                 {"postFilter.ids", true},
                                                                 {"postFilter.advanced"},
                                                                 {"postFilter.synonyms", true}}};

// InvalidInput with the contract's text. `store` knows which studies obsolete numbers are part of now.
Result<search::Query> study_query(const Request& request, const store::Reader& store);

} // namespace trialdex::api
