#include "web/site.h"

#include "web/assets.h"
#include "web/page.h"
#include "web/pages/compare/compare_page.h"
#include "web/pages/error_page.h"
#include "web/pages/home_page.h"
#include "web/pages/modules_page.h"
#include "web/pages/related/draft_page.h"
#include "web/pages/search/help_page.h"
#include "web/pages/search/import_page.h"
#include "web/pages/search/report_page.h"
#include "web/pages/search/search_page.h"
#include "web/pages/search/suggestions.h"
#include "web/pages/style_page.h"
#include "web/study_request.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace trialdex::web {

namespace {

constexpr const char* kContentSecurityPolicy =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; form-action 'self'; "
    "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

// `path` is the whole path, or what comes before the rest when it ends in '/'.
struct Route {
    std::string_view path;
    api::Response (*answer)(const PageContext& context, std::string_view rest);
    std::size_t post_limit = 0; // bytes that a POST may bring; 0: none
};

constexpr Route kRoutes[] = {
    {"/", [](const PageContext& context, std::string_view) { return home_page(context); }},
    {"/about/style", [](const PageContext& context, std::string_view) { return style_page(context); }},
    {"/compare", [](const PageContext& context, std::string_view) { return compare_page(context); }},
    {"/modules", [](const PageContext& context, std::string_view) { return modules_page(context); }},
    {"/related", [](const PageContext& context, std::string_view) { return draft_page(context); }, kMostPosted},
    {"/search", [](const PageContext& context, std::string_view) { return search_page(context); }},
    {"/search/help", [](const PageContext& context, std::string_view) { return help_page(context); }},
    {"/search/import", [](const PageContext& context, std::string_view) { return import_page(context); }},
    {"/search/report", [](const PageContext& context, std::string_view) { return report_page(context); }},
    {"/search/suggest", [](const PageContext& context, std::string_view) { return suggestions(context); }},
    {"/study", [](const PageContext& context, std::string_view) { return find_study(context); }},
    {"/study/", study_or_module},
};

const Route* find_route(std::string_view path) {
    const Route* best = nullptr;
    for (const Route& route : kRoutes) {
        const bool is_prefix = route.path.size() > 1 && route.path.ends_with('/') && path.size() > route.path.size();
        if (path == route.path || (is_prefix && path.starts_with(route.path))) best = &route;
    }
    return best;
}

api::Response asset_response(const Asset& asset) {
    api::Response response;
    response.content_type = asset.content_type;
    response.body = asset.bytes;
    response.headers = {{"Cache-Control", "public, max-age=31536000, immutable"}};
    return response;
}

const Asset* asset_at(std::string_view path) {
    for (const Asset& asset : assets()) {
        if (asset.url == path) return &asset;
    }
    return nullptr;
}

api::Response no_page(const PageContext& context) {
    return error_page(context,
                      {.status = 404,
                       .title = "No page here",
                       .what = "There is no page at this address. Studies are found by words or by their number.",
                       .ways_on = {{"Search", "/search"}, {"Home", "/"}, {"All modules", "/modules"}}});
}

api::Response no_registry(const Error& error) {
    api::Response response;
    response.status = 500;
    response.body = "The registry cannot be read: " + error.message + "\n";
    return response;
}

// "/modules/" is "/modules"; "/" stays.
bool has_stray_slash(std::string_view path) {
    return path.size() > 1 && path.ends_with('/') && find_route(path.substr(0, path.size() - 1)) != nullptr;
}

api::Response answer(const PageContext& context) {
    const std::string& path = context.request.path;
    if (has_stray_slash(path) && !path.starts_with("/study/")) {
        return redirect(context.request, path.substr(0, path.size() - 1));
    }
    const Route* route = find_route(path);
    return route ? route->answer(context, std::string_view(path).substr(route->path.size())) : no_page(context);
}

// The tag is weak because the server may compress the body on its way.
void add_tag(const api::Request& request, api::Response& response) {
    if (request.method == "POST" || response.status != 200 || !response.etag.empty()) return;
    response.etag = fmt::format("W/\"{:016x}\"", XXH3_64bits(response.body.data(), response.body.size()));
    response.headers.emplace_back("Cache-Control", "no-cache");
    if (request.if_none_match.find(response.etag) == std::string::npos) return;
    response.status = 304;
    response.body.clear();
}

void add_guards(api::Response& response) {
    response.headers.emplace_back("Content-Security-Policy", kContentSecurityPolicy);
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
}

// What was sent by POST belongs to the sender: no cache keeps the answer to it.
void keep_private(const api::Request& request, api::Response& response) {
    if (request.method == "POST") response.headers.emplace_back("Cache-Control", "no-store");
}

} // namespace

std::size_t Site::post_limit(std::string_view path) const {
    const Route* route = find_route(path);
    return route && route->path == path ? route->post_limit : 0;
}

api::Response Site::handle(const api::Request& request) const {
    api::Response response;
    if (const Asset* asset = asset_at(request.path)) {
        response = asset_response(*asset);
    } else if (const auto summary = store_.summary(); !summary) {
        response = no_registry(summary.error());
    } else {
        response = answer({request, store_, *summary, options_.now(), side_, index_, related_});
        add_tag(request, response);
    }
    keep_private(request, response);
    add_guards(response);
    return response;
}

} // namespace trialdex::web
