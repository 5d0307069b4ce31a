#include "web/pages/results/outcome_chart.h"

#include "results/not_available.h"
#include "results/number_text.h"
#include "web/components/entities.h"
#include "web/pages/results/analysis_list.h"
#include "web/pages/results/figure.h"
#include "web/pages/results/figure_table.h"
#include "web/path/node_words.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace trialdex::web {

namespace {

using results::exact_number;
using results::Figure;
using results::Measure;

// Rows that differ by more than this factor (a table of weight, age and cell counts) share no scale.
constexpr double kWidestFactor = 300;
constexpr double kFactorForRatioScale = 30; // geometric means of drug levels over days
constexpr std::size_t kTitleCharacters = 120;

std::optional<double> percent_value(const Measure& measure, const Figure& figure) {
    if (!measure.has_percentages()) return std::nullopt;
    const auto part = exact_number(figure.value);
    const auto whole = exact_number(figure.denominator.count);
    if (!part || !whole || *whole <= 0 || *part < 0 || *part > *whole) return std::nullopt;
    return *part / *whole * 100;
}

// Nothing for a figure that is no number.
std::optional<ChartPoint> point_of(const Measure& measure, const Figure& figure, std::size_t group, bool as_percent) {
    const auto value = as_percent ? percent_value(measure, figure) : exact_number(figure.value);
    if (!value) return std::nullopt;
    ChartPoint point;
    point.series = group;
    point.value = *value;
    if (as_percent) return point;
    point.low = exact_number(figure.lower);
    point.high = exact_number(figure.upper);
    point.is_open_low = results::is_not_available(figure.lower);
    point.is_open_high = results::is_not_available(figure.upper);
    if (!point.low && !point.high) point.is_open_low = point.is_open_high = false; // no interval at all
    const auto spread = exact_number(figure.spread);
    if (spread && results::is_spread_around(measure.parameter, measure.dispersion)) {
        point.low = *value - *spread;
        point.high = *value + *spread;
    }
    return point;
}

bool all_have_percentages(const Measure& measure) {
    for (const results::MeasureClass& one : measure.classes) {
        for (const results::MeasureCategory& category : one.categories) {
            for (const Figure& figure : category.figures) {
                if (exact_number(figure.value) && !percent_value(measure, figure)) return false;
            }
        }
    }
    return measure.has_percentages();
}

std::string note_for(const Measure& measure, bool as_percent, bool has_intervals) {
    if (as_percent) return "Bars show percentages of those analysed, calculated by trialdex from the counts.";
    if (measure.is_count()) return "Bars show counts; the groups may differ in size.";
    if (!measure.has_dispersion()) return {};
    const std::string dispersion = results::dispersion_in_words(measure);
    if (results::is_spread_around(measure.parameter, measure.dispersion)) {
        return "Lines reach one " + std::string(1, static_cast<char>(dispersion[0] | 0x20)) + dispersion.substr(1) +
               " to each side.";
    }
    return has_intervals ? "Lines: " + dispersion + "." : std::string();
}

bool is_one_row(const Measure& measure) { return measure.rows() == 1; }

std::string row_label(const results::MeasureClass& one, const results::MeasureCategory& category) {
    std::string label = decode_entities(one.title);
    if (!category.title.empty()) label += (label.empty() ? "" : ": ") + decode_entities(category.title);
    return label.empty() ? "Figure" : label;
}

// One row of the table: a line for each group, with its figure in words.
void rows_by_group(DotChart& chart, const Measure& measure, const results::MeasureCategory& category, bool as_percent) {
    for (std::size_t group = 0; group < category.figures.size(); ++group) {
        ChartRow row;
        row.label = decode_entities(measure.groups[group].name());
        row.shown = figure_in_words(measure, category.figures[group]);
        if (const auto point = point_of(measure, category.figures[group], group, as_percent)) {
            row.points.push_back(*point);
        }
        chart.rows.push_back(std::move(row));
    }
}

// Several rows: a line for each, with a point for each group.
void rows_by_class(DotChart& chart, const Measure& measure, std::size_t begin, std::size_t end, bool as_percent) {
    std::size_t at = 0;
    for (const results::MeasureClass& one : measure.classes) {
        for (const results::MeasureCategory& category : one.categories) {
            const std::size_t here = at++;
            if (here < begin || here >= end) continue;
            ChartRow row;
            row.label = row_label(one, category);
            for (std::size_t group = 0; group < category.figures.size(); ++group) {
                const auto point = point_of(measure, category.figures[group], group, as_percent);
                if (point) row.points.push_back(*point);
            }
            if (!row.points.empty()) chart.rows.push_back(std::move(row)); // the table tells what is not available
        }
    }
    // Groups without a figure (four of eight in one real outcome) would stand in the key of a picture that lacks them.
    for (const results::Group& group : measure.groups.all()) {
        const auto is_of_group = [&](const ChartPoint& point) { return point.series == group.position; };
        const bool is_drawn = std::any_of(chart.rows.begin(), chart.rows.end(), [&](const ChartRow& row) {
            return std::any_of(row.points.begin(), row.points.end(), is_of_group);
        });
        if (is_drawn) chart.key.push_back({group.position, decode_entities(group.name())});
    }
}

bool has_intervals(const DotChart& chart) {
    for (const ChartRow& row : chart.rows) {
        for (const ChartPoint& point : row.points) {
            if (point.low || point.high) return true;
        }
    }
    return false;
}

struct Span {
    double low = 0;
    double high = 0;
    bool all_positive = true;
    bool any = false;
};

Span span_of(const DotChart& chart) {
    Span span;
    for (const ChartRow& row : chart.rows) {
        for (const ChartPoint& point : row.points) {
            const double size = std::abs(point.value);
            span.all_positive = span.all_positive && point.value > 0;
            if (size == 0) continue;
            span.low = span.any ? std::min(span.low, size) : size;
            span.high = span.any ? std::max(span.high, size) : size;
            span.any = true;
        }
    }
    return span;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return out;
}

// Ratios have their line of no difference at 1 and a scale of factors; differences have it at 0; other estimates (a
// slope, a mean) have none.
void set_scale(DotChart& chart, const std::string& kind) {
    const std::string words = lowered(kind);
    const bool is_difference = contains(words, "difference") || contains(words, "slope");
    const bool names_ratio =
        contains(words, "ratio") || contains(words, "relative risk") || contains(words, "proportional hazard");
    const bool is_ratio = !is_difference && names_ratio;
    const bool is_log = contains(words, "log");
    if (is_difference || (is_ratio && is_log)) chart.reference = 0;
    if (is_ratio && !is_log) {
        bool all_positive = true;
        for (const ChartRow& row : chart.rows) all_positive = all_positive && row.points[0].value > 0;
        chart.is_ratio = all_positive;
        chart.reference = 1;
    }
}

// "Median (95% confidence interval) by group, months"
std::string scale_title(const Measure& measure, bool as_percent) {
    if (as_percent) return "% of those analysed, by group";
    const std::string kind = results::kind_in_words(measure);
    const std::string unit = decode_entities(measure.unit);
    return (kind.empty() ? "Figures" : kind) + " by group" + (unit.empty() || measure.is_count() ? "" : ", " + unit);
}

} // namespace

