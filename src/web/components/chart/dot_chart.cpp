#include "web/components/chart/dot_chart.h"

#include "web/components/chart/axis.h"
#include "web/components/group_marks.h"
#include "web/path/node_words.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace trialdex::web {

namespace {

constexpr int kTop = 4;
constexpr int kLabelHeight = 19; // the line of type above a row's marks
constexpr int kLineHeight = 14;  // of a second one, where a label is long
constexpr int kPointHeight = 15; // for each point of a row
constexpr int kRowGap = 8;
constexpr int kAxisHeight = 22;
constexpr int kCap = 4; // half the height of an interval's ends
constexpr int kBarHeight = 11;
constexpr std::size_t kEstimateShape = 3;   // a diamond, as forest plots have it
constexpr std::size_t kLineCharacters = 52; // label and figure at 12 pixels beside each other on a phone of 360
constexpr std::size_t kShortestLabel = 14;
constexpr std::size_t kSeldomFull = 10;
constexpr std::size_t kRoomForTwoWords = 22;
constexpr std::size_t kOpenPoints = 40; // a taller picture is folded

std::string pixels(int number) { return std::to_string(number); }

std::string shown_beside(const ChartRow& row) { return nodes::shortened(row.shown, kLineCharacters - kShortestLabel); }

std::size_t room_for_label(const ChartRow& row) {
    return std::max(kShortestLabel, kLineCharacters - std::min(kLineCharacters, shown_beside(row).size()));
}

// A label has two lines: the first ends where the figure stands, the second has the whole width. Where a label breaks
// depends on its words, so that the first line is seldom full.
std::size_t room_on_both_lines(const ChartRow& row) { return room_for_label(row) + kLineCharacters - kSeldomFull; }

struct LabelLines {
    std::string first, second;
};

LabelLines in_lines(const std::string& label, std::size_t room) {
    if (nodes::shortened(label, room) == label) return {label, {}};
    const std::size_t space = label.rfind(' ', room);
    if (space == std::string::npos || space == 0) return {nodes::shortened(label, room), {}};
    return {label.substr(0, space), nodes::shortened(label.substr(space + 1), kLineCharacters)};
}

std::size_t common_beginning(std::string_view one, std::string_view other) {
    const auto differ = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    return static_cast<std::size_t>(differ.first - one.begin());
}

// From the word before the one in which a label begins to differ; from that word itself where there is no room.
std::string from_difference(std::string_view label, std::size_t differs_at, std::size_t room) {
    std::size_t begin = 0;
    std::size_t before = differs_at;
    for (std::size_t words = room < kRoomForTwoWords ? 1 : 2; words > 0 && before > 0; --words) {
        const std::size_t space = label.rfind(' ', before - 1);
        begin = space == std::string_view::npos ? 0 : space + 1;
        before = begin == 0 ? 0 : space;
    }
    if (begin == 0) return nodes::shortened(label, room);
    return "…" + nodes::shortened(label.substr(begin), room - 1);
}

// Arms of one study are often called alike but for their last words ("Drug A 300 mg + Drug B 45 mg"): where cutting
// the end off would make rows the same, what they have in common goes instead.
std::vector<std::string> labels_of(std::span<const ChartRow> rows) {
    std::vector<std::string> cut;
    cut.reserve(rows.size());
    for (const ChartRow& row : rows) cut.push_back(nodes::shortened(row.label, room_on_both_lines(row)));
    const auto hides = [&](std::size_t row, std::size_t differs_at) {
        return cut[row] != rows[row].label && differs_at + std::string_view("…").size() >= cut[row].size();
    };
    std::vector<std::string> labels = cut;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::size_t differs_at = 0; // from the row most like it
        bool is_hidden = false;
        for (std::size_t other = 0; other < rows.size(); ++other) {
            if (other == i || rows[other].label == rows[i].label) continue;
            const std::size_t common = common_beginning(rows[i].label, rows[other].label);
            differs_at = std::max(differs_at, common);
            is_hidden = is_hidden || hides(i, common) || hides(other, common);
        }
        if (is_hidden) labels[i] = from_difference(rows[i].label, differs_at, room_on_both_lines(rows[i]));
    }
    return labels;
}

