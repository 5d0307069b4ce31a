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

struct Box { // degrees, around points
    double west = 0, south = 0, east = 0, north = 0;
};

inline constexpr std::size_t kStretch = 16; // points

struct Outline {
    bool is_land = false; // a closed piece of land; otherwise a border, open
    std::vector<Point> points;
    Box box;                    // around all points
    std::vector<Box> stretches; // around each kStretch points; the last may have fewer
};

std::span<const Outline> outlines();

// The lines of a table in the form that tools/make_outlines.mjs writes; what does not fit the form ends its line.
std::vector<Outline> read_outlines(std::string_view table);

} // namespace trialdex::web::map
