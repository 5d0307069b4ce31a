#include "web/map/view.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace trialdex::web::map {

namespace {

constexpr double kMargin = 0.12;      // of the span, on each side
constexpr double kLeastHeight = 5;    // degrees: around a single city one sees its country
constexpr double kWidest = 2.1;       // width to height
constexpr double kNarrowest = 1.45;   // a higher map would push the list of sites off a screen
constexpr double kWorldSpan = 230;    // degrees of longitude; wider is shown as the world
constexpr double kWorldWest = -169;   // in Bering Strait, where a cut goes through no country
constexpr double kSouthernmost = -60; // there are no outlines beyond
constexpr double kNorthernmost = 84;
constexpr double kHighestMiddle = 72; // beyond it the scale of longitudes runs away

struct Span {
    double from = 0;
    double to = 0;
};

// The shortest stretch of longitudes that holds all points: what is left when the widest gap is taken out.
Span shortest_span(std::vector<double> longitudes) {
    std::sort(longitudes.begin(), longitudes.end());
    double widest = longitudes.front() + 360 - longitudes.back();
    Span span{longitudes.front(), longitudes.back()};
    for (std::size_t i = 1; i < longitudes.size(); ++i) {
        const double gap = longitudes[i] - longitudes[i - 1];
        if (gap <= widest) continue;
        widest = gap;
        span = {longitudes[i], longitudes[i - 1] + 360};
    }
    return span;
}

double narrowing(const View& view) { // of a degree of longitude against one of latitude
    const double middle = std::min(std::abs(view.south + view.north) / 2, kHighestMiddle);
    return std::cos(middle * std::numbers::pi / 180);
}

void widen(double& low, double& high, double span) {
    const double more = (span - (high - low)) / 2;
    low -= more;
    high += more;
}

// Moves the stretch of latitudes to where there is something to see.
void keep_inside(View& view) {
    const double span = std::min(view.north - view.south, kNorthernmost - kSouthernmost);
    view.south = std::clamp(view.south, kSouthernmost, kNorthernmost - span);
    view.north = view.south + span;
}

void fit_shape(View& view) {
    const double width = (view.east - view.west) * narrowing(view);
    const double height = view.north - view.south;
    if (width > kWidest * height) widen(view.south, view.north, width / kWidest);
    keep_inside(view);
    if (width < kNarrowest * height) {
        widen(view.west, view.east, std::min(360.0, kNarrowest * (view.north - view.south) / narrowing(view)));
    }
}

} // namespace

double View::units_a_degree() const { return kWidth / ((east - west) * narrowing(*this)); }

double View::height() const { return std::round((north - south) * units_a_degree()); }

View::Spot View::spot(Point point) const {
    double longitude = point.longitude;
    while (longitude < west) longitude += 360;
    while (longitude > east && longitude - 360 >= west) longitude -= 360;
    return {(longitude - west) * kWidth / (east - west), (north - point.latitude) * units_a_degree()};
}

std::optional<View> view_around(std::span<const Point> points) {
    if (points.empty()) return std::nullopt;
    std::vector<double> longitudes;
    View view{0, points[0].latitude, 0, points[0].latitude};
    for (const Point& point : points) {
        longitudes.push_back(point.longitude);
        view.south = std::min(view.south, point.latitude);
        view.north = std::max(view.north, point.latitude);
    }
    const Span span = shortest_span(std::move(longitudes));
    view.west = span.from;
    view.east = span.to;
    const double margin =
        kMargin * std::max({view.north - view.south, (view.east - view.west) * narrowing(view), kLeastHeight});
    view.south -= margin;
    view.north += margin;
    if (view.north - view.south < kLeastHeight) widen(view.south, view.north, kLeastHeight);
    keep_inside(view);
    view.west -= margin / narrowing(view);
    view.east += margin / narrowing(view);
    if (view.east - view.west > kWorldSpan) {
        view.west = kWorldWest;
        view.east = kWorldWest + 360;
    }
    fit_shape(view);
    if (view.east - view.west > kWorldSpan) {
        view.west = kWorldWest;
        view.east = kWorldWest + 360;
    }
    return view;
}

} // namespace trialdex::web::map