class Picture {
public:
    Picture(Html& html, const DotChart& chart, std::span<const ChartRow> rows)
        : html_(html), chart_(chart), rows_(rows), axis_(axis_of()) {
        const std::vector<std::string> labels = labels_of(rows);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            labels_.push_back(in_lines(labels[i], room_for_label(rows[i])));
        }
    }

    void write() {
        int height = kTop;
        for (std::size_t i = 0; i < rows_.size(); ++i) height += height_of(i);
        html_.open("svg", {{"class", "chart"},
                           {"role", "img"},
                           {"aria-label", chart_.alternative},
                           {"width", "100%"},
                           {"height", pixels(height + kAxisHeight)}});
        draw_axis(html_, axis_, kTop, height);
        if (chart_.reference) {
            const std::string x = axis_.place(*chart_.reference);
            html_.open("line",
                       {{"class", "reference"}, {"x1", x}, {"x2", x}, {"y1", pixels(kTop)}, {"y2", pixels(height)}});
            html_.close("line");
        }
        int y = kTop;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (i > 0) draw_rule(y);
            draw_row(rows_[i], labels_[i], y);
            y += height_of(i);
        }
        html_.close("svg");
    }

private:
    static int label_height(const LabelLines& label) { return kLabelHeight + (label.second.empty() ? 0 : kLineHeight); }

    int height_of(std::size_t row) const {
        const std::size_t points = std::max<std::size_t>(1, rows_[row].points.size());
        return label_height(labels_[row]) + kRowGap + kPointHeight * static_cast<int>(points);
    }

    Axis axis_of() const {
        std::vector<double> seen;
        const auto see = [&](std::optional<double> value) {
            if (value && std::isfinite(*value) && (!chart_.is_ratio || *value > 0)) seen.push_back(*value);
        };
        for (const ChartRow& row : rows_) {
            for (const ChartPoint& point : row.points) {
                see(point.value);
                see(point.low);
                see(point.high);
            }
        }
        see(chart_.reference);
        if (chart_.from_zero && !chart_.is_ratio) seen.push_back(0);
        if (seen.empty()) seen.push_back(1);
        const auto [low, high] = std::minmax_element(seen.begin(), seen.end());
        return chart_.is_ratio ? Axis::logarithmic(*low, *high) : Axis::linear(*low, *high);
    }

    // Between two rows: on a wide window a mark is far from its label.
    void draw_rule(int y) {
        const std::string middle = pixels(y - kRowGap / 2);
        html_.open("line", {{"class", "row-rule"}, {"x1", "0"}, {"x2", "100%"}, {"y1", middle}, {"y2", middle}});
        html_.close("line");
    }

    void draw_row(const ChartRow& row, const LabelLines& label, int y) {
        const std::string shown = shown_beside(row);
        const int base = y + kLabelHeight - 5;
        html_.element("text", label.first, {{"class", "row-label"}, {"x", "0"}, {"y", pixels(base)}});
        if (!label.second.empty()) {
            html_.element("text", label.second,
                          {{"class", "row-label"}, {"x", "0"}, {"y", pixels(base + kLineHeight)}});
        }
        if (!shown.empty()) {
            html_.element("text", shown,
                          {{"class", "row-figure"}, {"x", "100%"}, {"y", pixels(base)}, {"text-anchor", "end"}});
        }
        int middle = y + label_height(label) + kPointHeight / 2;
        for (const ChartPoint& point : row.points) {
            draw_point(point, middle);
            middle += kPointHeight;
        }
    }

    void draw_point(const ChartPoint& point, int y) {
        if (!std::isfinite(point.value)) return;
        const bool is_of_group = point.series != kNoSeries;
        const std::string classes = is_of_group ? "mark " + series_class(point.series) : "mark estimate";
        html_.open("g", {{"class", classes}});
        if (chart_.form == DotChart::Form::Bars) {
            const double zero = std::clamp(0.0, axis_.low(), axis_.high());
            const double from = std::min(zero, point.value);
            const std::string width = axis_.width(from, std::max(zero, point.value));
            html_.open("rect", {{"class", "bar-mark"},
                                {"x", axis_.place(from)},
                                {"y", pixels(y - kBarHeight / 2)},
                                {"width", width},
                                {"height", pixels(kBarHeight)}});
            html_.close("rect");
        }
        draw_interval(point, y);
        html_.open("svg", {{"x", axis_.place(point.value)}, {"y", pixels(y)}, {"overflow", "visible"}});
        series_shape(html_, is_of_group ? point.series : kEstimateShape);
        html_.close("svg");
        html_.close("g");
    }

    void draw_interval(const ChartPoint& point, int y) {
        if (!point.low && !point.high && !point.is_open_low && !point.is_open_high) return;
        const double low = point.is_open_low ? axis_.low() : point.low.value_or(point.value);
        const double high = point.is_open_high ? axis_.high() : point.high.value_or(point.value);
        html_.open("line", {{"class", "interval"},
                            {"x1", axis_.place(low)},
                            {"x2", axis_.place(high)},
                            {"y1", pixels(y)},
                            {"y2", pixels(y)}});
        html_.close("line");
        end_of_interval(low, point.is_open_low || !axis_.holds(low), point.low.has_value(), y, true);
        end_of_interval(high, point.is_open_high || !axis_.holds(high), point.high.has_value(), y, false);
    }

    // A stroke where the interval ends, an arrow head where it goes on.
    void end_of_interval(double at, bool is_open, bool is_stated, int y, bool is_low) {
        const std::string x = axis_.place(at);
        if (is_open) {
            html_.open("svg", {{"x", x}, {"y", pixels(y)}, {"overflow", "visible"}});
            if (is_low) {
                html_.markup("<path class=\"interval-end\" d=\"M0-4-7 0 0 4z\"/>");
            } else {
                html_.markup("<path class=\"interval-end\" d=\"M0-4 7 0 0 4z\"/>");
            }
            html_.close("svg");
        } else if (is_stated) {
            html_.open(
                "line",
                {{"class", "interval"}, {"x1", x}, {"x2", x}, {"y1", pixels(y - kCap)}, {"y2", pixels(y + kCap)}});
            html_.close("line");
        }
    }

    Html& html_;
    const DotChart& chart_;
    std::span<const ChartRow> rows_;
    std::vector<LabelLines> labels_;
    Axis axis_;
};

