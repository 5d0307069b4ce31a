// "Nearest to" what? Turns what a reader typed, a town or coordinates, into a point of the earth. The towns are those
// of the registry's own records: this study's sites first, then, through the search index, those of other studies.
#pragma once

#include "web/pages/study/site_list.h"
#include "web/study_request.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::web {

inline constexpr std::size_t kLongestPlace = 120; // bytes of what is typed

struct NearPlace {
    std::string name; // "Gent, Belgium", or the coordinates
    map::Point point;
};

struct NearAnswer {
    std::optional<NearPlace> place;
    bool is_off_the_earth = false;        // coordinates, but no place has them
    std::vector<NearPlace> others;        // other towns of that name
    std::vector<std::string> suggestions; // for a place that is not known: towns of this study
};

// "51.05, 3.72" or "51.05 3.72"; nothing for what is not two numbers.
std::optional<map::Point> typed_point(std::string_view text);

// Whether somebody who typed `asked` means the town: "gent", "Gent, Belgium", "gent belgium".
bool names_town(std::string_view asked, const StudySite& site);

NearAnswer find_place(const StudyRequest& request, std::span<const StudySite> sites, std::string_view asked);

} // namespace trialdex::web
