// Points that lie close together on a map as one mark: every point is in exactly one mark, no mark hides another, and
// there are never more marks than a reader can tell apart.
#pragma once

#include "web/map/view.h"

#include <cstddef>
#include <span>
#include <vector>

namespace trialdex::web::map {

inline constexpr std::size_t kMostMarks = 96;

struct Mark {
    double x = 0; // in the map's units: the middle of its points
    double y = 0;
    std::vector<std::size_t> members; // indices into the points, ascending
    double scale = 1;

    double radius() const; // its area grows with the number of points
};

// Largest first, so that small marks are drawn above large ones. A larger scale makes fewer and larger marks, for a map
// that is shown small.
std::vector<Mark> clusters(const View& view, std::span<const Point> points, double scale = 1);

} // namespace trialdex::web::map
