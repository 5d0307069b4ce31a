// The most frequent events of the page, a point for each group's rate.
#include "web/components/chart/dot_chart.h"
#include "web/components/group_marks.h"
#include "web/pages/results/events/events_view.h"
#include "web/path/node_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::web {

namespace {

using results::EventRow;

constexpr std::size_t kMostRows = 12;
constexpr std::size_t kMostGroups = kSeriesColours; // more cannot be told apart
constexpr std::size_t kNameLength = 60;             // characters of a group's name in the key

double highest_rate(const EventRow& row, std::span<const std::size_t> columns) {
    double highest = -1;
    for (const std::size_t column : columns) {
        if (const auto& risk = row.figures[column].risk) highest = std::max(highest, risk->share());
    }
    return highest;
}

// Of the rows on the page those with the highest rates; none where nobody had any.
std::vector<const EventRow*> most_frequent(const EventsView& view, std::span<const std::size_t> columns) {
    std::vector<const EventRow*> rows;
    for (const EventRow* row : view.shown()) {
        if (highest_rate(*row, columns) > 0) rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const EventRow* a, const EventRow* b) {
        return highest_rate(*a, columns) > highest_rate(*b, columns);
    });
    rows.resize(std::min(rows.size(), kMostRows));
    return rows;
}

ChartRow chart_row(const EventRow& row, std::span<const std::size_t> columns) {
    ChartRow drawn;
    drawn.label = std::string(row.term);
    if (row.list == results::EventList::Serious) drawn.label += " (serious)";
    for (const std::size_t column : columns) {
        const auto& risk = row.figures[column].risk;
        if (!risk) continue;
        ChartPoint point;
        point.series = column;
        point.value = risk->share() * 100;
        drawn.points.push_back(point);
    }
    return drawn;
}

} // namespace

void events_plot(Html& html, const EventsView& view) {
    const std::vector<std::size_t> columns = view.columns();
    const std::vector<const EventRow*> rows = most_frequent(view, columns);
    if (rows.size() < 2) return;
    if (columns.size() > kMostGroups) {
        html.element("p", "With so many groups a picture would hide more than it shows: pick two to see one.",
                     {{"class", "note"}});
        return;
    }
    DotChart chart;
    chart.title = view.slice.pages > 1 ? fmt::format("The {} most frequent events of this page", rows.size())
                                       : fmt::format("The {} most frequent of these events", rows.size());
    chart.axis_label = "% of the participants at risk, calculated by trialdex";
    chart.alternative = fmt::format(
        "A point for each group’s share of affected participants, for {} events; the numbers stand in the table below. "
        "The most frequent is {}, with at most {:.1f}% in a group.",
        rows.size(), nodes::shortened(rows.front()->term, kNameLength), highest_rate(*rows.front(), columns) * 100);
    chart.from_zero = true;
    for (const std::size_t column : columns) {
        chart.key.emplace_back(column, nodes::shortened(view.events.groups[column].name(), kNameLength));
    }
    for (const EventRow* row : rows) chart.rows.push_back(chart_row(*row, columns));
    dot_chart(html, chart);
}

} // namespace trialdex::web
