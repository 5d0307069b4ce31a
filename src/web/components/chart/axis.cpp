#include "web/components/chart/axis.h"

#include "base/fixed_number.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace trialdex::web {

namespace {

constexpr double kMargin = 4;   // percent of the width at each edge, for marks and labels that lie on it
constexpr double kMarks = 4;    // about so many steps; more do not fit beside each other on a phone
constexpr int kLabelBelow = 15; // pixels from the end of the grid lines to the labels' base line
constexpr std::size_t kMostTicks = 12;

double round_step(double span) {
    const double rough = span / kMarks;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (rough <= factor * power * 1.0001) return factor * power;
    }
    return 10 * power;
}

std::string label_of(double value) {
    if (value == 0) return "0";
    std::string label = fmt::format("{:.6g}", value);
    if (label.starts_with('-')) label.replace(0, 1, "−");
    return label;
}

} // namespace

Axis Axis::linear(double low, double high) {
    if (!(high > low)) {
        const double around = low == 0 ? 1 : std::abs(low) * 0.5;
        low -= around;
        high += around;
    }
    const double step = round_step(high - low);
    Axis axis;
    axis.low_ = std::floor(low / step + 1e-9) * step;
    axis.high_ = std::ceil(high / step - 1e-9) * step;
    if (!(axis.high_ > axis.low_)) axis.high_ = axis.low_ + step;
    for (std::size_t i = 0; i < kMostTicks; ++i) {
        const double value = axis.low_ + static_cast<double>(i) * step;
        if (value > axis.high_ + step * 0.5) break;
        const double clean = std::abs(value) < step * 1e-9 ? 0 : value;
        axis.ticks_.push_back({clean, label_of(clean)});
    }
    return axis;
}

Axis Axis::logarithmic(double low, double high) {
    constexpr std::array<double, 6> kFactors = {1, 1.5, 2, 3, 5, 7};
    constexpr double kNarrow = 12; // a scale from 0.5 to 6 has room for all six, a wider one for 1, 2 and 5
    Axis axis;
    axis.is_logarithmic_ = true;
    axis.low_ = low;
    axis.high_ = high > low ? high : low * 2;
    std::vector<double> marks;
    const int first = static_cast<int>(std::floor(std::log10(axis.low_))) - 1;
    const int last = static_cast<int>(std::ceil(std::log10(axis.high_))) + 1;
    const bool is_narrow = axis.high_ < axis.low_ * kNarrow;
    const bool is_wide = last - first > 5; // powers of ten alone
    for (int power = first; power <= last; ++power) {
        for (const double factor : kFactors) {
            const bool is_round = factor == 1 || factor == 2 || factor == 5;
            if (factor == 1 || is_narrow || (is_round && !is_wide)) marks.push_back(factor * std::pow(10.0, power));
        }
    }
    // From the last mark at or below the lowest value to the first at or above the highest.
    const auto above_low = std::upper_bound(marks.begin(), marks.end(), axis.low_ * 1.000001);
    const auto from = above_low == marks.begin() ? above_low : above_low - 1;
    const auto to = std::lower_bound(from, marks.end(), axis.high_ * 0.999999);
    axis.low_ = *from;
    axis.high_ = to == marks.end() ? marks.back() : *to;
    const std::size_t count = static_cast<std::size_t>(to - from) + 1;
    const std::size_t every = count > kMostTicks ? (count + kMostTicks - 1) / kMostTicks : 1;
    for (std::size_t i = 0; i < count && from + static_cast<std::ptrdiff_t>(i) != marks.end(); i += every) {
        axis.ticks_.push_back({from[static_cast<std::ptrdiff_t>(i)], label_of(from[static_cast<std::ptrdiff_t>(i)])});
    }
    return axis;
}

double Axis::percent(double value) const {
    double share = 0;
    if (is_logarithmic_) {
        share = value <= 0 ? 0 : (std::log(value) - std::log(low_)) / (std::log(high_) - std::log(low_));
    } else {
        share = (value - low_) / (high_ - low_);
    }
    return kMargin + std::clamp(share, 0.0, 1.0) * (100 - 2 * kMargin);
}

std::string Axis::place(double value) const { return fixed(percent(value), 2) + "%"; }

std::string Axis::width(double from, double to) const {
    return fixed(std::max(0.0, percent(to) - percent(from)), 2) + "%";
}

bool Axis::holds(double value) const { return value >= low_ && value <= high_; }

void draw_axis(Html& html, const Axis& axis, int top, int bottom) {
    const std::string from = std::to_string(top);
    const std::string to = std::to_string(bottom);
    const std::string base = std::to_string(bottom + kLabelBelow);
    html.open("g", {{"class", "axis"}});
    for (const Tick& tick : axis.ticks()) {
        const std::string x = axis.place(tick.value);
        html.open("line", {{"x1", x}, {"x2", x}, {"y1", from}, {"y2", to}}).close("line");
        html.element("text", tick.label, {{"x", x}, {"y", base}, {"text-anchor", "middle"}});
    }
    html.close("g");
}

} // namespace trialdex::web
