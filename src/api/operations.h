// The operations of the API, one a file. Each gets a request whose path is already its own; `Api` adds the ETag and
// what all answers share.
#pragma once

#include "api/data_load.h"
#include "api/exchange.h"
#include "related/related.h"
#include "search/search.h"
#include "store/store.h"

#include <string>
#include <string_view>

namespace trialdex::api {

// What an operation works on.
struct Context {
    const store::Reader& store;
    const DataLoad& load;
    const search::Searcher* searcher; // nullptr while there is no index
    const related::Finder* finder;    // likewise
};

inline constexpr std::string_view kRoot = "/api/v2";

Response get_version(const Request& request, const Context& context);
Response get_metadata(const Request& request, const Context& context);
Response get_search_areas(const Request& request, const Context& context);
Response get_enums(const Request& request, const Context& context);
Response list_studies(const Request& request, const Context& context);
// /studies/{nctId}; `id` is that part of the path.
Response get_study(const Request& request, const Context& context, std::string_view id);

// /studies/{nctId}/related
Response get_related(const Request& request, const Context& context, std::string_view id);
// /studies/related: of a draft in the body, which is neither kept nor logged.
Response post_related(const Request& request, const Context& context);

// The body of /studies/metadata.
const std::string& metadata_json();

} // namespace trialdex::api
