// The most frequent events of the page, a point for each group's rate.
#include "web/components/chart/dot_chart.h"
#include "web/pages/results/events/events_view.h"
#include "web/path/node_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::web {

namespace {

using results::EventRow;

constexpr std::size_t kMostRows = 12;
constexpr std::size_t kMostPoints = 60; // 30 groups × 12 rows would be a wall, not a picture
constexpr std::size_t kNameLength = 60; // characters of a group's name in the key

double highest_rate(const EventRow& row) {
    double highest = -1;
    for (const results::EventFigure& figure : row.figures) {
        if (figure.risk) highest = std::max(highest, figure.risk->share());
    }
    return highest;
}

// Of the rows on the page those with the highest rates; none where nobody had any.
std::vector<const EventRow*> most_frequent(const EventsView& view) {
    std::vector<const EventRow*> rows;
    for (const EventRow* row : view.shown()) {
        if (highest_rate(*row) > 0) rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const EventRow* a, const EventRow* b) { return highest_rate(*a) > highest_rate(*b); });
    const std::size_t groups = std::max<std::size_t>(1, view.events.groups.size());
    rows.resize(std::min({rows.size(), kMostRows, std::max<std::size_t>(2, kMostPoints / groups)}));
    return rows;
}

ChartRow chart_row(const EventRow& row) {
    ChartRow drawn;
    drawn.label = std::string(row.term);
    if (row.list == results::EventList::Serious) drawn.label += " (serious)";
    for (std::size_t group = 0; group < row.figures.size(); ++group) {
        const auto& risk = row.figures[group].risk;
        if (!risk) continue;
        ChartPoint point;
        point.series = group;
        point.value = risk->share() * 100;
        drawn.points.push_back(point);
    }
    return drawn;
}

} // namespace

void events_plot(Html& html, const EventsView& view) {
    const std::vector<const EventRow*> rows = most_frequent(view);
    if (rows.size() < 2) return;
    DotChart chart;
    chart.title = view.slice.pages > 1 ? fmt::format("The {} most frequent events of this page", rows.size())
                                       : fmt::format("The {} most frequent of these events", rows.size());
    chart.axis_label = "% of the participants at risk, calculated by trialdex";
    chart.alternative = fmt::format(
        "A point for each group’s share of affected participants, for {} events; the numbers stand in the table below. "
        "The most frequent is {}, with at most {:.1f}% in a group.",
        rows.size(), nodes::shortened(rows.front()->term, kNameLength), highest_rate(*rows.front()) * 100);
    chart.from_zero = true;
    for (const results::Group& group : view.events.groups.all()) {
        chart.key.emplace_back(group.position, nodes::shortened(group.name(), kNameLength));
    }
    for (const EventRow* row : rows) chart.rows.push_back(chart_row(*row));
    dot_chart(html, chart);
}

} // namespace trialdex::web
