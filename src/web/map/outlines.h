// The coasts and borders of the world, from assets/outlines.txt: read once, drawn as often as somebody asks.
// They are approximate and carry no names: the map says where sites are, and nothing of whose land it is.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace trialdex::web::map {

struct Point {
    double longitude = 0; // degrees, east is positive
    double latitude = 0;
};

struct Outline {
    bool is_land = false; // a closed piece of land; otherwise a border, open
    std::vector<Point> points;
    double west = 0, south = 0, east = 0, north = 0; // around all points
};

std::span<const Outline> outlines();

// The lines of a table in the form that tools/make_outlines.mjs writes; what does not fit the form ends its line.
std::vector<Outline> read_outlines(std::string_view table);

} // namespace trialdex::web::map
