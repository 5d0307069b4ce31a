// The sites of a study: read once, in order of country, state and city, and how one of them looks in a list.
#pragma once

#include "study/json.h"
#include "web/html.h"
#include "web/map/outlines.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::web {

struct StudySite {
    study::Value value; // the element of the record's locations
    std::string country, state, city;
    std::string_view status;         // code; empty: not in the record
    std::optional<map::Point> point; // of the city, as the registry gives it
};

// Records keep no order (Canada, Austria, Australia, …): by country, state and city, what has no country last.
std::vector<StudySite> sites_in_order(study::Value locations);

// Sites of the same country, next to each other in the list.
struct SiteCountry {
    std::string_view name; // empty: not in the record
    std::span<const StudySite> sites;
    std::size_t recruiting = 0;

    std::string heading() const;
    std::string anchor() const; // "in-united-states"
};
std::vector<SiteCountry> countries_of(std::span<const StudySite> sites);

// Whether there is a place on the earth: two numbers within their bounds.
std::optional<map::Point> point_of(study::Value geo_point);

std::size_t recruiting_among(std::span<const StudySite> sites);

// "1,154 sites, 577 recruiting"
std::string sites_in_words(std::size_t sites, std::size_t recruiting);
// The same with the numbers marked as counted by us.
void sites_counted(Html& html, std::size_t sites, std::size_t recruiting);

// One <li>; `distance` stands first when there is one, marked as calculated. Without `state` the town says nothing of
// it: a heading did.
void one_site(Html& html, const StudySite& site, std::string_view distance = {});

// <ul>s of one country's sites, under a heading for each state where they have several.
void sites_by_state(Html& html, std::span<const StudySite> sites, int heading_level);

// Name, role, telephone and e-mail in a line; `path` is the schema's, for fields that are shown as they come.
void site_contact(Html& html, std::string_view path, study::Value person);

// What the sites say of their own status: what the words used mean, or that none of them says.
void status_note(Html& html, std::span<const StudySite> sites);

} // namespace trialdex::web
