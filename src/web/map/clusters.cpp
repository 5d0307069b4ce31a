#include "web/map/clusters.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace trialdex::web::map {

namespace {

constexpr double kFirstCell = 22; // units: a mark of one point and its surroundings
constexpr double kCoarser = 1.25; // how much the cells grow when there are too many marks
constexpr double kOverlap = 0.6;  // marks nearer than this part of their radii together are one
constexpr double kLeastRadius = 5;
constexpr double kGrowth = 1.1; // before the root of the number
constexpr double kMostRadius = 22;

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

bool lie_together(const Mark& a, const Mark& b) {
    return std::hypot(a.x - b.x, a.y - b.y) < kOverlap * (a.radius() + b.radius());
}

// Two towns on both sides of a cell's edge are one mark, too. Once through: a mark that grew takes no third one in, or
// Europe would end as a single disc.
void join_neighbours(std::vector<Mark>& marks) {
    for (std::size_t i = 0; i < marks.size(); ++i) {
        for (std::size_t j = i + 1; j < marks.size() && !marks[i].members.empty(); ++j) {
            if (marks[j].members.empty() || !lie_together(marks[i], marks[j])) continue;
            take_in(marks[i], marks[j]);
            break;
        }
    }
    std::erase_if(marks, [](const Mark& mark) { return mark.members.empty(); });
}

} // namespace

double Mark::radius() const {
    return std::min(kLeastRadius + kGrowth * std::sqrt(static_cast<double>(members.size())), kMostRadius);
}

std::vector<Mark> clusters(const View& view, std::span<const Point> points) {
    std::vector<View::Spot> spots;
    for (const Point& point : points) spots.push_back(view.spot(point));
    std::vector<Mark> marks = by_cell(spots, kFirstCell);
    for (double cell = kFirstCell; marks.size() > kMostMarks; cell *= kCoarser) marks = by_cell(spots, cell * kCoarser);
    join_neighbours(marks);
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark& a, const Mark& b) { return a.members.size() > b.members.size(); });
    return marks;
}

} // namespace trialdex::web::map
