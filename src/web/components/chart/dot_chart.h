// Points or bars with their intervals, a line of type above each row: for figures by group, for estimates (a forest
// plot), for rates of events. Each picture has a title, a text alternative and its numbers in a table beneath.
#pragma once

#include "web/html.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace trialdex::web {

// Of points that belong to no single group, as estimates do: in ink.
inline constexpr std::size_t kNoSeries = static_cast<std::size_t>(-1);

struct ChartPoint {
    std::size_t series = 0; // the group's place: its colour and shape
    double value = 0;
    std::optional<double> low; // of the interval; a point without one is drawn alone
    std::optional<double> high;
    bool is_open_low = false; // the interval goes on beyond what the record states ("NA", one-sided)
    bool is_open_high = false;
};

struct ChartRow {
    std::string label;
    std::string shown;              // the figure in words at the end of the row, as the record has it; may be empty
    std::vector<ChartPoint> points; // several: one below the other
};

struct DotChart {
    enum class Form : std::uint8_t { Points, Bars };
    std::string title;
    std::string alternative; // what a reader who cannot see the picture is told
    std::string axis_label;  // with the unit
    std::string note;        // how points and lines are to be read
    Form form = Form::Points;
    bool is_ratio = false;           // equal distances are equal factors; values at or below 0 lie at the edge
    bool from_zero = false;          // the scale holds 0
    std::optional<double> reference; // a line across: no difference
    std::vector<ChartRow> rows;
    std::vector<std::pair<std::size_t, std::string>> key; // series and name, where rows hold several series
};

// Beyond so many rows a picture is no picture; the table has them all.
inline constexpr std::size_t kMostChartRows = 30;

// Whether there is something to draw: a finite value in some row.
bool can_draw(const DotChart& chart);

void dot_chart(Html& html, const DotChart& chart);

} // namespace trialdex::web
