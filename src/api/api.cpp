#include "api/api.h"

#include "api/answers.h"
#include "api/operations.h"

#include <array>
#include <fmt/format.h>

namespace trialdex::api {

namespace {

struct Route {
    std::string_view path; // below kRoot
    Response (*operation)(const Request&, const Context&);
};

// Before /studies/{nctId}, which would take them for ids.
constexpr std::array<Route, 4> kRoutes = {{
    {"/version", get_version},
    {"/studies/metadata", get_metadata},
    {"/studies/search-areas", get_search_areas},
    {"/studies/enums", get_enums},
}};
constexpr std::string_view kStudies = "/studies/";

Response operate(const Request& request, const Context& context) {
    const std::string_view path(request.path);
    if (path.starts_with(kRoot)) {
        const std::string_view below = path.substr(kRoot.size());
        for (const Route& route : kRoutes) {
            if (below == route.path) return route.operation(request, context);
        }
        const std::string_view id = below.starts_with(kStudies) ? below.substr(kStudies.size()) : std::string_view();
        if (!id.empty() && id.find('/') == std::string_view::npos) return get_study(request, context, id);
    }
    return error_answer(404, fmt::format("Nothing is at {} here; {}/studies/{{nctId}}, {}/studies/metadata, "
                                         "{}/studies/search-areas, {}/studies/enums and {}/version are",
                                         path, kRoot, kRoot, kRoot, kRoot, kRoot));
}

Response answer(const Request& request, const store::Reader& store, const CurrentDataLoad& data_load) {
    const auto load = data_load.get();
    if (!load) return store_failure(load.error());
    Response response = operate(request, {store, *load});
    if (response.status == 200) response.etag = load->etag;
    return response;
}

} // namespace

Response Api::handle(const Request& request) const {
    Response response = answer(request, store_, data_load_);
    response.headers.emplace_back("Access-Control-Allow-Origin", "*");
    return response;
}

} // namespace trialdex::api
