#include "results/flow.h"

#include "results/number_text.h"

namespace trialdex::results {

namespace {

using study::Value;

FlowRow row_of(const Groups& groups, Value row, std::string_view figures) {
    FlowRow read{row["type"].text(), row["comment"].text(), {}};
    read.figures.reserve(groups.size());
    for (const Value entry : by_group(groups, row[figures])) {
        read.figures.push_back(
            {static_cast<bool>(entry), entry["numSubjects"].text(), entry["numUnits"].text(), entry["comment"].text()});
    }
    return read;
}

std::optional<double> number_in(const FlowRow* row, std::size_t group) {
    return row && group < row->figures.size() ? exact_number(row->figures[group].people) : std::nullopt;
}

} // namespace

const FlowRow* FlowPeriod::milestone(std::string_view label) const {
    for (const FlowRow& row : milestones) {
        if (row.label == label) return &row;
    }
    return nullptr;
}

ParticipantFlow participant_flow(Value results_section) {
    const Value module = results_section["participantFlowModule"];
    ParticipantFlow flow{Groups(module["groups"]),
                         module["recruitmentDetails"].text(),
                         module["preAssignmentDetails"].text(),
                         module["typeUnitsAnalyzed"].text(),
                         {}};
    for (const Value period : module["periods"]) {
        for (const Value row : period["milestones"]) flow.groups.add_missing(row["achievements"]);
        for (const Value row : period["dropWithdraws"]) flow.groups.add_missing(row["reasons"]);
    }
    for (const Value period : module["periods"]) {
        FlowPeriod read;
        read.title = period["title"].text();
        read.index = flow.periods.size();
        for (const Value row : period["milestones"])
            read.milestones.push_back(row_of(flow.groups, row, "achievements"));
        for (const Value row : period["dropWithdraws"]) read.withdrawals.push_back(row_of(flow.groups, row, "reasons"));
        flow.periods.push_back(std::move(read));
    }
    return flow;
}

std::optional<double> total(const FlowRow* row) {
    if (!row || row->figures.empty()) return std::nullopt;
    double sum = 0;
    for (const FlowFigure& figure : row->figures) {
        const auto number = exact_number(figure.people);
        if (!number) return std::nullopt;
        sum += *number;
    }
    return sum;
}

Departures departures(const FlowPeriod& period, std::size_t group) {
    Departures found;
    if (const FlowRow* row = period.not_completed()) found.count = row->figures[group].people;
    found.number = exact_number(found.count);
    if (!found.number && found.count.empty()) {
        const auto started = number_in(period.started(), group);
        const auto completed = number_in(period.completed(), group);
        if (started && completed && *started >= *completed) {
            found.number = *started - *completed;
            found.is_calculated = true;
        }
    }
    for (const FlowRow& row : period.withdrawals) {
        const FlowFigure& figure = row.figures[group];
        if (!figure.people.empty() && exact_number(figure.people) != 0.0) found.because.push_back(&row);
    }
    if (!found.because.empty()) {
        found.reasons = Departures::Reasons::Given;
    } else if (!found.number) {
        found.reasons = Departures::Reasons::NoData;
    } else {
        found.reasons = *found.number > 0 ? Departures::Reasons::NotGiven : Departures::Reasons::NobodyLeft;
    }
    return found;
}

} // namespace trialdex::results
