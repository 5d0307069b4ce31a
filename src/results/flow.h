// Who started, who completed, who left and why: the participant flow as periods, rows and groups.
#pragma once

#include "results/groups.h"

#include <optional>
#include <string_view>
#include <vector>

namespace trialdex::results {

struct FlowFigure {
    bool is_given = false;   // the record has an entry for the group
    std::string_view people; // as written; may be empty though the entry is there
    std::string_view units;  // eyes, lesions …: where the flow counts these as well
    std::string_view comment;
};

struct FlowRow {
    std::string_view label; // "STARTED", "Received study drug", "Adverse Event"
    std::string_view comment;
    std::vector<FlowFigure> figures; // one a group
};

struct FlowPeriod {
    std::string_view title;
    std::vector<FlowRow> milestones;  // in the record's order, which begins with STARTED
    std::vector<FlowRow> withdrawals; // by reason; empty: the record gives no reasons
    std::size_t index = 0;

    const FlowRow* milestone(std::string_view label) const;
    const FlowRow* started() const { return milestone("STARTED"); }
    const FlowRow* completed() const { return milestone("COMPLETED"); }
    const FlowRow* not_completed() const { return milestone("NOT COMPLETED"); }
};

// What a period says of those of one group who did not complete it.
struct Departures {
    enum class Reasons {
        NobodyLeft, // the record says 0
        Given,      // a count above 0 with reasons
        NotGiven,   // a count above 0 and no reason for this group: nobody said why
        NoData      // the record does not say how many left
    };
    Reasons reasons = Reasons::NoData;
    std::string_view count;              // of NOT COMPLETED as written; empty: not in the record
    std::optional<double> number;        // of `count`, else started less completed
    bool is_calculated = false;          // `number` is our difference
    std::vector<const FlowRow*> because; // reasons with a count other than 0 for this group
};

struct ParticipantFlow {
    Groups groups;
    std::string_view recruitment;    // markup
    std::string_view pre_assignment; // markup
    std::string_view units;          // what numUnits counts; empty: people only
    std::vector<FlowPeriod> periods;
};

inline constexpr std::string_view kFlowPath = "resultsSection/participantFlowModule";

ParticipantFlow participant_flow(study::Value results_section);

// The sum over the groups; nothing when one of them states no number, or there is no such row.
std::optional<double> total(const FlowRow* row);

Departures departures(const FlowPeriod& period, std::size_t group);

} // namespace trialdex::results
