#include "web/map/outlines.h"

#include "web/assets.h"

#include <algorithm>
#include <optional>

namespace trialdex::web::map {

namespace {

constexpr double kQuantum = 0.02; // degrees a step
constexpr char kFirstDigit = '#';
constexpr int kHalf = 46;      // digits below it end a number, those from it go on
constexpr int kMostDigits = 4; // 46⁴ is beyond twice the steps around the earth

// A number of one to four digits, smallest first; even ones are positive.
std::optional<int> take_number(std::string_view& text) {
    int value = 0;
    int place = 1;
    for (int digits = 0; digits < kMostDigits && !text.empty(); ++digits, place *= kHalf) {
        const int digit = text.front() - kFirstDigit;
        text.remove_prefix(1);
        if (digit < 0 || digit >= 2 * kHalf) return std::nullopt;
        value += digit % kHalf * place;
        if (digit < kHalf) return value % 2 == 0 ? value / 2 : -(value + 1) / 2;
    }
    return std::nullopt;
}

Box box_around(std::span<const Point> points) {
    const auto [west, east] = std::ranges::minmax(points, {}, &Point::longitude);
    const auto [south, north] = std::ranges::minmax(points, {}, &Point::latitude);
    return {west.longitude, south.latitude, east.longitude, north.latitude};
}

Outline read_line(std::string_view line) {
    Outline outline;
    outline.is_land = line.front() == 'L';
    line.remove_prefix(1);
    int x = 0;
    int y = 0;
    while (!line.empty()) {
        const auto east = take_number(line);
        const auto north = take_number(line);
        if (!east || !north) break;
        outline.points.push_back({(x += *east) * kQuantum, (y += *north) * kQuantum});
    }
    if (outline.points.empty()) return outline;
    outline.box = box_around(outline.points);
    for (std::span<const Point> rest = outline.points; !rest.empty();) {
        const std::size_t length = std::min(kStretch, rest.size());
        outline.stretches.push_back(box_around(rest.first(length)));
        rest = rest.subspan(length);
    }
    return outline;
}

} // namespace

std::vector<Outline> read_outlines(std::string_view table) {
    std::vector<Outline> all;
    while (!table.empty()) {
        const std::string_view line = table.substr(0, table.find('\n'));
        table.remove_prefix(std::min(line.size() + 1, table.size()));
        if (line.empty() || line.front() == '#') continue;
        Outline outline = read_line(line);
        if (!outline.points.empty()) all.push_back(std::move(outline));
    }
    return all;
}

std::span<const Outline> outlines() {
    static const std::vector<Outline> kOutlines = [] {
        const Asset* table = find_asset("outlines.txt");
        return table ? read_outlines(table->bytes) : std::vector<Outline>();
    }();
    return kOutlines;
}

} // namespace trialdex::web::map
