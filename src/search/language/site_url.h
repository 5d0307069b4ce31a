// The address of a search on ClinicalTrials.gov, today's or the classic site's, as parts of a search of our own.
#pragma once

#include "search/search.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::search {

struct SiteSearch {
    // What stood in the boxes, as typed: "cond", "term", "intr", "titles", "outc", "spons", "lead", "id", "patient"
    // (the names behind "query.").
    std::map<std::string, std::string> boxes;
    std::string
        locations; // for the locations' box: AREA[LocationFacility]Mayo,AREA[LocationCountry]Norway; may be empty
    std::string advanced; // dates and ages: AREA[StartDate]RANGE[2020,MAX] AND …; may be empty
    std::vector<Choice> choices;
    std::optional<Expression::Circle> near; // instead of country, state and city
    std::string near_name;                  // what the person called that place
    std::string sort;                       // "StudyFirstPostDate", "@relevance:desc"; may be empty
    std::vector<std::string> left_out;      // "name=value" of what narrowed the search there and could not be taken
};

// InvalidInput for a text that is no address of a search there.
Result<SiteSearch> parse_site_url(std::string_view url);

} // namespace trialdex::search
