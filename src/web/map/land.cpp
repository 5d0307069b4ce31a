#include "web/map/land.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace trialdex::web::map {

namespace {

using Spot = View::Spot;

constexpr double kBleed = 4;     // units beyond the edge, so that cut edges lie out of sight
constexpr double kCloseness = 2; // units; a point nearer to the last one is left out
constexpr double kSpeck = 1.5;   // units; a smaller piece of land is left out

struct Frame {
    double left, top, right, bottom;
};

// As std::lround, which is a call for each of 2,000 numbers.
int rounded(double number) {
    const int whole = static_cast<int>(number);
    const double rest = number - whole;
    return whole + (rest >= 0.5 ? 1 : 0) - (rest <= -0.5 ? 1 : 0);
}

// Whole units in as few letters as path data allows: "m3 4 5-6".
class PathWriter {
public:
    void line(const std::vector<Spot>& spots, bool is_closed) {
        bool is_first = true;
        for (std::size_t i = 0; i < spots.size(); ++i) {
            const int x = rounded(spots[i].x);
            const int y = rounded(spots[i].y);
            const bool is_last = i + 1 == spots.size() && !is_closed;
            const bool is_near = std::abs(x - x_) < kCloseness && std::abs(y - y_) < kCloseness;
            if (!is_first && is_near && !(is_last && (x != x_ || y != y_))) continue;
            path_ += is_first ? 'm' : ' ';
            add(x - x_);
            if (y >= y_) path_ += ' ';
            add(y - y_);
            x_ = x;
            y_ = y;
            if (is_first) start_ = {x, y};
            is_first = false;
        }
        if (!is_closed || is_first) return;
        path_ += 'z';
        x_ = start_[0]; // closing leads back
        y_ = start_[1];
    }
    std::string take() { return std::move(path_); }

private:
    void add(int number) {
        if (number < 0 && path_.back() == ' ') path_.pop_back();
        std::array<char, 12> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        path_.append(digits.data(), end);
    }
    std::string path_;
    int x_ = 0;
    int y_ = 0;
    std::array<int, 2> start_{};
};

// One edge of the frame: which side of it a spot is on, and where a line from `a` to `b` crosses it.
struct Edge {
    bool is_vertical;
    double at;
    bool keeps_larger;

    bool keeps(Spot spot) const {
        const double place = is_vertical ? spot.x : spot.y;
        return keeps_larger ? place >= at : place <= at;
    }
    Spot crossing(Spot a, Spot b) const {
        if (is_vertical) return {at, a.y + (b.y - a.y) * (at - a.x) / (b.x - a.x)};
        return {a.x + (b.x - a.x) * (at - a.y) / (b.y - a.y), at};
    }
};

std::array<Edge, 4> edges_of(const Frame& frame) {
    return {
        {{true, frame.left, true}, {true, frame.right, false}, {false, frame.top, true}, {false, frame.bottom, false}}};
}

// Sutherland and Hodgman: one edge after the other. `room` is for what an edge leaves.
void clip_piece(std::vector<Spot>& spots, const Frame& frame, std::vector<Spot>& room) {
    for (const Edge& edge : edges_of(frame)) {
        if (std::all_of(spots.begin(), spots.end(), [&](Spot spot) { return edge.keeps(spot); })) continue;
        room.clear();
        Spot a = spots.back();
        for (const Spot b : spots) {
            if (edge.keeps(a) != edge.keeps(b)) room.push_back(edge.crossing(a, b));
            if (edge.keeps(b)) room.push_back(b);
            a = b;
        }
        spots.swap(room);
    }
}

// A border falls into parts where it leaves the frame; the part up to the first spot outside is kept whole.
void clipped_border(PathWriter& path, const std::vector<Spot>& spots, const Frame& frame) {
    const auto edges = edges_of(frame);
    const auto is_inside = [&](Spot spot) {
        return std::all_of(edges.begin(), edges.end(), [&](const Edge& edge) { return edge.keeps(spot); });
    };
    std::vector<Spot> part;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const bool is_near = is_inside(spots[i]) || (i > 0 && is_inside(spots[i - 1])) ||
                             (i + 1 < spots.size() && is_inside(spots[i + 1]));
        if (is_near) part.push_back(spots[i]);
        if (is_near && i + 1 < spots.size()) continue;
        if (part.size() > 1) path.line(part, false);
        part.clear();
    }
}

