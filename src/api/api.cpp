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
constexpr std::array<Route, 6> kRoutes = {{
    {"/studies", list_studies},
    {"/studies/related", post_related},
    {"/version", get_version},
    {"/studies/metadata", get_metadata},
    {"/studies/search-areas", get_search_areas},
    {"/studies/enums", get_enums},
}};
constexpr std::string_view kStudies = "/studies/";
constexpr std::string_view kRelated = "/related";
constexpr std::size_t kMostPosted = std::size_t{1} << 20; // bytes of a draft

Response operate(const Request& request, const Context& context) {
    const std::string_view path(request.path);
    if (path.starts_with(kRoot)) {
        const std::string_view below = path.substr(kRoot.size());
        for (const Route& route : kRoutes) {
            if (below == route.path) return route.operation(request, context);
        }
        std::string_view id = below.starts_with(kStudies) ? below.substr(kStudies.size()) : std::string_view();
        if (id.size() > kRelated.size() && id.ends_with(kRelated)) {
            id.remove_suffix(kRelated.size());
            if (id.find('/') == std::string_view::npos) return get_related(request, context, id);
        }
        if (!id.empty() && id.find('/') == std::string_view::npos) return get_study(request, context, id);
    }
    return error_answer(404, fmt::format("Nothing is at {0} here; {1}/studies, {1}/studies/{{nctId}}, "
                                         "{1}/studies/{{nctId}}/related, {1}/studies/metadata, "
                                         "{1}/studies/search-areas, {1}/studies/enums and {1}/version are",
                                         path, kRoot));
}

// With the generation of the index: the same data may be found by a newer index only.
std::string with_generation(std::string etag, const search::Searcher* searcher) {
    if (searcher != nullptr) etag.insert(etag.size() - 1, fmt::format("-{}", searcher->info().generation));
    return etag;
}

Response answer(const Request& request, const store::Reader& store, const CurrentDataLoad& data_load,
                const search::Searcher* searcher, const related::Finder* finder) {
    const auto load = data_load.get();
    if (!load) return store_failure(load.error());
    Response response = operate(request, {store, *load, searcher, finder});
    // A draft's answer is nobody's to keep.
    if (response.status == 200 && request.method != "POST") response.etag = with_generation(load->etag, searcher);
    return response;
}

} // namespace

Response Api::handle(const Request& request) const {
    // One index for the whole request, whatever is built meanwhile.
    const auto searcher = index_ != nullptr ? index_->current() : nullptr;
    const auto finder = related_ != nullptr ? related_->current() : nullptr;
    Response response = answer(request, store_, data_load_, searcher.get(), finder.get());
    response.headers.emplace_back("Access-Control-Allow-Origin", "*");
    return response;
}

std::size_t Api::post_limit(std::string_view path) const {
    const bool is_draft = path.starts_with(kRoot) && path.substr(kRoot.size()) == "/studies/related";
    return is_draft ? kMostPosted : 0;
}

} // namespace trialdex::api
