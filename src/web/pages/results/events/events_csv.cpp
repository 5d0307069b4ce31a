// Adverse events as files: all rows of both lists, and the groups with deaths, serious and other events.
#include "results/adverse_events.h"
#include "web/components/entities.h"
#include "web/pages/results/results_pages.h"
#include "web/pages/results/shell.h"

#include <string>
#include <vector>

namespace trialdex::web {

namespace {

using results::EventFigure;

std::string_view list_name(results::EventList list) {
    return list == results::EventList::Serious ? "serious" : "other";
}

} // namespace

api::Response adverse_events_csv(const StudyRequest& request, std::string_view) {
    const results::AdverseEvents events = results::read_adverse_events(request.root["resultsSection"]);
    results::CsvWriter csv;
    std::vector<std::string> heads;
    for (const results::Group& group : events.groups.all()) {
        const std::string name = std::string(group.id) + " " + decode_entities(group.title);
        for (const std::string_view what : {"affected", "at risk", "events"}) {
            heads.push_back(name + ": " + std::string(what));
        }
    }
    std::vector<std::string_view> cells = {"list", "event", "organ system", "vocabulary", "assessment", "notes"};
    cells.insert(cells.end(), heads.begin(), heads.end());
    csv.row(cells);
    for (const results::EventRow& row : events.rows) {
        const std::string term = decode_entities(row.term), notes = decode_entities(row.notes);
        const std::string system = decode_entities(row.organ_system), vocabulary = decode_entities(row.vocabulary);
        cells = {list_name(row.list), term, system, vocabulary, row.assessment, notes};
        for (const EventFigure& figure : row.figures) {
            cells.insert(cells.end(), {figure.affected, figure.at_risk, figure.events});
        }
        csv.row(cells);
    }
    return csv_response(request, "adverse-events", csv);
}

api::Response adverse_event_groups_csv(const StudyRequest& request, std::string_view) {
    const results::AdverseEvents events = results::read_adverse_events(request.root["resultsSection"]);
    results::CsvWriter csv;
    csv.row({"group", "title", "description", "deaths affected", "deaths at risk", "serious affected",
             "serious at risk", "other affected", "other at risk"});
    for (const results::Group& group : events.groups.all()) {
        const results::EventTotals& totals = events.totals[group.position];
        csv.row({group.id, decode_entities(group.title), decode_entities(group.description), totals.deaths.affected,
                 totals.deaths.at_risk, totals.serious.affected, totals.serious.at_risk, totals.other.affected,
                 totals.other.at_risk});
    }
    return csv_response(request, "adverse-event-groups", csv);
}

} // namespace trialdex::web
