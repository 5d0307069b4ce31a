// `fields`: piece names, paths and search areas to nodes of the record.
#pragma once

#include "api/exchange.h"
#include "base/result.h"
#include "search/search.h"
#include "study/projection.h"

#include <optional>
#include <vector>

namespace trialdex::api {

// nullopt: `fields` was not sent. InvalidInput with the contract's text for a name that there is not. `@query` stands
// for the pieces that `queries` look at; where nothing is searched (nullptr) it is no name.
Result<std::optional<study::NodeSet>> fields_of(const Request& request,
                                                const std::vector<search::Clause>* queries = nullptr);

} // namespace trialdex::api
