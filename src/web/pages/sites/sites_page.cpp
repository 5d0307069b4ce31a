#include "web/pages/sites/sites_page.h"

#include "web/components/breadcrumb.h"
#include "web/components/calculated.h"
#include "web/components/value.h"
#include "web/map/distance.h"
#include "web/pages/module_page/pager.h"
#include "web/pages/sites/near_place.h"
#include "web/pages/study/head.h"
#include "web/pages/study/near_form.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/site_map.h"

#include <algorithm>
#include <array>
#include <utility>

namespace trialdex::web {

namespace {

constexpr std::size_t kSitesOnAPage = 100; // in order of place
constexpr std::size_t kCountriesOpen = 8;  // more would push the map off the screen
constexpr std::size_t kNearOnAPage = 25;   // in order of distance
constexpr std::array<std::string_view, 2> kKept = {"country", "near"};

struct SitesRequest {
    const StudyRequest& request;
    std::vector<StudySite> sites;
    std::vector<SiteCountry> countries;

    std::string_view asked(std::string_view name) const {
        const std::string* value = request.page.request.parameter(name);
        std::string_view text = value ? std::string_view(*value) : std::string_view();
        while (text.starts_with(' ')) text.remove_prefix(1);
        while (text.ends_with(' ')) text.remove_suffix(1);
        return text;
    }
    std::string address(std::string_view name = {}, std::string_view value = {}) const {
        return sites_address(request.address, name, value);
    }
};

void country_chooser(Html& html, const SitesRequest& sites, std::string_view chosen) {
    if (sites.countries.size() < 2) return;
    html.open("nav", {{"class", "country-chooser"}, {"aria-label", "Countries"}});
    if (sites.countries.size() <= kCountriesOpen) {
        html.open("details", {{"open", ""}});
    } else {
        html.open("details");
    }
    html.open("summary").text("Choose a country: ");
    calculated_count(html, sites.countries.size(), "country", "countries");
    html.close("summary");
    html.open("ul");
    const auto choice = [&](std::string_view name, std::string_view label, std::size_t count) {
        html.open("li");
        if (name == chosen) {
            html.element("span", label, {{"aria-current", "page"}});
        } else {
            html.link(sites.address("country", name), label);
        }
        html.text(" ").open("span", {{"class", "count"}});
        calculated_count(html, count);
        html.close("span").close("li");
    };
    choice("", "All countries", sites.sites.size());
    for (const SiteCountry& country : sites.countries) {
        if (!country.name.empty()) choice(country.name, country.name, country.sites.size());
    }
    html.close("ul").close("details").close("nav");
}

void map_of(Html& html, const SitesRequest& sites, std::span<const StudySite> shown, const NearPlace* from) {
    site_map(html, shown,
             {.address = [&](const StudySite& site) { return sites.address("country", site.country); },
              .from = from ? std::optional(from->point) : std::nullopt,
              .from_name = from ? std::string_view(from->name) : std::string_view()});
}

void by_place(Html& html, const SitesRequest& sites) {
    const std::string_view chosen = sites.asked("country");
    const auto country =
        std::find_if(sites.countries.begin(), sites.countries.end(), [&](const auto& c) { return c.name == chosen; });
    const bool is_known = !chosen.empty() && country != sites.countries.end();
    if (!chosen.empty() && !is_known) {
        html.element("p", "No site of this study is in a country of that name. These are all of them.",
                     {{"class", "notice"}});
    }
    const std::span<const StudySite> shown = is_known ? country->sites : std::span<const StudySite>(sites.sites);
    country_chooser(html, sites, is_known ? chosen : std::string_view());
    map_of(html, sites, shown, nullptr);
    status_note(html, shown);
    const nodes::PageSlice slice = nodes::page_slice(sites.request.page.request, shown.size(), kSitesOnAPage);
    const std::array<std::string_view, 1> kept = {"country"};
    const std::span<const std::string_view> kept_here =
        is_known ? std::span<const std::string_view>(kept) : std::span<const std::string_view>();
    nodes::pager(html, sites.request.page.request, slice, "Pages of sites", kept_here);
    for (const SiteCountry& part : countries_of(shown.subspan(slice.begin, slice.end - slice.begin))) {
        // The numbers are of the whole country, also where a page ends within it.
        const auto whole = std::find_if(sites.countries.begin(), sites.countries.end(),
                                        [&](const SiteCountry& c) { return c.name == part.name; });
        html.open("section", {{"class", "country-sites"}}).open("h2").text(whole->heading()).text(" ");
        html.open("span", {{"class", "count"}});
        sites_counted(html, whole->sites.size(), whole->recruiting);
        html.close("span").close("h2");
        sites_by_state(html, part.sites, 3);
        html.close("section");
    }
    nodes::pager(html, sites.request.page.request, slice, "Pages of sites, again", kept_here);
}

void other_towns(Html& html, const SitesRequest& sites, const std::vector<NearPlace>& others) {
    if (others.empty()) return;
    html.open("p").text("There are others of that name: ");
    for (std::size_t i = 0; i < others.size(); ++i) {
        html.text(i ? " · " : "").link(sites.address("near", others[i].name), others[i].name);
    }
    html.close("p");
}

void unknown_place(Html& html, const SitesRequest& sites, const NearAnswer& answer) {
    html.open("section", {{"class", "notice"}});
    if (answer.is_off_the_earth) {
        html.element("h2", "No place on the earth has these coordinates");
        html.element("p",
                     "Latitude goes from -90 to 90, longitude from -180 to 180; latitude stands first: 45.76, 4.84.");
    } else {
        html.element("h2", "This town is not known here");
        html.element("p",
                     "Towns are known from the sites in this registry’s records. Try the name as it is written there, "
                     "a larger town nearby, or latitude and longitude.");
    }
    if (!answer.suggestions.empty()) {
        html.open("p").text("Towns of this study: ");
        for (std::size_t i = 0; i < answer.suggestions.size(); ++i) {
            html.text(i ? " · " : "").link(sites.address("near", answer.suggestions[i]), answer.suggestions[i]);
        }
        html.close("p");
    }
    html.close("section");
}

void by_distance(Html& html, const SitesRequest& sites, const NearPlace& place) {
    std::vector<std::pair<double, const StudySite*>> placed;
    for (const StudySite& site : sites.sites) {
        if (site.point) placed.emplace_back(map::kilometres_between(place.point, *site.point), &site);
    }
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const nodes::PageSlice slice = nodes::page_slice(sites.request.page.request, placed.size(), kNearOnAPage);
    std::vector<StudySite> shown;
    for (std::size_t i = slice.begin; i < slice.end; ++i) shown.push_back(*placed[i].second);
    html.open("p").text("Distances are in a straight line between the middles of towns, worked out by this site: the "
                        "registry does not give the addresses of clinics. ");
    html.link(sites.address(), "All sites by country").close("p");
    map_of(html, sites, shown, &place);
    status_note(html, shown);
    nodes::pager(html, sites.request.page.request, slice, "Pages of sites", kKept);
    html.open("ol", {{"class", "sites sites-near"}, {"start", std::to_string(slice.begin + 1)}});
    for (std::size_t i = slice.begin; i < slice.end; ++i) {
        one_site(html, *placed[i].second, map::distance_in_words(placed[i].first));
    }
    html.close("ol");
    nodes::pager(html, sites.request.page.request, slice, "Pages of sites, again", kKept);
    if (const std::size_t rest = sites.sites.size() - placed.size(); rest > 0) {
        html.open("p", {{"class", "note"}});
        calculated_count(html, rest, "site has", "sites have");
        html.text(" no coordinates in the record and cannot be put in this order.").close("p");
    }
}

void content(Html& html, const SitesRequest& sites) {
    const bool has_points =
        std::any_of(sites.sites.begin(), sites.sites.end(), [](const auto& s) { return s.point.has_value(); });
    const std::string_view asked = sites.asked("near");
    if (has_points) near_form(html, sites.request.address, asked);
    if (asked.empty()) return by_place(html, sites);
    if (!has_points) {
        html.element("p", "This record gives no coordinates for its sites, so none can be found by distance.",
                     {{"class", "notice"}});
        return by_place(html, sites);
    }
    const NearAnswer answer = find_place(sites.request, sites.sites, asked);
    if (!answer.place) {
        unknown_place(html, sites, answer);
        return by_place(html, sites);
    }
    html.element("h2", "Nearest to " + answer.place->name);
    other_towns(html, sites, answer.others);
    by_distance(html, sites, *answer.place);
}

} // namespace

api::Response sites_page(const StudyRequest& request) {
    const StudyView study(request);
    SitesRequest sites{request, sites_in_order(study.places["locations"]), {}};
    sites.countries = countries_of(sites.sites);
    Html main;
    breadcrumb(main,
               std::array<Crumb, 3>{
                   {{"Home", "/"}, {"Study " + request.stored.id.text(), request.address.study()}, {"Sites", ""}}});
    main.element("h1", "Sites");
    study_brief(main, study);
    if (sites.sites.empty()) {
        main.element("p", "This record names no sites.", {{"class", "absent"}});
    } else {
        main.open("p", {{"class", "lede"}});
        sites_counted(main, sites.sites.size(), recruiting_among(sites.sites));
        main.text(", in ");
        calculated_count(main, sites.countries.size(), "country", "countries");
        main.text(".").close("p");
        calculated_note(main, "Numbers");
        main.open("div", {{"class", "article sites-page"}});
        content(main, sites);
        main.close("div");
    }
    const bool is_plain = request.page.request.query.empty();
    return page_response(request.page,
                         {.title = "Sites · " + study_title(study) + " · " + request.stored.id.text(),
                          .description = "Where " + request.stored.id.text() + " takes place, on a map and in a list.",
                          .canonical = StudyAddress(request.stored.id).node(kSitesPath),
                          .official_record = official_record_url(request.stored.id),
                          .data_date = request.stored.version.version_holder,
                          .is_listed = is_plain},
                         main);
}

} // namespace trialdex::web