bool is_speck(const std::vector<Spot>& spots) {
    const auto [left, right] = std::ranges::minmax(spots, {}, &Spot::x);
    const auto [top, bottom] = std::ranges::minmax(spots, {}, &Spot::y);
    return right.x - left.x < kSpeck && bottom.y - top.y < kSpeck;
}

// The frame in degrees: most points of a large piece of land lie far outside, and are told so by comparing alone.
struct Bounds {
    double west, south, east, north;

    unsigned sides(double longitude, double latitude) const { // on which a point lies outside
        return (longitude < west ? 1U : 0U) | (longitude > east ? 2U : 0U) | (latitude < south ? 4U : 0U) |
               (latitude > north ? 8U : 0U);
    }
    bool misses(const Outline& outline, double around) const { return sides(outline.box, around) != 0; }
    unsigned sides(const Box& box, double around) const { // on which all of it lies outside
        return (box.east + around < west ? 1U : 0U) | (box.west + around > east ? 2U : 0U) |
               (box.north < south ? 4U : 0U) | (box.south > north ? 8U : 0U);
    }
};

Bounds bounds_of(const View& view, const Frame& frame) {
    const double longitude = (view.east - view.west) / kWidth;
    const double latitude = 1 / view.units_a_degree();
    return {view.west + frame.left * longitude, view.north - frame.bottom * latitude,
            view.west + frame.right * longitude, view.north - frame.top * latitude};
}

// Takes outlines to the map. What runs outside along one side changes nothing that is seen, and of it only the ends are
// taken: of the 3,000 points of Eurasia a map of Belgium looks at a few dozen, and passes the others by in stretches.
class Projector {
public:
    Projector(const View& view, const Frame& frame)
        : bounds_(bounds_of(view, frame)), west_(view.west), north_(view.north),
          units_east_(kWidth / (view.east - view.west)), units_north_(view.units_a_degree()) {}

    bool misses(const Outline& outline, double around) const { return bounds_.misses(outline, around); }

    void put_spots(std::vector<Spot>& spots, const Outline& outline, double around) const {
        const std::vector<Point>& points = outline.points;
        spots.clear();
        const auto sides = [&](const Point& point) { return bounds_.sides(point.longitude + around, point.latitude); };
        unsigned shared = 0; // by the last spot that was taken and all that were left out since
        unsigned here = sides(points.front());
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (i % kStretch == 0 && shared != 0 && i + kStretch < points.size()) {
                const unsigned of_stretch = bounds_.sides(outline.stretches[i / kStretch], around) & shared;
                if (of_stretch != 0) { // its last point looks at the next
                    shared = of_stretch;
                    i += kStretch - 1;
                    here = sides(points[i]);
                }
            }
            const unsigned after = sides(points[(i + 1) % points.size()]);
            const bool is_end = i == 0 || (!outline.is_land && i + 1 == points.size());
            if (is_end || (shared & here & after) == 0) {
                spots.push_back(spot(points[i], around));
                shared = here;
            } else {
                shared &= here;
            }
            here = after;
        }
    }

private:
    Spot spot(const Point& point, double around) const {
        return {(point.longitude + around - west_) * units_east_, (north_ - point.latitude) * units_north_};
    }

    Bounds bounds_;
    double west_, north_, units_east_, units_north_;
};

} // namespace

Land land_in(const View& view) {
    const Frame frame{-kBleed, -kBleed, kWidth + kBleed, view.height() + kBleed};
    const Projector projector(view, frame);
    PathWriter pieces;
    PathWriter borders;
    std::vector<Spot> spots;
    std::vector<Spot> room;
    for (const double around : {-360.0, 0.0, 360.0}) {
        for (const Outline& outline : outlines()) {
            if (projector.misses(outline, around)) continue;
            projector.put_spots(spots, outline, around);
            if (!outline.is_land) {
                clipped_border(borders, spots, frame);
                continue;
            }
            clip_piece(spots, frame, room);
            if (spots.size() > 2 && !is_speck(spots)) pieces.line(spots, true);
        }
    }
    return {pieces.take(), borders.take()};
}

} // namespace trialdex::web::map
