#include "web/map/clusters.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace trialdex::web::map {

namespace {

constexpr double kFirstCell = 16; // units: a mark of one point and its surroundings
constexpr double kCoarser = 1.25; // how much the cells grow when there are too many marks
constexpr double kApart = 0.95;   // marks nearer than this part of their radii together are one: their edges may touch
constexpr double kLeastRadius = 5;
constexpr double kGrowth = 0.6;           // before the root of the number
constexpr double kRoomForTwoDigits = 8.5; // the number stands inside; from 100 points on there is room for three
constexpr double kMostRadius = 17;        // larger ones would take in each other until Europe is a single disc

std::vector<Mark> by_cell(std::span<const View::Spot> spots, double cell) {
    std::map<std::pair<long, long>, Mark> cells;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        Mark& mark = cells[{std::lround(std::floor(spots[i].x / cell)), std::lround(std::floor(spots[i].y / cell))}];
        mark.x += spots[i].x;
        mark.y += spots[i].y;
        mark.members.push_back(i);
    }
    std::vector<Mark> marks;
    for (auto& [place, mark] : cells) {
        mark.x /= static_cast<double>(mark.members.size());
        mark.y /= static_cast<double>(mark.members.size());
        marks.push_back(std::move(mark));
    }
    return marks;
}

void take_in(Mark& mark, Mark& other) {
    const auto own = static_cast<double>(mark.members.size());
    const auto more = static_cast<double>(other.members.size());
    mark.x = (mark.x * own + other.x * more) / (own + more);
    mark.y = (mark.y * own + other.y * more) / (own + more);
    mark.members.insert(mark.members.end(), other.members.begin(), other.members.end());
    std::sort(mark.members.begin(), mark.members.end());
    other.members.clear();
}

// Below 1 when a mark covers so much of the other that neither's number could be read. A square, which needs no root:
// 96 marks are joined in up to 150,000 looks at a pair.
double apartness(const Mark& a, const Mark& b, double radii) {
    const double x = a.x - b.x;
    const double y = a.y - b.y;
    return (x * x + y * y) / (kApart * kApart * radii * radii);
}

// The two that cover most of each other become one, until none do. Two towns on both sides of a cell's edge are one
// mark, too.
void join_neighbours(std::vector<Mark>& marks) {
    std::vector<double> radii;
    radii.reserve(marks.size());
    for (const Mark& mark : marks) radii.push_back(mark.radius());
    while (true) {
        double nearest = 1;
        std::pair<std::size_t, std::size_t> pair;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            for (std::size_t j = i + 1; j < marks.size(); ++j) {
                const double apart = apartness(marks[i], marks[j], radii[i] + radii[j]);
                if (apart >= nearest) continue;
                nearest = apart;
                pair = {i, j};
            }
        }
        if (nearest >= 1) return;
        const auto [first, second] = pair;
        take_in(marks[first], marks[second]);
        radii[first] = marks[first].radius();
        marks.erase(marks.begin() + static_cast<std::ptrdiff_t>(second));
        radii.erase(radii.begin() + static_cast<std::ptrdiff_t>(second));
    }
}

} // namespace

double Mark::radius() const {
    const double grown = std::min(kLeastRadius + kGrowth * std::sqrt(static_cast<double>(members.size())), kMostRadius);
    return scale * std::max(grown, members.size() < 10 ? kLeastRadius : kRoomForTwoDigits);
}

std::vector<Mark> clusters(const View& view, std::span<const Point> points, double scale) {
    std::vector<View::Spot> spots;
    for (const Point& point : points) spots.push_back(view.spot(point));
    const double first_cell = kFirstCell * scale;
    std::vector<Mark> marks = by_cell(spots, first_cell);
    for (double cell = first_cell; marks.size() > kMostMarks; cell *= kCoarser) marks = by_cell(spots, cell * kCoarser);
    for (Mark& mark : marks) mark.scale = scale;
    join_neighbours(marks);
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark& a, const Mark& b) { return a.members.size() > b.members.size(); });
    return marks;
}

} // namespace trialdex::web::map
