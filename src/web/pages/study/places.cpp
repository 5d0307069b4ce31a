// Where the study takes place and whom to ask: contacts first, then a map and the sites by country. The largest study
// has 1,154 sites: its countries say how many sites they hold, and lead to the list.
#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/pages/study/near_form.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/sections.h"
#include "web/pages/study/site_list.h"
#include "web/pages/study/site_map.h"

#include <algorithm>
#include <string>
#include <vector>

namespace trialdex::web {

namespace {

constexpr std::size_t kOpenSites = 20; // up to so many sites all countries stand open

constexpr std::size_t kListedHere = 40; // more sites than this have their list on a page of its own

void central_contacts(Html& html, study::Value contacts) {
    if (contacts.size() == 0) return;
    constexpr std::string_view kPath = "protocolSection.contactsLocationsModule.centralContacts";
    heading(html, 3, node_at(kPath).label);
    for (const study::Value person : contacts) site_contact(html, kPath, person);
}

void one_country(Html& html, const SiteCountry& country, bool is_open, bool is_named) {
    if (is_open) {
        html.open("details", {{"class", "country"}, {"open", ""}});
    } else {
        html.open("details", {{"class", "country"}});
    }
    html.open("summary");
    if (is_named) {
        html.element("strong", country.heading(), {{"id", country.anchor()}});
    } else {
        html.element("strong", country.heading());
    }
    html.text(" ").open("span", {{"class", "count"}});
    sites_counted(html, country.sites.size(), country.recruiting);
    html.close("span").close("summary");
    sites_by_state(html, country.sites, 4);
    html.close("details");
}

void countries_line(Html& html, const std::vector<SiteCountry>& countries, study::Value removed) {
    if (countries.empty() && removed.size() == 0) return;
    open_facts(html);
    fact(html, countries.size() + removed.size() == 1 ? "Country" : "Countries", [&] {
        html.open("ul", {{"class", "inline-list"}});
        for (const SiteCountry& country : countries) {
            if (!country.name.empty()) html.element("li", country.name);
        }
        for (const study::Value name : removed) {
            html.open("li");
            plain_text(html, name.text());
            html.text(" ").element("span", "removed", {{"class", "removed"}}).close("li");
        }
        html.close("ul");
        if (removed.size() > 0) {
            html.element("p", node_at("derivedSection.miscInfoModule.removedCountries").explanation,
                         {{"class", "note"}});
        }
    });
    close_facts(html);
}

void note_role(std::vector<std::string_view>& codes, study::Value person) {
    const std::string_view code = person["role"].text();
    if (!code.empty() && std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
}

void roles_note(Html& html, const StudyView& study) {
    std::vector<std::string_view> codes;
    for (const study::Value person : study.places["centralContacts"]) note_role(codes, person);
    for (const study::Value site : study.places["locations"]) {
        for (const study::Value person : site["contacts"]) note_role(codes, person);
    }
    code_legend(html, "What the contacts’ roles mean", "ContactRole", codes);
}

// The countries with their numbers, each the way to its own list.
void country_summary(Html& html, const std::vector<SiteCountry>& countries, const StudyAddress& address) {
    html.open("ul", {{"class", "country-summary"}});
    for (const SiteCountry& country : countries) {
        html.open("li").link(sites_address(address, "country", country.name), country.heading());
        html.text(" ").open("span", {{"class", "count"}});
        sites_counted(html, country.sites.size(), country.recruiting);
        html.close("span").close("li");
    }
    html.close("ul");
    html.open("p").link(sites_address(address), "All sites, with their contacts").close("p");
}

void country_lists(Html& html, const std::vector<SiteCountry>& countries, std::size_t sites) {
    std::vector<std::string> anchors;
    for (const SiteCountry& country : countries) {
        // Two spellings of a country could make the same anchor; the first has it.
        const bool is_new = std::find(anchors.begin(), anchors.end(), country.anchor()) == anchors.end();
        if (is_new) anchors.push_back(country.anchor());
        one_country(html, country, sites <= kOpenSites, is_new);
    }
}

} // namespace

void places_section(Html& html, const StudyView& study) {
    central_contacts(html, study.places["centralContacts"]);
    const std::vector<StudySite> sites = sites_in_order(study.places["locations"]);
    const std::vector<SiteCountry> countries = countries_of(sites);
    const bool is_listed = sites.size() <= kListedHere;
    roles_note(html, study);
    if (is_listed) countries_line(html, countries, study.misc["removedCountries"]);
    if (!is_listed) countries_line(html, {}, study.misc["removedCountries"]);
    if (sites.empty()) return;
    const StudyAddress& address = study.request.address;
    heading(html, 3, [&] { sites_counted(html, sites.size(), recruiting_among(sites)); });
    site_map(html, sites, {.address = [&](const StudySite& site) {
                 return is_listed ? "#" + SiteCountry{site.country, {}}.anchor()
                                  : sites_address(address, "country", site.country);
             }});
    const auto placed =
        std::count_if(sites.begin(), sites.end(), [](const StudySite& s) { return s.point.has_value(); });
    if (placed > 1) near_form(html, address);
    status_note(html, sites);
    if (is_listed) {
        country_lists(html, countries, sites.size());
    } else {
        country_summary(html, countries, address);
    }
}

} // namespace trialdex::web
