// Statistical analyses: p-values between 0 and 1, estimates with their names, intervals around them.
#include "results/check/checked_measure.h"
#include "results/check/rules.h"
#include "results/check/written_number.h"

#include <fmt/format.h>

namespace trialdex::results {

namespace {

struct Analysis {
    const CheckedMeasure& measure;
    std::string path;
    study::Value node;

    std::string_view text(std::string_view field) const { return node[field].text(); }
};

// "P-value is denoted in percentage", says the one real record with such values.
bool is_in_percent(const Analysis& analysis) {
    return analysis.text("pValueComment").find("percent") != std::string_view::npos;
}

void p_value(const Analysis& analysis, Findings& findings) {
    const std::string_view text = analysis.text("pValue");
    if (text.empty()) return;
    const auto value = p_value_in(text);
    if (!value) {
        findings.add(FindingKind::PValue, analysis.path,
                     fmt::format("The p-value reads “{}”, which is no number.", text));
    } else if (*value < 0 || (*value > 1 && !is_in_percent(analysis))) {
        findings.add(FindingKind::PValue, analysis.path,
                     fmt::format("The p-value reads {}; a probability lies between 0 and 1.", text));
    }
}

// “NA” as an estimate, with its reason, is an estimate that was looked for.
void limits_without_estimate(const Analysis& analysis, Findings& findings) {
    const bool has_limits = number_in(analysis.text("ciLowerLimit")) || number_in(analysis.text("ciUpperLimit"));
    if (!has_limits || !analysis.text("paramValue").empty()) return;
    findings.add(FindingKind::LimitsWithoutValue, analysis.path,
                 fmt::format("An interval from {} to {} is given without its estimate.", analysis.text("ciLowerLimit"),
                             analysis.text("ciUpperLimit")));
}

void estimate_and_limits(const Analysis& analysis, Findings& findings) {
    const auto low = number_in(analysis.text("ciLowerLimit"));
    const auto high = number_in(analysis.text("ciUpperLimit"));
    const auto value = number_in(analysis.text("paramValue"));
    if (low && high && low->value > high->value) {
        findings.add(FindingKind::LimitsReversed, analysis.path,
                     fmt::format("The lower limit of the interval, {}, is above the upper one, {}.",
                                 analysis.text("ciLowerLimit"), analysis.text("ciUpperLimit")));
        return;
    }
    if (!value) return;
    const bool is_below = low && value->value + value->rounding < low->value - low->rounding;
    const bool is_above = high && value->value - value->rounding > high->value + high->rounding;
    if (!is_below && !is_above) return;
    findings.add(FindingKind::ValueOutsideLimits, analysis.path,
                 fmt::format("The estimate {} lies outside its interval, {} to {}.", analysis.text("paramValue"),
                             low ? analysis.text("ciLowerLimit") : "…", high ? analysis.text("ciUpperLimit") : "…"));
}

// The entry form fills in sides and 95 % by itself, also for a test that estimates nothing (21 of 23 real studies that
// name a percentage only): an interval is announced where there is an estimate with neither limits nor spread.
void interval_without_limits(const Analysis& analysis, Findings& findings) {
    const std::string_view percent = analysis.text("ciPctValue");
    for (const std::string_view field :
         {"ciLowerLimit", "ciUpperLimit", "ciLowerLimitComment", "ciUpperLimitComment", "dispersionValue"}) {
        if (!analysis.text(field).empty()) return;
    }
    if (percent.empty() || !number_in(analysis.text("paramValue"))) return;
    findings.add(FindingKind::IntervalWithoutLimits, analysis.path,
                 fmt::format("An interval of {}% is announced for the estimate {}, but its limits are not given.",
                             percent, analysis.text("paramValue")));
}

void number_without_name(const Analysis& analysis, Findings& findings) {
    const std::string_view value = analysis.text("paramValue");
    const std::string_view spread = analysis.text("dispersionValue");
    if (!value.empty() && analysis.text("paramType").empty()) {
        findings.add(FindingKind::NumberWithoutName, analysis.path,
                     fmt::format("The estimate {} is given without saying what was estimated.", value));
    } else if (!spread.empty() && analysis.text("dispersionType").empty()) {
        findings.add(FindingKind::NumberWithoutName, analysis.path,
                     fmt::format("A spread of {} is given without saying of what kind.", spread));
    } else if (!spread.empty() && value.empty()) {
        findings.add(FindingKind::NumberWithoutName, analysis.path,
                     fmt::format("A spread of {} is given without the estimate that it belongs to.", spread));
    }
}

void unknown_groups(const Analysis& analysis, Findings& findings) {
    for (const study::Value group : analysis.node["groupIds"]) {
        if (analysis.measure.groups.find(group.text())) continue;
        findings.add(FindingKind::UnknownGroup, analysis.path,
                     fmt::format("The analysis compares group {}, which is not described.", quoted(group.text())));
    }
}

using AnalysisRule = void (*)(const Analysis& analysis, Findings& findings);
constexpr AnalysisRule kRules[] = {unknown_groups,          p_value,
                                   limits_without_estimate, estimate_and_limits,
                                   interval_without_limits, number_without_name};

} // namespace

void check_analyses(const CheckedMeasure& measure, Findings& findings) {
    std::size_t place = 0;
    for (const study::Value node : measure.node["analyses"]) {
        const Analysis analysis{measure, fmt::format("{}/analyses/{}", measure.path, place++), node};
        for (const AnalysisRule rule : kRules) rule(analysis, findings);
    }
}

} // namespace trialdex::results
