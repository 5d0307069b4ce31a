// Places in parameters: filter.geo=distance(39.0,-77.1,50mi) and geoDecay=func:exp,scale:300mi,offset:0mi,decay:0.5.
#pragma once

#include "base/result.h"
#include "search/search.h"

#include <string_view>

namespace trialdex::api {

// `name` is the parameter's, for the error.
Result<search::Expression::Circle> geo_circle(std::string_view name, std::string_view value);

// An empty `value` is the default.
Result<search::GeoDecay> geo_decay(std::string_view value, const search::Expression::Circle& centre);

} // namespace trialdex::api
