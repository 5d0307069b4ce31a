// The list of events: a row an event, a column a group.
#include "schema/schema.h"
#include "web/components/calculated.h"
#include "web/components/group_marks.h"
#include "web/components/markup.h"
#include "web/components/scroll_table.h"
#include "web/components/value.h"
#include "web/pages/results/events/events_view.h"
#include "web/pages/results/shell.h"

#include <algorithm>
#include <set>

namespace trialdex::web {

namespace {

using results::EventOrder;
using results::EventRow;

// What rows differ in stands with each of them; what all have in common is said once, above.
struct RowWords {
    bool has_lists = false, has_system = true;
    std::string_view usual_vocabulary, usual_assessment; // of most rows; empty where none is
};

RowWords words_that_differ(const EventsView& view) {
    RowWords words;
    const std::vector<EventRow>& rows = view.events.rows;
    const auto differ = [&](auto member) {
        return std::any_of(rows.begin(), rows.end(),
                           [&](const EventRow& row) { return row.*member != rows.front().*member; });
    };
    words.has_lists = !view.question.choice.list && differ(&EventRow::list);
    words.usual_vocabulary = usual_value(view.events, &EventRow::vocabulary).value_or("");
    words.usual_assessment = usual_value(view.events, &EventRow::assessment).value_or("");
    words.has_system = view.question.choice.order != EventOrder::System;
    return words;
}

void order_link(Html& html, const EventsView& view, std::string_view label, std::string_view sort, bool is_current) {
    const std::string href = events_href(view.http(), {{"sort", sort}, {"group", ""}}) + "#events";
    html.open("li");
    if (is_current) {
        html.link(href, label, {{"aria-current", "true"}});
    } else {
        html.link(href, label);
    }
    html.close("li");
}

void orders(Html& html, const EventsView& view) {
    const results::EventChoice& choice = view.question.choice;
    html.open("nav", {{"class", "events-order"}, {"aria-label", "Order of the events"}});
    html.element("span", "Ordered by", {{"class", "note"}}).open("ul");
    order_link(html, view, "highest rate in any group", "", choice.order == EventOrder::Rate && !choice.group);
    order_link(html, view, "event", "term", choice.order == EventOrder::Term);
    order_link(html, view, "organ system", "system", choice.order == EventOrder::System);
    order_link(html, view, "the record", "record", choice.order == EventOrder::Record);
    html.close("ul");
    html.element("span", "A group’s name orders by its rate.", {{"class", "note"}}).close("nav");
}

void group_head(Html& html, const EventsView& view, const results::Group& group) {
    const results::EventChoice& choice = view.question.choice;
    const bool is_sorted = choice.order == EventOrder::Rate && choice.group == group.position;
    if (is_sorted) {
        html.open("th", {{"scope", "col"}, {"class", "figure-head"}, {"aria-sort", "descending"}});
    } else {
        html.open("th", {{"scope", "col"}, {"class", "figure-head"}});
    }
    const std::string href =
        events_href(view.http(), {{"sort", ""}, {"group", std::to_string(group.position + 1)}}) + "#events";
    group_marker(html, group.position);
    html.text("\u00a0").open("a", {{"href", href}});
    group_title(html, group);
    html.close("a");
    if (is_sorted) html.element("span", " ▾", {{"aria-hidden", "true"}});
    html.close("th");
}

void event_head(Html& html, const EventRow& row, const RowWords& words) {
    html.open("th", {{"scope", "row"}, {"class", "event"}});
    if (row.term.empty()) {
        html.element("span", "event without a name", {{"class", "absent"}});
    } else {
        plain_text(html, row.term);
    }
    bool is_first = true;
    const auto part = [&](std::string_view text) {
        if (text.empty()) return;
        if (is_first) {
            html.open("span", {{"class", "event-kind"}});
        } else {
            html.text(" · ");
        }
        is_first = false;
        plain_text(html, text);
    };
    if (words.has_lists) part(row.list == results::EventList::Serious ? "serious" : "other");
    if (words.has_system) part(row.organ_system);
    if (row.assessment != words.usual_assessment) {
        part(row.assessment.empty() ? "how it was found is not stated"
                                    : code_label(*schema::find_enum("EventAssessment"), row.assessment));
    }
    if (row.vocabulary != words.usual_vocabulary) {
        part(row.vocabulary.empty() ? "vocabulary not stated" : row.vocabulary);
    }
    if (!is_first) html.close("span");
    if (!row.notes.empty()) {
        html.open("details", {{"class", "event-notes"}}).element("summary", "Note");
        markup(html, row.notes);
        html.close("details");
    }
    html.close("th");
}

void event_row(Html& html, const EventsView& view, std::span<const std::size_t> columns, const EventRow& row,
               const RowWords& words) {
    html.open("tr");
    event_head(html, row, words);
    for (const std::size_t column : columns) {
        const results::EventFigure& figure = row.figures[column];
        html.open("td", {{"class", figure.affected == "0" ? "figure none" : "figure"}});
        event_figure(html, figure);
        html.close("td");
    }
    if (const auto& compared = view.question.compared) {
        comparison_cells(html, row.figures[compared->first], row.figures[compared->second]);
    }
    html.close("tr");
}

void table_head(Html& html, const EventsView& view) {
    html.open("thead").open("tr").element("th", "Event", {{"scope", "col"}});
    for (const std::size_t column : view.columns()) group_head(html, view, view.events.groups[column]);
    if (view.question.compared) comparison_head(html);
    html.close("tr").close("thead");
}

void table_body(Html& html, const EventsView& view) {
    const RowWords words = words_that_differ(view);
    const std::vector<std::size_t> columns = view.columns();
    const std::string width = std::to_string(1 + columns.size() + (view.question.compared ? std::size_t{2} : 0));
    const EventRow* before = nullptr;
    html.open("tbody");
    for (const EventRow* row : view.shown()) {
        const bool is_new = !words.has_system && (!before || before->organ_system != row->organ_system);
        if (is_new) {
            if (before) html.close("tbody").open("tbody");
            html.open("tr", {{"class", "system-row"}});
            html.open("th", {{"scope", "rowgroup"}, {"colspan", width}});
            plain_text(html, row->organ_system.empty() ? "Organ system not stated" : row->organ_system);
            html.close("th").close("tr");
        }
        event_row(html, view, columns, *row, words);
        before = row;
    }
    html.close("tbody");
}

} // namespace

void events_table(Html& html, const EventsView& view) {
    orders(html, view);
    if (view.rows.empty()) {
        html.element("p", "No event of this record is like that. A term that is not listed is not 0.",
                     {{"class", "absent"}});
        return;
    }
    if (view.question.compared) comparison_note(html, view);
    const std::string page = events_href(view.http(), {});
    nodes::pager(html, view.slice, "Pages of events", page);
    open_scroll_table(html, "Events by group");
    table_head(html, view);
    table_body(html, view);
    close_scroll_table(html);
    calculated_note(html, view.question.compared ? "Numbers" : "Percentages");
    nodes::pager(html, view.slice, "Pages of events, again", page);
    csv_link(html, results_address(view.request.address, "adverse-events.csv"), "Download all events as CSV");
}

} // namespace trialdex::web
