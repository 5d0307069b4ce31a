// What the parts of the adverse-events page share.
#pragma once

#include "results/adverse_events.h"
#include "web/pages/module_page/pager.h"
#include "web/pages/results/events/events_address.h"
#include "web/study_request.h"

#include <optional>
#include <vector>

namespace trialdex::web {

struct EventsView {
    const StudyRequest& request;
    const results::AdverseEvents& events;
    EventsQuestion question;
    std::vector<const results::EventRow*> rows; // that were asked for
    nodes::PageSlice slice;                     // of these, those on this page

    const api::Request& http() const { return request.page.request; }
    std::span<const results::EventRow* const> shown() const {
        return std::span(rows).subspan(slice.begin, slice.end - slice.begin);
    }
    // The places of the groups that stand in list and picture: the two that are compared, else all.
    std::vector<std::size_t> columns() const;
};

// What more than half of the rows say of `member`, such as their vocabulary: it is said once, and only the other rows
// say theirs. Nothing when no value is so frequent.
std::optional<std::string_view> usual_value(const results::AdverseEvents& events,
                                            std::string_view results::EventRow::* member);

// "12 of 120 10.0% 15 events": an affected count with what it is of; the percentage is marked as calculated.
void event_figure(Html& html, const results::EventFigure& figure);

// Deaths, serious and other events of each group.
void events_totals(Html& html, const EventsView& view);

// Ways to narrow and to order the list, and to pick two groups.
void events_filter(Html& html, const EventsView& view);
void events_comparison_form(Html& html, const EventsView& view);

// The most frequent events of the page, a point for each group's rate; of more groups than can be told apart none,
// until two are picked.
void events_plot(Html& html, const EventsView& view);

// The list itself, with the comparison of two groups where it was asked for.
void events_table(Html& html, const EventsView& view);

// “Risk difference” and “Risk ratio” of the two picked groups: head cells, the cells of a row, the words beneath.
void comparison_head(Html& html);
void comparison_cells(Html& html, const results::EventFigure& first, const results::EventFigure& second);
void comparison_note(Html& html, const EventsView& view);

} // namespace trialdex::web
