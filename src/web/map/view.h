// What part of the world a map shows, and where a point of the earth falls on it.
#pragma once

#include "web/map/outlines.h"

#include <optional>
#include <span>

namespace trialdex::web::map {

inline constexpr double kWidth = 640; // of every map, in its own units

// A rectangle of longitudes and latitudes, drawn with one scale in both directions at its middle latitude. `east` may
// lie beyond 180: a view over the Pacific goes from 160 to 210.
struct View {
    double west = 0, south = 0, east = 0, north = 0;

    double height() const;         // in the map's units
    double units_a_degree() const; // of latitude

    // Place on the map; longitudes are taken around the earth to where the view is.
    struct Spot {
        double x = 0;
        double y = 0;
    };
    Spot spot(Point point) const;
};

// The view around `points` with a margin: never narrower than a small country, across the date line where that is
// shorter, the whole world when the points lie all around it. Nothing for no points.
std::optional<View> view_around(std::span<const Point> points);

} // namespace trialdex::web::map
