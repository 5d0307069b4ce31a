// Adverse events: per group who died and who had an event, and each event of the two lists (serious, other) with its
// count in every group. The number at risk that stands with an event wins over the group's.
#pragma once

#include "results/groups.h"
#include "results/statistics.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace trialdex::results {

inline constexpr std::string_view kEventsPath = "resultsSection/adverseEventsModule";

// Counts as written; empty: not in the record, which is not 0.
struct EventFigure {
    std::string_view affected, at_risk, events;
    std::optional<Risk> risk; // where both counts are there and fit each other

    bool is_given() const { return !affected.empty() || !events.empty(); }
    bool nobody_at_risk() const { return affected.empty() && at_risk == "0"; }
};

enum class EventList : std::uint8_t { Serious, Other };

struct EventRow {
    EventList list = EventList::Serious;
    std::size_t position = 0; // in its list
    std::string_view term, organ_system, vocabulary;
    std::string_view assessment;      // code
    std::string_view notes;           // markup
    std::vector<EventFigure> figures; // one a group
};

struct EventTotals {
    EventFigure deaths, serious, other;
};

struct AdverseEvents {
    std::string_view threshold; // percent; other events that are not more frequent in any group are not listed
    std::string_view time_frame;
    std::string_view description;       // markup
    std::string_view mortality_comment; // markup
    Groups groups;
    std::vector<EventTotals> totals; // one a group
    std::vector<EventRow> rows;      // serious ones first, in the record's order
    std::size_t serious_count = 0, other_count = 0;
};

AdverseEvents read_adverse_events(study::Value results_section);

} // namespace trialdex::results
