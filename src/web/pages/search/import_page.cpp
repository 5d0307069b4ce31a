#include "web/pages/search/import_page.h"

#include "search/language/site_url.h"
#include "web/pages/search/limits.h"
#include "web/pages/search/parameters.h"
#include "web/pages/search/search_address.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace trialdex::web {

namespace {

constexpr double kMetresPerMile = 1609.344;

// The registry's orders that we have too.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kOrders = {{{"LastUpdatePostDate", "updated"},
                                                                                   {"StartDate", "start"},
                                                                                   {"ResultsFirstPostDate", "results"},
                                                                                   {"EnrollmentCount", "enrollment"}}};

std::string joined(std::string_view text, std::string_view more) {
    if (text.empty()) return std::string(more);
    if (more.empty()) return std::string(text);
    return fmt::format("({}) AND ({})", text, more);
}

SearchAddress with_place(const SearchAddress& address, const search::Expression::Circle& near) {
    return address.with("lat", fmt::format("{}", near.latitude))
        .with("lng", fmt::format("{}", near.longitude))
        .with("distance", fmt::format("{:.6g}mi", near.metres / kMetresPerMile));
}

std::string_view order_key(std::string_view sort) {
    const std::string_view piece = sort.substr(0, sort.find(':'));
    for (const auto& [name, key] : kOrders) {
        if (name == piece && !sort.ends_with(":asc")) return key;
    }
    return {};
}

SearchAddress address_of(const search::SiteSearch& site) {
    SearchAddress address;
    for (const auto& [name, text] : site.boxes) {
        if (find_search_box(name)) address = address.with(name, text);
    }
    std::string term(address.get("term"));
    const auto patient = site.boxes.find("patient");
    if (patient != site.boxes.end()) term = joined(term, "AREA[PatientSearch](" + patient->second + ")");
    address = address.with("term", joined(term, site.advanced)).with("locn", site.locations);
    for (const search::Choice& choice : site.choices) {
        for (const std::string& key : choice.keys) address = address.adding(choice.facet, key);
    }
    if (site.near) address = with_place(address, *site.near);
    return address.with(kSortParameter, order_key(site.sort));
}

void paste_form(Html& html, std::string_view url) {
    html.open("form", {{"class", "search-form"}, {"action", "/search/import"}, {"method", "get"}});
    html.element("label", "Address of the search", {{"for", "import-url"}}).open("div", {{"class", "search-row"}});
    html.empty("input", {{"id", "import-url"},
                         {"name", "url"},
                         {"type", "text"},
                         {"value", url},
                         {"autocomplete", "off"},
                         {"spellcheck", "false"},
                         {"maxlength", std::to_string(kLongestText)},
                         {"placeholder", "https://clinicaltrials.gov/search?cond=…"}});
    html.element("button", "Search here", {{"type", "submit"}}).close("div").close("form");
}

api::Response page(const PageContext& context, const Html& notice, std::string_view url, int status) {
    Html main;
    main.element("h1", "Bring a search from ClinicalTrials.gov");
    main.element("p",
                 "Copy the address of a result list on ClinicalTrials.gov out of your browser, and paste it here: the "
                 "same conditions, fields, filters and dates are searched in this registry.",
                 {{"class", "lede"}});
    main.append(notice);
    paste_form(main, url);
    return page_response(context,
                         {.title = "Bring a search from ClinicalTrials.gov",
                          .description = "Paste the address of a search on ClinicalTrials.gov to repeat it here.",
                          .canonical = "/search/import",
                          .official_record = {},
                          .data_date = {},
                          .is_listed = url.empty()},
                         main, status);
}

api::Response not_understood(const PageContext& context, std::string_view url, const Error& error) {
    Html notice;
    notice.open("section", {{"class", "notice notice-reading"}}).element("h2", "That is not the address of a search");
    notice.element("p", error.message).close("section");
    return page(context, notice, url, 400);
}

api::Response incomplete(const PageContext& context, std::string_view url, const search::SiteSearch& site) {
    Html notice;
    notice.open("section", {{"class", "notice notice-reading"}});
    notice.element("h2", "Not everything could be brought along");
    notice.element("p", "The search here will find more than the one there, because these parts narrowed it:")
        .open("ul");
    for (const std::string& part : site.left_out) notice.open("li").element("code", part).close("li");
    notice.close("ul").open("p").link(address_of(site).href(), "Search here without them").close("p").close("section");
    return page(context, notice, url, 200);
}

} // namespace

bool is_registry_search(std::string_view text) {
    constexpr std::array<std::string_view, 6> kStarts = {
        "https://clinicaltrials.gov/search?",          "https://www.clinicaltrials.gov/search?",
        "http://clinicaltrials.gov/search?",           "https://clinicaltrials.gov/ct2/results?",
        "https://www.clinicaltrials.gov/ct2/results?", "https://classic.clinicaltrials.gov/ct2/results?"};
    return std::any_of(kStarts.begin(), kStarts.end(), [&](std::string_view start) { return text.starts_with(start); });
}

api::Response import_page(const PageContext& context) {
    const std::string* url = context.request.parameter("url");
    if (!url || url->empty()) return page(context, {}, {}, 200);
    const auto site = search::parse_site_url(*url);
    if (!site) return not_understood(context, *url, site.error());
    if (!site->left_out.empty()) return incomplete(context, *url, *site);
    api::Response response;
    response.status = 303;
    response.location = address_of(*site).href();
    response.body = "See " + response.location + "\n";
    return response;
}

} // namespace trialdex::web
