#include "web/pages/study/site_list.h"

#include "web/components/calculated.h"
#include "web/components/fact_list.h"
#include "web/components/text_width.h"
#include "web/components/value.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/study_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace trialdex::web {

namespace {

constexpr std::array<std::string_view, 5> kContactNames = {"name", "role", "phone", "phoneExt", "email"};
constexpr std::array<std::string_view, 8> kSiteNames = {"facility", "status",  "city",     "state",
                                                        "zip",      "country", "geoPoint", "contacts"};

std::tuple<bool, std::string_view, std::string_view, std::string_view> place_in_order(const StudySite& site) {
    return {site.country.empty(), site.country, site.state, site.city};
}

// "Thornhill, Ontario, L4J 1W3"
std::string town(study::Value site) {
    std::string words;
    for (const std::string_view name : {"city", "state", "zip"}) {
        const std::string part = isolated(text_of(site[name]));
        if (!part.empty()) words += (words.empty() ? "" : ", ") + part;
    }
    return words;
}

} // namespace

std::optional<map::Point> point_of(study::Value geo_point) {
    const auto latitude = geo_point["lat"].number();
    const auto longitude = geo_point["lon"].number();
    if (!latitude || !longitude || std::abs(*latitude) > 90 || std::abs(*longitude) > 180) return std::nullopt;
    return map::Point{*longitude, *latitude};
}

std::vector<StudySite> sites_in_order(study::Value locations) {
    std::vector<StudySite> sites;
    sites.reserve(locations.size());
    for (const study::Value site : locations) {
        sites.push_back({site, text_of(site["country"]), text_of(site["state"]), text_of(site["city"]),
                         site["status"].text(), point_of(site["geoPoint"])});
    }
    std::stable_sort(sites.begin(), sites.end(),
                     [](const StudySite& a, const StudySite& b) { return place_in_order(a) < place_in_order(b); });
    return sites;
}

std::string SiteCountry::heading() const { return name.empty() ? "Country not in this record" : std::string(name); }

std::string SiteCountry::anchor() const {
    std::string anchor = "in";
    bool is_apart = true;
    for (const char c : name.empty() ? std::string_view("no country") : name) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        const bool is_kept = (small >= 'a' && small <= 'z') || static_cast<unsigned char>(small) >= 0x80;
        if (is_kept && is_apart) anchor += '-';
        if (is_kept) anchor += small;
        is_apart = !is_kept;
    }
    return anchor;
}

std::vector<SiteCountry> countries_of(std::span<const StudySite> sites) {
    std::vector<SiteCountry> countries;
    for (std::size_t begin = 0; begin < sites.size();) {
        std::size_t end = begin + 1;
        while (end < sites.size() && sites[end].country == sites[begin].country) ++end;
        const auto own = sites.subspan(begin, end - begin);
        countries.push_back({sites[begin].country, own, recruiting_among(own)});
        begin = end;
    }
    return countries;
}

std::size_t recruiting_among(std::span<const StudySite> sites) {
    return static_cast<std::size_t>(
        std::count_if(sites.begin(), sites.end(), [](const StudySite& site) { return site.status == "RECRUITING"; }));
}

std::string sites_in_words(std::size_t sites, std::size_t recruiting) {
    std::string words = counted(sites, "site", "sites");
    if (recruiting > 0) words += ", " + grouped(static_cast<std::uint64_t>(recruiting)) + " recruiting";
    return words;
}

void sites_counted(Html& html, std::size_t sites, std::size_t recruiting) {
    calculated_count(html, sites, "site", "sites");
    if (recruiting == 0) return;
    html.text(", ");
    calculated_count(html, recruiting);
    html.text(" recruiting");
}

void site_contact(Html& html, std::string_view path, study::Value person) {
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
    part("phone", [&](study::Value phone) { html.element("span", text_of(phone), {{"class", "phone"}}); });
    part("phoneExt", [&](study::Value extension) { html.text("extension " + text_of(extension)); });
    part("email", [&](study::Value address) { email(html, address); });
    html.close("p");
    fact_list(html, node_at(path), person,
              {.skip = kContactNames, .expected = {}, .explained = false, .hidden = nullptr});
}

void one_site(Html& html, const StudySite& site, std::string_view distance) {
    html.open("li", {{"class", "site"}});
    if (!distance.empty()) {
        html.open("span", {{"class", "distance"}});
        calculated(html, distance, "in a straight line, from the coordinates in the record");
        html.close("span").text(" ");
    }
    const std::string where = town(site.value);
    const std::string facility = text_of(site.value["facility"]);
    html.element("strong", facility.empty() ? "Facility not named" : facility);
    if (!where.empty()) html.text(" ").element("span", where, {{"class", "town"}});
    if (!distance.empty() && !site.country.empty()) {
        html.text(where.empty() ? " " : ", ").element("span", site.country, {{"class", "town"}});
    }
    if (site.value["status"]) {
        html.text(" ").element("span", words_of("RecruitmentStatus", site.value["status"]), {{"class", "site-status"}});
    }
    if (site.value["geoPoint"]) {
        html.text(" ").open("span", {{"class", "point"}});
        value(html, node_at("protocolSection.contactsLocationsModule.locations.geoPoint"), site.value["geoPoint"]);
        html.close("span");
    }
    for (const study::Value person : site.value["contacts"]) {
        site_contact(html, "protocolSection.contactsLocationsModule.locations.contacts", person);
    }
    fact_list(html, node_at("protocolSection.contactsLocationsModule.locations"), site.value,
              {.skip = kSiteNames, .expected = {}, .explained = false, .hidden = nullptr});
    html.close("li");
}

void sites_by_state(Html& html, std::span<const StudySite> sites, int heading_level) {
    const bool has_states = !sites.empty() && sites.front().state != sites.back().state;
    for (std::size_t begin = 0; begin < sites.size();) {
        std::size_t end = begin + 1;
        while (end < sites.size() && (!has_states || sites[end].state == sites[begin].state)) ++end;
        if (has_states) {
            const std::string& state = sites[begin].state;
            heading(html, heading_level, [&] {
                html.text(state.empty() ? "State not in this record" : state).text(" · ");
                sites_counted(html, end - begin, recruiting_among(sites.subspan(begin, end - begin)));
            });
        }
        html.open("ul", {{"class", "sites"}});
        for (const StudySite& site : sites.subspan(begin, end - begin)) one_site(html, site);
        html.close("ul");
        begin = end;
    }
}

void status_note(Html& html, std::span<const StudySite> sites) {
    std::vector<std::string_view> codes;
    for (const StudySite& site : sites) {
        if (!site.status.empty() && std::find(codes.begin(), codes.end(), site.status) == codes.end()) {
            codes.push_back(site.status);
        }
    }
    if (codes.empty()) {
        html.element("p", "Status of the sites: not in this record.", {{"class", "absent"}});
    } else {
        code_legend(html, "What the sites’ statuses mean", "RecruitmentStatus", codes);
    }
}

} // namespace trialdex::web
