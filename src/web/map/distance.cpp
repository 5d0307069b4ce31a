#include "web/map/distance.h"

#include "index/columns/site_table.h"
#include "web/components/value.h"

#include <cmath>

namespace trialdex::web::map {

namespace {

constexpr double kMile = 1.609344;

std::string whole(double number) { return grouped(static_cast<std::uint64_t>(std::llround(number))); }

} // namespace

double kilometres_between(Point a, Point b) {
    return index::distance({a.latitude, a.longitude}, {b.latitude, b.longitude}) / 1000;
}

std::string distance_in_words(double kilometres) {
    if (kilometres < 1) return "less than 1 km";
    const double miles = kilometres / kMile;
    const std::string in_miles = miles < 1.5 ? "1 mile" : whole(miles) + " miles";
    return "about " + whole(kilometres) + " km (" + in_miles + ")";
}

} // namespace trialdex::web::map
