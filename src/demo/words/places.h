// Where the invented studies take place: real cities with their coordinates, so that maps and distances make sense.
#pragma once

#include <span>
#include <string_view>

namespace trialdex::demo {

struct City {
    std::string_view name;
    std::string_view state; // empty outside countries that name one
    std::string_view zip;
    std::string_view country; // as the registry spells it
    double lat;
    double lon;
};

std::span<const City> cities();
// Names that the registry used for the same countries until 2025; old records keep them.
std::string_view older_country_name(std::string_view country);

} // namespace trialdex::demo
