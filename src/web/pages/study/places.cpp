// Where the study takes place and whom to ask: contacts first, then sites by country. The largest study has 1,154
// sites: its countries are closed until somebody opens them, and say how many sites they hold.
#include "web/components/entities.h"
#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/sections.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace trialdex::web {

namespace {

constexpr std::size_t kOpenSites = 20; // up to so many sites all countries stand open

constexpr std::array<std::string_view, 5> kContactNames = {"name", "role", "phone", "phoneExt", "email"};
constexpr std::array<std::string_view, 8> kSiteNames = {"facility", "status",  "city",     "state",
                                                        "zip",      "country", "geoPoint", "contacts"};

struct Country {
    std::string name;
    std::vector<study::Value> sites;
    std::size_t recruiting = 0;
};

// "1,154 sites, 577 recruiting"
std::string sites_in_words(std::size_t sites, std::size_t recruiting) {
    std::string words = counted(sites, "site", "sites");
    if (recruiting > 0) words += ", " + grouped(static_cast<std::uint64_t>(recruiting)) + " recruiting";
    return words;
}

std::vector<Country> by_country(study::Value sites) {
    std::vector<Country> countries;
    for (const study::Value site : sites) {
        const std::string name = text_of(site["country"]);
        auto country =
            std::find_if(countries.begin(), countries.end(), [&](const Country& c) { return c.name == name; });
        if (country == countries.end()) country = countries.insert(country, Country{name, {}, 0});
        country->sites.push_back(site);
        if (site["status"].text() == "RECRUITING") ++country->recruiting;
    }
    // Records keep no order (Canada, Austria, Australia, …); 44 countries want one. Sites without a country come last.
    std::sort(countries.begin(), countries.end(), [](const Country& a, const Country& b) {
        return std::pair(a.name.empty(), std::string_view(a.name)) <
               std::pair(b.name.empty(), std::string_view(b.name));
    });
    return countries;
}

// Name, role, telephone and e-mail in a line; `node` is the schema's for the fields that are shown as they come.
void contact(Html& html, const schema::Node& node, study::Value person) {
    std::string_view between;
    const auto part = [&](std::string_view name, auto&& write) {
        if (!person[name]) return;
        html.text(between);
        write(person[name]);
        between = " · ";
    };
    html.open("p", {{"class", "contact"}});
    part("name", [&](study::Value name) { html.element("strong", text_of(name)); });
    part("role", [&](study::Value role) { html.text(words_of("ContactRole", role)); });
    part("phone", [&](study::Value phone) { plain_text(html, phone.text()); });
    part("phoneExt", [&](study::Value extension) { html.text("extension " + text_of(extension)); });
    part("email", [&](study::Value address) { email(html, address); });
    html.close("p");
    fact_list(html, node, person, {.skip = kContactNames, .expected = {}, .explained = false, .hidden = nullptr});
}

void central_contacts(Html& html, study::Value contacts) {
    if (contacts.size() == 0) return;
    const schema::Node& node = node_at("protocolSection.contactsLocationsModule.centralContacts");
    heading(html, 3, node.label);
    for (const study::Value person : contacts) contact(html, node, person);
}

// "Thornhill, Ontario, L4J 1W3"
std::string town(study::Value site) {
    std::string words;
    for (const std::string_view name : {"city", "state", "zip"}) {
        const std::string part = text_of(site[name]);
        if (!part.empty()) words += (words.empty() ? "" : ", ") + part;
    }
    return words;
}

void one_site(Html& html, study::Value site) {
    const schema::Node& node = node_at("protocolSection.contactsLocationsModule.locations");
    html.open("li", {{"class", "site"}});
    const std::string where = town(site);
    html.element("strong", site["facility"] ? text_of(site["facility"]) : "Facility not named");
    if (!where.empty()) html.text(" ").element("span", where, {{"class", "town"}});
    if (site["status"]) {
        html.text(" ").element("span", words_of("RecruitmentStatus", site["status"]), {{"class", "site-status"}});
    }
    if (site["geoPoint"]) {
        html.text(" ").open("span", {{"class", "point"}});
        value(html, node_at("protocolSection.contactsLocationsModule.locations.geoPoint"), site["geoPoint"]);
        html.close("span");
    }
    for (const study::Value person : site["contacts"]) {
        contact(html, node_at("protocolSection.contactsLocationsModule.locations.contacts"), person);
    }
    fact_list(html, node, site, {.skip = kSiteNames, .expected = {}, .explained = false, .hidden = nullptr});
    html.close("li");
}

void one_country(Html& html, const Country& country, bool is_open) {
    if (is_open) {
        html.open("details", {{"class", "country"}, {"open", ""}});
    } else {
        html.open("details", {{"class", "country"}});
    }
    html.open("summary").element("strong", country.name.empty() ? "Country not in this record" : country.name);
    html.text(" ").open("span", {{"class", "count"}}).text(sites_in_words(country.sites.size(), country.recruiting));
    html.close("span").close("summary").open("ul", {{"class", "sites"}});
    for (const study::Value site : country.sites) one_site(html, site);
    html.close("ul").close("details");
}

void countries_line(Html& html, const std::vector<Country>& countries, study::Value removed) {
    if (countries.empty() && removed.size() == 0) return;
    open_facts(html);
    fact(html, countries.size() + removed.size() == 1 ? "Country" : "Countries", [&] {
        html.open("ul", {{"class", "inline-list"}});
        for (const Country& country : countries) {
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

// What the sites say of their own status: the words used, or that none of them says.
void status_note(Html& html, study::Value sites) {
    std::vector<std::string_view> codes;
    for (const study::Value site : sites) {
        const std::string_view code = site["status"].text();
        if (!code.empty() && std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
    }
    if (codes.empty()) {
        html.element("p", "Status of the sites: not in this record.", {{"class", "absent"}});
    } else {
        code_legend(html, "What the sites’ statuses mean", "RecruitmentStatus", codes);
    }
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

} // namespace

void places_section(Html& html, const StudyView& study) {
    central_contacts(html, study.places["centralContacts"]);
    const study::Value sites = study.places["locations"];
    const std::vector<Country> countries = by_country(sites);
    roles_note(html, study);
    countries_line(html, countries, study.misc["removedCountries"]);
    if (sites.size() == 0) return;
    std::size_t recruiting = 0;
    for (const Country& country : countries) recruiting += country.recruiting;
    heading(html, 3, sites_in_words(sites.size(), recruiting));
    status_note(html, sites);
    for (const Country& country : countries) one_country(html, country, sites.size() <= kOpenSites);
}

} // namespace trialdex::web