DotChart figure_chart(const Measure& measure, std::size_t begin, std::size_t end) {
    DotChart chart;
    const bool as_percent = all_have_percentages(measure);
    chart.form = measure.is_count() ? DotChart::Form::Bars : DotChart::Form::Points;
    chart.from_zero = measure.is_count();
    chart.title = scale_title(measure, as_percent);
    if (is_one_row(measure)) {
        for (const results::MeasureClass& one : measure.classes) {
            for (const results::MeasureCategory& category : one.categories) {
                rows_by_group(chart, measure, category, as_percent);
            }
        }
    } else {
        rows_by_class(chart, measure, begin, end, as_percent);
    }
    const Span span = span_of(chart);
    // Bare points on a cut scale would make small differences look large.
    if (!measure.has_dispersion() && span.all_positive) chart.from_zero = true;
    const bool is_wide = span.any && span.high > span.low * kFactorForRatioScale;
    if (!measure.is_count() && is_wide && span.all_positive && measure.parameter.starts_with("GEOMETRIC")) {
        chart.is_ratio = true;
    } else if (!as_percent && !is_one_row(measure) && span.any && span.high > span.low * kWidestFactor) {
        chart.rows.clear();
    }
    chart.note = note_for(measure, as_percent, has_intervals(chart));
    if (chart.is_ratio) chart.note += " Equal steps on the scale are equal factors.";
    chart.alternative =
        nodes::shortened(measure.title, kTitleCharacters) + ": " + chart.title + ". The table below has the numbers.";
    return chart;
}

std::vector<DotChart> forest_charts(const results::Outcome& outcome) {
    std::vector<std::pair<std::string, DotChart>> charts;
    for (std::size_t i = 0; i < outcome.analyses.size(); ++i) {
        const results::Analysis& analysis = outcome.analyses[i];
        const auto value = exact_number(analysis.estimate);
        const std::string kind = decode_entities(analysis.estimate_kind);
        if (!value || kind.empty()) continue;
        const std::string family = lowered(kind);
        auto found = std::find_if(charts.begin(), charts.end(), [&](const auto& one) { return one.first == family; });
        if (found == charts.end()) {
            charts.push_back({family, {}});
            found = charts.end() - 1;
            found->second.title = kind;
        }
        ChartRow row;
        row.label = "Analysis " + std::to_string(i + 1) + ": " + compared_groups(outcome, analysis);
        row.shown = estimate_in_words(analysis);
        ChartPoint point;
        point.value = *value;
        point.series = kNoSeries;
        point.low = exact_number(analysis.lower);
        point.high = exact_number(analysis.upper);
        const bool is_one_sided = analysis.interval_sides == "ONE_SIDED";
        point.is_open_low = results::is_not_available(analysis.lower) || (is_one_sided && analysis.lower.empty());
        point.is_open_high = results::is_not_available(analysis.upper) || (is_one_sided && analysis.upper.empty());
        if (!analysis.has_interval()) point.is_open_low = point.is_open_high = false;
        row.points.push_back(point);
        found->second.rows.push_back(std::move(row));
    }
    std::vector<DotChart> drawn;
    for (auto& [family, chart] : charts) {
        const bool has_interval = chart.rows[0].points[0].low || chart.rows[0].points[0].high;
        if (chart.rows.size() < 2 && !has_interval) continue;
        set_scale(chart, family);
        chart.note = "Lines: confidence intervals.";
        if (chart.reference) chart.note += " The upright line stands where the groups do not differ.";
        chart.alternative = "Estimates with their intervals: " + chart.title + ". The analyses below have the numbers.";
        drawn.push_back(std::move(chart));
    }
    return drawn;
}

} // namespace trialdex::web