bool has_open_end(const DotChart& chart) {
    for (const ChartRow& row : chart.rows) {
        for (const ChartPoint& point : row.points) {
            if (point.is_open_low || point.is_open_high) return true;
        }
    }
    return false;
}

} // namespace

bool can_draw(const DotChart& chart) {
    const auto is_drawn = [](const ChartPoint& point) { return std::isfinite(point.value); };
    return std::any_of(chart.rows.begin(), chart.rows.end(), [&](const ChartRow& row) {
        return std::any_of(row.points.begin(), row.points.end(), is_drawn);
    });
}

void dot_chart(Html& html, const DotChart& chart) {
    if (!can_draw(chart)) return;
    const std::size_t shown = std::min(chart.rows.size(), kMostChartRows);
    std::size_t points = 0;
    for (const ChartRow& row : std::span(chart.rows).first(shown))
        points += std::max<std::size_t>(1, row.points.size());
    const bool is_folded = points > kOpenPoints;
    if (is_folded) html.open("details", {{"class", "folded-picture"}}).element("summary", "Show the picture");
    html.open("figure", {{"class", "picture"}}).open("figcaption");
    html.element("strong", chart.title);
    if (!chart.axis_label.empty()) html.text(" ").element("span", chart.axis_label, {{"class", "axis-label"}});
    html.close("figcaption");
    if (!chart.key.empty()) {
        html.open("ul", {{"class", "key"}});
        for (const auto& [series, name] : chart.key) {
            html.open("li");
            group_marker(html, series);
            html.text(" ").text(name).close("li");
        }
        html.close("ul");
    }
    Picture(html, chart, std::span(chart.rows).first(shown)).write();
    std::string note = chart.note;
    if (has_open_end(chart)) note += " An arrow: the interval goes on, or the record has no number for that end.";
    if (!note.empty()) html.element("p", note, {{"class", "note"}});
    if (shown < chart.rows.size()) {
        html.element("p", "The picture holds the first rows only; the table has all of them.", {{"class", "note"}});
    }
    html.close("figure");
    if (is_folded) html.close("details");
}

} // namespace trialdex::web
