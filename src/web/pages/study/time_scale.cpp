#include "web/pages/study/time_scale.h"

#include "study/partial_date.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace trialdex::web {

namespace {

constexpr double kMargin = 0.04;   // of the span, on each side
constexpr double kLeastSpan = 365; // days: a line of a single date is a year long
constexpr double kDaysAYear = 365.2425;
constexpr std::size_t kMostTicks = 6;
constexpr std::array<int, 9> kSteps = {1, 2, 5, 10, 20, 50, 100, 500, 2000};

std::int32_t first_of(int year) { return study::PartialDate{static_cast<std::int16_t>(year), 0, 0}.first_day(); }

} // namespace

TimeScale::TimeScale(std::int32_t first_day, std::int32_t last_day) {
    const double span = std::max(kLeastSpan, static_cast<double>(last_day) - first_day + 1);
    const double middle = (static_cast<double>(first_day) + last_day + 1) / 2;
    from_ = middle - span * (0.5 + kMargin);
    to_ = middle + span * (0.5 + kMargin);
}

double TimeScale::place(std::int32_t day) const {
    return std::clamp((day + 0.5 - from_) / (to_ - from_) * 100, 0.0, 100.0);
}

std::vector<TimeScale::Tick> TimeScale::ticks() const {
    const int first = static_cast<int>(1970 + std::floor(from_ / kDaysAYear));
    const int last = static_cast<int>(1970 + std::ceil(to_ / kDaysAYear));
    for (const int step : kSteps) {
        std::vector<Tick> ticks;
        for (int year = first - first % step; year <= last; year += step) {
            const std::int32_t day = first_of(year);
            if (day > from_ && day < to_) ticks.push_back({year, place(day)});
        }
        if (ticks.size() <= kMostTicks) return ticks;
    }
    return {};
}

} // namespace trialdex::web
