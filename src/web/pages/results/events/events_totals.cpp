// Deaths, serious and other events of each group: how many of how many.
#include "results/percent.h"
#include "web/components/calculated.h"
#include "web/components/group_marks.h"
#include "web/components/markup.h"
#include "web/components/scroll_table.h"
#include "web/components/value.h"
#include "web/pages/results/events/events_view.h"
#include "web/pages/results/shell.h"

#include <algorithm>

namespace trialdex::web {

namespace {

using results::EventFigure;
using results::EventTotals;

struct Column {
    std::string_view label;
    const EventFigure EventTotals::* figure;
};
constexpr Column kColumns[] = {{"Died, any cause", &EventTotals::deaths},
                               {"Serious event", &EventTotals::serious},
                               {"Other event", &EventTotals::other}};

bool has_any(const results::AdverseEvents& events, const Column& column) {
    return std::any_of(events.totals.begin(), events.totals.end(),
                       [&](const EventTotals& totals) { return (totals.*column.figure).is_given(); });
}

} // namespace

void event_figure(Html& html, const EventFigure& figure) {
    if (!figure.is_given()) {
        html.element("span", figure.nobody_at_risk() ? "nobody at risk" : "no data", {{"class", "absent"}});
        return;
    }
    html.open("span", {{"class", "affected"}});
    if (figure.affected.empty()) {
        html.text("affected: no data");
    } else {
        html.text(grouped(figure.affected));
        html.text(figure.at_risk.empty() ? " of an unstated number" : " of " + grouped(figure.at_risk));
    }
    html.close("span");
    // 0 % beside each of hundreds of zeros would hide the numbers that are none.
    if (figure.risk && figure.risk->affected > 0) {
        const std::string of = std::string(figure.affected) + " of " + std::string(figure.at_risk);
        html.text(" ");
        calculated(html, results::percent_of(figure.affected, figure.at_risk), of);
    }
    if (!figure.events.empty() && figure.events != "0") {
        html.text(" ").open("span", {{"class", "events"}});
        html.text(grouped(figure.events)).text(figure.events == "1" ? " event" : " events").close("span");
    }
}

void events_totals(Html& html, const EventsView& view) {
    const results::AdverseEvents& events = view.events;
    html.element("h2", "By group", {{"id", "groups"}});
    open_scroll_table(html, "Deaths, serious and other events by group");
    html.open("thead").open("tr").element("th", "Group", {{"scope", "col"}});
    for (const Column& column : kColumns) {
        html.element("th", column.label, {{"scope", "col"}, {"class", "figure-head"}});
    }
    html.close("tr").close("thead").open("tbody");
    for (const results::Group& group : events.groups.all()) {
        html.open("tr").open("th", {{"scope", "row"}});
        group_marker(html, group.position);
        html.text(" ");
        group_title(html, group);
        html.close("th");
        for (const Column& column : kColumns) {
            html.open("td", {{"class", "figure"}});
            event_figure(html, events.totals[group.position].*column.figure);
            html.close("td");
        }
        html.close("tr");
    }
    html.close("tbody");
    close_scroll_table(html);
    calculated_note(html, "Percentages");
    if (!has_any(events, kColumns[0])) {
        html.element("p",
                     "This record does not say how many died. Numbers of deaths have been asked for since 2017; “no "
                     "data” is not 0.",
                     {{"class", "note"}});
    }
    if (!events.mortality_comment.empty()) {
        html.element("p", "On deaths:", {{"class", "note"}});
        markup(html, events.mortality_comment);
    }
    csv_link(html, results_address(view.request.address, "adverse-events/groups.csv"));
    group_list(html, events.groups);
}

} // namespace trialdex::web
