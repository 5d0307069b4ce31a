// How far two points of the earth are from each other.
#pragma once

#include "web/map/outlines.h"

#include <string>

namespace trialdex::web::map {

double kilometres_between(Point a, Point b); // along the surface, as searches by distance have it

// "about 12 km (7 miles)"; "less than 1 km" where towns are the same. Whole numbers: the points are of towns.
std::string distance_in_words(double kilometres);

} // namespace trialdex::web::map
