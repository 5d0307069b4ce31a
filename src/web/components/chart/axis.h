// A scale for pictures: round marks, and the place of a value in percent of the width. Pictures have no fixed width
// (their coordinates are percentages), so that their type keeps its size on a phone.
#pragma once

#include "web/html.h"

#include <span>
#include <string>
#include <vector>

namespace trialdex::web {

struct Tick {
    double value = 0;
    std::string label;
};

class Axis {
public:
    // Widened to round marks; the two may be equal. Needs finite numbers.
    static Axis linear(double low, double high);
    // For ratios: equal distances are equal factors. Both must be above 0.
    static Axis logarithmic(double low, double high);

    // "37.50%": within the picture's width, held between its edges.
    std::string place(double value) const;
    // "12.50%": the width between two values.
    std::string width(double from, double to) const;
    bool holds(double value) const; // false: the value lies beyond an edge
    double low() const { return low_; }
    double high() const { return high_; }
    std::span<const Tick> ticks() const { return ticks_; }

private:
    double percent(double value) const;
    double low_ = 0;
    double high_ = 1;
    bool is_logarithmic_ = false;
    std::vector<Tick> ticks_;
};

// Grid lines from `top` to `bottom` and the marks' labels beneath them, as <g class="axis">.
void draw_axis(Html& html, const Axis& axis, int top, int bottom);

} // namespace trialdex::web
