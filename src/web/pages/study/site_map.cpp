#include "web/pages/study/site_map.h"

#include "base/fixed_number.h"
#include "web/components/calculated.h"
#include "web/components/value.h"
#include "web/map/clusters.h"
#include "web/map/land.h"
#include "web/pages/study/parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::web {

namespace {

constexpr std::size_t kNamed = 3;       // towns or countries in the words of a mark; the rest is counted
constexpr std::size_t kCounted = 2;     // sites from which the number stands in a mark
constexpr double kScaleOnPhones = 1.75; // the map is drawn at 0.57 of its size on a phone of 400 pixels

struct Count {
    std::string name;
    std::size_t sites = 0;
};

template <class Name> std::vector<Count> most_frequent(const std::vector<const StudySite*>& sites, Name&& name_of) {
    std::vector<Count> counts;
    for (const StudySite* site : sites) {
        const std::string& name = name_of(*site);
        auto known = std::find_if(counts.begin(), counts.end(), [&](const Count& c) { return c.name == name; });
        if (known == counts.end()) known = counts.insert(known, Count{name, 0});
        ++known->sites;
    }
    std::stable_sort(counts.begin(), counts.end(), [](const Count& a, const Count& b) { return a.sites > b.sites; });
    return counts;
}

std::string named(const std::vector<Count>& counts) {
    std::string words;
    for (std::size_t i = 0; i < std::min(counts.size(), kNamed); ++i) {
        if (!counts[i].name.empty()) words += (words.empty() ? "" : ", ") + counts[i].name;
    }
    if (counts.size() > kNamed) words += fmt::format(" and {} more", counts.size() - kNamed);
    return words;
}

// "Gent, Leuven and 2 more (Belgium): 12 sites, 3 recruiting"
std::string mark_in_words(const std::vector<const StudySite*>& sites) {
    std::string words = named(most_frequent(sites, [](const StudySite& s) -> const std::string& { return s.city; }));
    const auto countries =
        named(most_frequent(sites, [](const StudySite& s) -> const std::string& { return s.country; }));
    if (!countries.empty()) words += words.empty() ? countries : " (" + countries + ")";
    const auto recruiting = static_cast<std::size_t>(
        std::count_if(sites.begin(), sites.end(), [](const StudySite* site) { return site->status == "RECRUITING"; }));
    return words + (words.empty() ? "" : ": ") + sites_in_words(sites.size(), recruiting);
}

const StudySite& of_largest_country(const std::vector<const StudySite*>& sites) {
    const auto countries = most_frequent(sites, [](const StudySite& s) -> const std::string& { return s.country; });
    return **std::find_if(sites.begin(), sites.end(),
                          [&](const StudySite* site) { return site->country == countries.front().name; });
}

std::string number(double units) { return fixed(units, 1); }

void circle(Html& html, double x, double y, double radius, std::string_view kind) {
    html.open("circle", {{"class", kind}, {"cx", number(x)}, {"cy", number(y)}, {"r", number(radius)}}).close("circle");
}

// Three forms: filled, hollow, and a soft disc where no site of the study tells its status.
struct Forms {
    bool any_status = false;
    bool any_recruiting = false;
    bool any_other = false;
};

void draw_mark(Html& html, const map::Mark& mark, const std::vector<const StudySite*>& sites,
               const SiteMapOptions& options, Forms& forms) {
    const bool recruits =
        std::any_of(sites.begin(), sites.end(), [](const StudySite* site) { return site->status == "RECRUITING"; });
    (recruits ? forms.any_recruiting : forms.any_other) = true;
    const std::string words = mark_in_words(sites);
    html.open("a", {{"href", options.address(of_largest_country(sites))},
                    {"aria-label", words},
                    {"class", recruits           ? "mark mark-open"
                              : forms.any_status ? "mark mark-closed"
                                                 : "mark mark-plain"}});
    if (mark.scale == 1) html.element("title", words); // phones have no pointer to show it to
    circle(html, mark.x, mark.y, mark.radius(), "disc");
    html.close("a");
}

// Above all discs, or a neighbour would cover them. The words of the marks have the numbers, too.
void draw_numbers(Html& html, const std::vector<map::Mark>& marks, std::span<const StudySite* const> placed,
                  bool any_status) {
    html.open("g", {{"class", "numbers"}, {"aria-hidden", "true"}});
    for (const map::Mark& mark : marks) {
        if (mark.members.size() < kCounted) continue;
        const bool recruits = std::any_of(mark.members.begin(), mark.members.end(),
                                          [&](std::size_t member) { return placed[member]->status == "RECRUITING"; });
        const std::string_view kind = recruits || !any_status ? "on" : "off";
        html.element("text", grouped(static_cast<std::uint64_t>(mark.members.size())),
                     {{"class", kind}, {"x", number(mark.x)}, {"y", number(mark.y)}, {"dy", ".35em"}});
    }
    html.close("g");
}

// `kind` says on which windows these marks are shown.
void draw_marks(Html& html, const std::vector<map::Mark>& marks, std::span<const StudySite* const> placed,
                std::string_view kind, const SiteMapOptions& options, Forms& forms) {
    html.open("g", {{"class", kind}}).open("g", {{"class", "calculated"}});
    for (const map::Mark& mark : marks) {
        std::vector<const StudySite*> members;
        members.reserve(mark.members.size());
        for (const std::size_t index : mark.members) members.push_back(placed[index]);
        draw_mark(html, mark, members, options, forms);
    }
    draw_numbers(html, marks, placed, forms.any_status);
    html.close("g").close("g");
}

void key_to(Html& html, std::string_view kind, std::string_view words) {
    html.open("li").open("svg", {{"class", "map-key"}, {"viewBox", "0 0 16 16"}, {"aria-hidden", "true"}});
    html.open("g", {{"class", kind}});
    circle(html, 8, 8, 6, "disc");
    html.close("g").close("svg").text(words).close("li");
}

void caption(Html& html, std::size_t sites, std::size_t placed, const Forms& forms, const SiteMapOptions& options) {
    html.open("figcaption").open("ul", {{"class", "map-keys"}});
    if (forms.any_recruiting) key_to(html, "mark mark-open", "with sites that recruit");
    if (forms.any_other && forms.any_status) key_to(html, "mark mark-closed", "no site recruits");
    if (!forms.any_status) key_to(html, "mark mark-plain", "sites; their status is not in this record");
    if (options.from) key_to(html, "from", options.from_name);
    html.close("ul").open("p", {{"class", "note"}});
    if (placed < sites) {
        calculated_count(html, sites - placed);
        html.text(" of ");
        calculated_count(html, sites, "site", "sites");
        html.text(sites - placed == 1 ? " has no coordinates in the record and is in the list only. "
                                      : " have no coordinates in the record and are in the list only. ");
    }
    html.text("The larger a mark, the more sites, as counted by trialdex. The registry’s points are the middle of a "
              "town or district, not the "
              "door of a clinic. Coasts and borders are approximate (Natural Earth).");
    html.close("p").close("figcaption");
}

} // namespace

