#include "results/outcomes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace trialdex::results {

namespace {

using study::Value;

constexpr std::array<std::pair<std::string_view, OutcomeKind>, 4> kKinds = {{
    {"PRIMARY", OutcomeKind::Primary},
    {"SECONDARY", OutcomeKind::Secondary},
    {"OTHER_PRE_SPECIFIED", OutcomeKind::OtherPreSpecified},
    {"POST_HOC", OutcomeKind::PostHoc},
}};

OutcomeKind kind_of(std::string_view code) {
    for (const auto& [known, kind] : kKinds) {
        if (known == code) return kind;
    }
    return OutcomeKind::Unnamed;
}

OutcomeLine line_of(Value measure, std::size_t number) {
    OutcomeLine line;
    line.number = number;
    line.code = measure["type"].text();
    line.kind = kind_of(line.code);
    line.title = measure["title"].text();
    line.time_frame = measure["timeFrame"].text();
    line.unit = measure["unitOfMeasure"].text();
    line.anticipated = measure["anticipatedPostingDate"].text();
    line.group_count = measure["groups"].size();
    line.analysis_count = measure["analyses"].size();
    line.has_figures = measure["classes"].size() > 0;
    return line;
}

} // namespace

Analysis read_analysis(Value value, std::string path) {
    Analysis read;
    read.value = value;
    read.path = std::move(path);
    for (const Value id : value["groupIds"]) read.group_ids.push_back(id.text());
    const std::pair<std::string_view, std::string_view&> texts[] = {
        {"groupDescription", read.group_description},
        {"otherAnalysisDescription", read.other_description},
        {"statisticalMethod", read.method},
        {"statisticalComment", read.method_comment},
        {"pValue", read.p_value},
        {"pValueComment", read.p_value_comment},
        {"paramType", read.estimate_kind},
        {"paramValue", read.estimate},
        {"estimateComment", read.estimate_comment},
        {"ciNumSides", read.interval_sides},
        {"ciPctValue", read.interval_percent},
        {"ciLowerLimit", read.lower},
        {"ciUpperLimit", read.upper},
        {"ciLowerLimitComment", read.lower_comment},
        {"ciUpperLimitComment", read.upper_comment},
        {"dispersionType", read.dispersion},
        {"dispersionValue", read.dispersion_value},
        {"nonInferiorityType", read.hypothesis},
        {"nonInferiorityComment", read.hypothesis_comment},
    };
    for (const auto& [name, target] : texts) target = value[name].text();
    return read;
}

std::vector<OutcomeLine> outcome_lines(Value results_section) {
    std::vector<OutcomeLine> lines;
    for (const Value measure : results_section["outcomeMeasuresModule"]["outcomeMeasures"]) {
        lines.push_back(line_of(measure, lines.size() + 1));
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const OutcomeLine& a, const OutcomeLine& b) { return a.kind < b.kind; });
    return lines;
}

Outcome read_outcome(Value results_section, std::size_t number) {
    Outcome outcome;
    std::size_t at = 0;
    for (const Value measure : results_section["outcomeMeasuresModule"]["outcomeMeasures"]) {
        if (++at != number) continue;
        const std::string path = std::string(kOutcomesPath) + "/" + std::to_string(number - 1);
        outcome.line = line_of(measure, number);
        Groups groups(measure["groups"]);
        add_missing_groups(groups, measure);
        outcome.measure = read_measure(measure, {}, std::move(groups), path);
        std::size_t index = 0;
        for (const Value analysis : measure["analyses"]) {
            outcome.analyses.push_back(read_analysis(analysis, path + "/analyses/" + std::to_string(index++)));
        }
        break;
    }
    return outcome;
}

} // namespace trialdex::results
