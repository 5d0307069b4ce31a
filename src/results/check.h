// What does not add up in the results of a record: sums, denominators, intervals, groups. A finding is no accusation:
// records are kept by hand, and what looks odd may have its reason. Each says where it is and gives the numbers, so
// that a reader can look. What the rules leave alone, and why, stands with each rule in check/.
#pragma once

#include "study/json.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::results {

// In the order of finding_kinds().
enum class FindingKind : std::uint8_t {
    Enrolment,
    FlowSum,
    FlowReasons,
    FlowNextPeriod,
    GroupTotal,
    CategorySum,
    CountAboveDenominator,
    ValueOfNobody,
    LimitsWithoutValue,
    LimitsReversed,
    ValueOutsideLimits,
    SpreadWithoutKind,
    NegativeSpread,
    UnknownGroup,
    RepeatedGroup,
    GroupWithoutValues,
    PValue,
    IntervalWithoutLimits,
    NumberWithoutName,
    AffectedAboveAtRisk,
    AtRiskMissing,
    EventsBelowAffected,
    TermAboveGroup,
    TermsBelowGroup,
};

struct FindingKindWords {
    FindingKind kind;
    std::string_view id;    // "flow-sum": for programs
    std::string_view label; // "Participants who started are not those who completed and left": for a list of kinds
};
std::span<const FindingKindWords> finding_kinds();
const FindingKindWords& words_of(FindingKind kind);

struct Finding {
    FindingKind kind{};
    std::string path;       // of the first node concerned: "resultsSection/outcomeMeasuresModule/outcomeMeasures/3"
    std::string sentence;   // with the numbers, and with how often the same is found in the same part
    std::uint32_t more = 0; // that often
};

// The findings of a record, in its order; within one measure, period or list of events the same kind comes once.
// `under`: only what lies at or below this node ("resultsSection/adverseEventsModule"); the rest is not looked at.
std::vector<Finding> check_results(study::Value root, std::string_view under = {});

} // namespace trialdex::results
