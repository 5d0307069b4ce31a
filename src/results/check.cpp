#include "results/check.h"

#include "results/check/rules.h"

#include <algorithm>

namespace trialdex::results {

namespace {

constexpr FindingKindWords kKinds[] = {
    {FindingKind::Enrolment, "enrolment", "The number enrolled and the number who started differ"},
    {FindingKind::FlowSum, "flow-sum", "Those who completed and those who left do not make those who started"},
    {FindingKind::FlowReasons, "flow-reasons", "The reasons for leaving do not make those who left"},
    {FindingKind::FlowNextPeriod, "flow-next-period", "A period begins with more participants than any before it"},
    {FindingKind::GroupTotal, "group-total", "The total is not the sum of the groups"},
    {FindingKind::CategorySum, "category-sum", "The categories do not make the participants they are of"},
    {FindingKind::CountAboveDenominator, "count-above-denominator", "More are counted than were analysed"},
    {FindingKind::ValueOfNobody, "value-of-nobody", "There is a value for a group of which nobody was analysed"},
    {FindingKind::LimitsWithoutValue, "limits-without-value", "There are limits without the value they belong to"},
    {FindingKind::LimitsReversed, "limits-reversed", "The lower limit is above the upper one"},
    {FindingKind::ValueOutsideLimits, "value-outside-limits", "A value lies outside its own limits"},
    {FindingKind::SpreadWithoutKind, "spread-without-kind", "It is not said what kind of spread is given"},
    {FindingKind::NegativeSpread, "negative-spread", "A standard deviation or error is negative"},
    {FindingKind::UnknownGroup, "unknown-group", "A number belongs to a group that the record does not describe"},
    {FindingKind::RepeatedGroup, "repeated-group", "Two groups have the same id"},
    {FindingKind::GroupWithoutValues, "group-without-values", "A group is described but has no numbers"},
    {FindingKind::PValue, "p-value", "A p-value is not between 0 and 1"},
    {FindingKind::IntervalWithoutLimits, "interval-without-limits", "An interval is announced without its limits"},
    {FindingKind::NumberWithoutName, "number-without-name", "It is not said what a number of an analysis is"},
    {FindingKind::AffectedAboveAtRisk, "affected-above-at-risk", "More were affected than were at risk"},
    {FindingKind::AtRiskMissing, "at-risk-missing", "It is not said how many were at risk"},
    {FindingKind::EventsBelowAffected, "events-below-affected", "Fewer events than participants who had one"},
    {FindingKind::TermAboveGroup, "term-above-group", "One term counts more participants than all terms together"},
    {FindingKind::TermsBelowGroup, "terms-below-group", "All terms together count fewer than the group's total"},
};

} // namespace

std::span<const FindingKindWords> finding_kinds() { return kKinds; }

const FindingKindWords& words_of(FindingKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::vector<Finding> check_results(study::Value root, std::string_view under) {
    Findings findings(under);
    constexpr void (*kParts[])(study::Value, Findings&) = {check_flow, check_baseline, check_outcomes, check_events};
    for (const auto part : kParts) part(root, findings);
    return findings.take();
}

} // namespace trialdex::results