void site_map(Html& html, std::span<const StudySite> sites, const SiteMapOptions& options) {
    std::vector<const StudySite*> placed;
    std::vector<map::Point> points;
    for (const StudySite& site : sites) {
        if (!site.point) continue;
        placed.push_back(&site);
        points.push_back(*site.point);
    }
    if (points.empty()) return;
    std::vector<map::Point> seen = points;
    if (options.from) seen.push_back(*options.from);
    const auto view = map::view_around(seen);
    const map::Land land = map::land_in(*view);
    Forms forms;
    forms.any_status = std::any_of(sites.begin(), sites.end(), [](const StudySite& s) { return !s.status.empty(); });

    const std::string box = fmt::format("0 0 {} {}", map::kWidth, view->height());
    html.open("figure", {{"class", "site-map"}});
    html.open("svg", {{"class", "map"},
                      {"viewBox", box},
                      {"width", fmt::format("{}", map::kWidth)},
                      {"height", fmt::format("{}", view->height())},
                      {"role", "group"},
                      {"aria-label", "Map of the sites; the list has the same in words"}});
    html.open("path", {{"class", "land"}, {"d", land.pieces}}).close("path");
    if (!land.borders.empty()) html.open("path", {{"class", "border"}, {"d", land.borders}}).close("path");
    draw_marks(html, map::clusters(*view, points), placed, "marks-on-desks", options, forms);
    draw_marks(html, map::clusters(*view, points, kScaleOnPhones), placed, "marks-on-phones", options, forms);
    if (options.from) {
        const auto spot = view->spot(*options.from);
        html.open("g", {{"class", "from"}}).element("title", options.from_name);
        circle(html, spot.x, spot.y, 6, "disc");
        html.close("g");
    }
    html.close("svg");
    caption(html, sites.size(), placed.size(), forms, options);
    html.close("figure");
}

} // namespace trialdex::web
