#include "web/map/distance.h"

#include "web/components/value.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace trialdex::web::map {

namespace {

constexpr double kEarthRadius = 6371.0; // kilometres
constexpr double kMile = 1.609344;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

std::string whole(double number) { return grouped(static_cast<std::uint64_t>(std::llround(number))); }

} // namespace

double kilometres_between(Point a, Point b) {
    const double north = std::sin(radians(b.latitude - a.latitude) / 2);
    const double east = std::sin(radians(b.longitude - a.longitude) / 2);
    const double chord = north * north + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * east * east;
    return 2 * kEarthRadius * std::asin(std::sqrt(std::clamp(chord, 0.0, 1.0)));
}

std::string distance_in_words(double kilometres) {
    if (kilometres < 1) return "less than 1 km";
    const double miles = kilometres / kMile;
    const std::string in_miles = miles < 1.5 ? "1 mile" : whole(miles) + " miles";
    return "about " + whole(kilometres) + " km (" + in_miles + ")";
}

} // namespace trialdex::web::map
