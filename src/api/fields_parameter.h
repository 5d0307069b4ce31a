// `fields`: piece names, paths and search areas to nodes of the record.
#pragma once

#include "api/exchange.h"
#include "base/result.h"
#include "study/projection.h"

#include <optional>

namespace trialdex::api {

// nullopt: `fields` was not sent. InvalidInput with the contract's text for a name that there is not.
Result<std::optional<study::NodeSet>> fields_of(const Request& request);

} // namespace trialdex::api
