#include "results/adverse_events.h"

#include "results/number_text.h"

namespace trialdex::results {

namespace {

std::optional<std::uint64_t> count_of(std::string_view written) {
    constexpr double kMostPeople = 1e12;
    const auto number = exact_number(written);
    if (!number || *number < 0 || *number > kMostPeople) return std::nullopt;
    const auto whole = static_cast<std::uint64_t>(*number);
    return static_cast<double>(whole) == *number ? std::optional(whole) : std::nullopt;
}

void set_risk(EventFigure& figure) {
    const auto affected = count_of(figure.affected);
    const auto at_risk = count_of(figure.at_risk);
    if (!affected || !at_risk) return;
    const Risk risk{*affected, *at_risk};
    if (is_countable(risk)) figure.risk = risk;
}

EventFigure total(study::Value group, std::string_view affected, std::string_view at_risk) {
    EventFigure figure{group[affected].text(), group[at_risk].text(), {}, {}};
    set_risk(figure);
    return figure;
}

EventRow read_row(study::Value event, EventList list, std::size_t position, const AdverseEvents& events) {
    EventRow row;
    row.list = list;
    row.position = position;
    row.term = event["term"].text();
    row.organ_system = event["organSystem"].text();
    row.vocabulary = event["sourceVocabulary"].text();
    row.assessment = event["assessmentType"].text();
    row.notes = event["notes"].text();
    row.figures.resize(events.groups.size());
    std::vector<bool> is_filled(row.figures.size());
    std::size_t likely = 0; // stats nearly always come in the order of the groups
    for (const study::Value stats : event["stats"]) {
        const std::string_view id = stats["groupId"].text();
        const bool is_next = likely < events.groups.size() && events.groups[likely].id == id;
        const Group* group = is_next ? &events.groups[likely] : events.groups.find(id);
        if (!group || is_filled[group->position]) continue;
        likely = group->position + 1;
        is_filled[group->position] = true;
        EventFigure& figure = row.figures[group->position];
        figure = {stats["numAffected"].text(), stats["numAtRisk"].text(), stats["numEvents"].text(), {}};
        const bool has_totals = group->position < events.totals.size();
        if (figure.at_risk.empty() && has_totals) {
            const EventTotals& totals = events.totals[group->position];
            figure.at_risk = list == EventList::Serious ? totals.serious.at_risk : totals.other.at_risk;
        }
        set_risk(figure);
    }
    return row;
}

} // namespace

AdverseEvents read_adverse_events(study::Value results_section) {
    const study::Value module = results_section["adverseEventsModule"];
    AdverseEvents events;
    events.threshold = module["frequencyThreshold"].text();
    events.time_frame = module["timeFrame"].text();
    events.description = module["description"].text();
    events.mortality_comment = module["allCauseMortalityComment"].text();
    events.groups = Groups(module["eventGroups"]);
    for (const std::string_view list : {"seriousEvents", "otherEvents"}) {
        for (const study::Value event : module[list]) events.groups.add_missing(event["stats"]);
    }
    for (const Group& group : events.groups.all()) {
        events.totals.push_back({total(group.value, "deathsNumAffected", "deathsNumAtRisk"),
                                 total(group.value, "seriousNumAffected", "seriousNumAtRisk"),
                                 total(group.value, "otherNumAffected", "otherNumAtRisk")});
    }
    for (const study::Value event : module["seriousEvents"]) {
        events.rows.push_back(read_row(event, EventList::Serious, events.serious_count++, events));
    }
    for (const study::Value event : module["otherEvents"]) {
        events.rows.push_back(read_row(event, EventList::Other, events.other_count++, events));
    }
    return events;
}

} // namespace trialdex::results
