// The table of a measure: counts against their denominators, values against their limits, columns against groups.
#include "results/check/checked_measure.h"
#include "results/check/rules.h"
#include "results/check/written_number.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace trialdex::results {

namespace {

struct Cell {
    const CheckedMeasure& measure;
    std::size_t class_place = 0, category_place = 0, place = 0;
    study::Value value; // the measurement
    std::optional<std::int64_t> denominator;

    std::string_view group() const { return value["groupId"].text(); }
    std::string group_title() const { return quoted_title(measure.groups, group()); }
    std::string path() const {
        return fmt::format("{}/classes/{}/categories/{}/measurements/{}", measure.path, class_place, category_place,
                           place);
    }
};

// "participants", "Number of patients": what the plain type NUMBER counts when the unit is people.
bool is_people(std::string_view unit) {
    for (const std::string_view start : {"Number of ", "number of "}) {
        if (unit.starts_with(start)) unit.remove_prefix(start.size());
    }
    constexpr std::string_view kPeople[] = {"participants", "Participants", "patients",
                                            "Patients",     "subjects",     "Subjects"};
    return std::find(std::begin(kPeople), std::end(kPeople), unit) != std::end(kPeople);
}

void count_above_denominator(const Cell& cell, Findings& findings) {
    const study::Value node = cell.measure.node;
    const bool is_count = cell.measure.counts_units() ||
                          (node["paramType"].text() == "NUMBER" && is_people(node["unitOfMeasure"].text()));
    const auto count = count_in(cell.value["value"]);
    if (!is_count || !count || !cell.denominator || *count <= *cell.denominator) return;
    findings.add(FindingKind::CountAboveDenominator, cell.path(),
                 fmt::format("In {}, {} are counted, more than the {} analysed.", cell.group_title(), counted(*count),
                             counted(*cell.denominator)));
}

void value_of_nobody(const Cell& cell, Findings& findings) {
    const auto number = number_in(cell.value["value"].text());
    if (cell.denominator != 0 || !number || number->value == 0) return;
    findings.add(FindingKind::ValueOfNobody, cell.path(),
                 fmt::format("{} has the value {}, although none of its participants were analysed.",
                             cell.group_title(), cell.value["value"].text()));
}

void limits_without_value(const Cell& cell, Findings& findings) {
    const bool has_limits = number_in(cell.value["lowerLimit"].text()) || number_in(cell.value["upperLimit"].text());
    if (!has_limits || !cell.value["value"].text().empty()) return;
    findings.add(FindingKind::LimitsWithoutValue, cell.path(),
                 fmt::format("{} has limits, {} to {}, but no value.", cell.group_title(),
                             cell.value["lowerLimit"].text(), cell.value["upperLimit"].text()));
}

bool says_standard(std::string_view dispersion) { // deviation or error, in the words of either kind of measure
    return dispersion.starts_with("Standard") || dispersion.starts_with("STANDARD");
}

// The mean of a skewed sample may lie outside its quartiles; and where the spread is a standard deviation or error,
// limits that stand beside it are not of this value (in 11 real records the deviation again, or a difference's limits).
bool may_lie_outside(study::Value measure) {
    const std::string_view dispersion = measure["dispersionType"].text();
    if (says_standard(dispersion)) return true;
    const bool are_quartiles =
        dispersion.find("uartile") != std::string_view::npos || dispersion.find("QUARTILE") != std::string_view::npos;
    return are_quartiles && measure["paramType"].text() != "MEDIAN";
}

void values_and_limits(const Cell& cell, Findings& findings) {
    const auto low = number_in(cell.value["lowerLimit"].text());
    const auto high = number_in(cell.value["upperLimit"].text());
    const auto value = number_in(cell.value["value"].text());
    if (low && high && low->value > high->value) {
        findings.add(FindingKind::LimitsReversed, cell.path(),
                     fmt::format("In {}, the lower limit, {}, is above the upper one, {}.", cell.group_title(),
                                 cell.value["lowerLimit"].text(), cell.value["upperLimit"].text()));
        return;
    }
    if (!value || may_lie_outside(cell.measure.node)) return;
    if (low && value->value + value->rounding < low->value - low->rounding) {
        findings.add(FindingKind::ValueOutsideLimits, cell.path(),
                     fmt::format("In {}, the value {} lies below its lower limit, {}.", cell.group_title(),
                                 cell.value["value"].text(), cell.value["lowerLimit"].text()));
    } else if (high && value->value - value->rounding > high->value + high->rounding) {
        findings.add(FindingKind::ValueOutsideLimits, cell.path(),
                     fmt::format("In {}, the value {} lies above its upper limit, {}.", cell.group_title(),
                                 cell.value["value"].text(), cell.value["upperLimit"].text()));
    }
}

void spread_kind(const Cell& cell, Findings& findings) {
    const auto spread = number_in(cell.value["spread"].text());
    const std::string_view kind = cell.measure.node["dispersionType"].text();
    const bool has_limits = number_in(cell.value["lowerLimit"].text()) || number_in(cell.value["upperLimit"].text());
    if ((spread || has_limits) && kind.empty()) {
        findings.add(FindingKind::SpreadWithoutKind, cell.path(),
                     fmt::format("{} stands beside the value of {}, but the record does not say what kind of {}.",
                                 spread ? "A spread of " + std::string(cell.value["spread"].text()) : "A range",
                                 cell.group_title(), spread ? "spread it is" : "range it is"));
    }
    if (spread && spread->value < 0 && says_standard(kind)) {
        findings.add(FindingKind::NegativeSpread, cell.path(),
                     fmt::format("In {}, the spread is {}; a standard deviation or error cannot be negative.",
                                 cell.group_title(), cell.value["spread"].text()));
    }
}

void unknown_group(const Cell& cell, Findings& findings) {
    if (cell.measure.groups.find(cell.group())) return;
    findings.add(FindingKind::UnknownGroup, cell.path(),
                 fmt::format("A value belongs to group {}, which is not described.", quoted(cell.group())));
}

using CellRule = void (*)(const Cell& cell, Findings& findings);
constexpr CellRule kCellRules[] = {unknown_group,        count_above_denominator, value_of_nobody,
                                   limits_without_value, values_and_limits,       spread_kind};

// Categories of a class exclude each other: of a baseline table each participant stands in one of them, of an outcome
// in one at most. A category without a number for the group leaves the sum open.
void check_sums(const CheckedMeasure& measure, study::Value measure_class, const std::string& path,
                Findings& findings) {
    const std::size_t categories = measure_class["categories"].size();
    if (!measure.counts_units() || categories < 2) return;
    Counts sums;
    std::map<std::string_view, std::size_t> seen;
    for (const study::Value category : measure_class["categories"]) {
        for (const study::Value measurement : category["measurements"]) {
            const std::string_view group = measurement["groupId"].text();
            const auto count = count_in(measurement["value"]);
            if (!count) continue;
            sums[group] += *count;
            ++seen[group];
        }
    }
    for (const auto& [group, sum] : sums) {
        const auto denominator = measure.denominator(measure_class, group);
        if (!denominator || sum == *denominator) continue;
        const bool is_short = sum < *denominator;
        if (is_short && (!measure.is_baseline || seen[group] < categories)) continue;
        findings.add(FindingKind::CategorySum, path,
                     fmt::format("In {}, the categories add up to {}, {} than the {} analysed.",
                                 quoted_title(measure.groups, group), counted(sum), is_short ? "fewer" : "more",
                                 counted(*denominator)));
    }
}

// A group of which nobody was analysed needs no values.
void check_columns(const CheckedMeasure& measure, const std::set<std::string_view>& used, Findings& findings) {
    if (used.empty()) return;
    for (const Group& group : measure.groups.all()) {
        const auto analysed = measure.denominator({}, group.id);
        if (used.contains(group.id) || !analysed || *analysed == 0) continue;
        findings.add(FindingKind::GroupWithoutValues, fmt::format("{}/groups/{}", measure.path, group.position),
                     fmt::format("{} of {} {} analysed, but the table has no value for that group.", counted(*analysed),
                                 quoted(group.title), *analysed == 1 ? "was" : "were"));
    }
}

void check_table(const CheckedMeasure& measure, Findings& findings) {
    std::set<std::string_view> used;
    Cell cell{measure, 0, 0, 0, {}, {}};
    for (const study::Value measure_class : measure.node["classes"]) {
        check_sums(measure, measure_class, fmt::format("{}/classes/{}", measure.path, cell.class_place), findings);
        cell.category_place = 0;
        for (const study::Value category : measure_class["categories"]) {
            cell.place = 0;
            for (const study::Value measurement : category["measurements"]) {
                cell.value = measurement;
                cell.denominator = measure.denominator(measure_class, cell.group());
                used.insert(cell.group());
                for (const CellRule rule : kCellRules) rule(cell, findings);
                ++cell.place;
            }
            ++cell.category_place;
        }
        ++cell.class_place;
    }
    if (!measure.is_baseline) check_columns(measure, used, findings);
}

// The column “Total” of baseline denominators; units that groups share (a clinic) would be counted twice, participants
// not.
void check_total(const Groups& groups, study::Value denominators, Findings& findings) {
    if (groups.size() < 3) return;
    const Group& last = groups.all().back();
    if (last.title != "Total") return;
    const study::Value lists[] = {denominators};
    std::int64_t sum = 0;
    for (const Group& group : groups.all()) {
        const auto count = nearest_denominator(lists, "Participants", group.id);
        if (!count) return;
        if (group.position != last.position) sum += *count;
    }
    const auto total = nearest_denominator(lists, "Participants", last.id);
    if (sum == *total) return;
    findings.add(FindingKind::GroupTotal, "resultsSection/baselineCharacteristicsModule/denoms",
                 fmt::format("The total is {} participants; the groups add up to {}.", counted(*total), counted(sum)));
}

} // namespace

void check_baseline(study::Value root, Findings& findings) {
    const std::string path = "resultsSection/baselineCharacteristicsModule";
    const study::Value module = root["resultsSection"]["baselineCharacteristicsModule"];
    if (!findings.wants(path) || !module) return;
    const Groups groups(module["groups"]);
    findings.begin_part();
    check_group_ids(module["groups"], path + "/groups", findings);
    check_total(groups, module["denoms"], findings);
    std::size_t place = 0;
    for (const study::Value node : module["measures"]) {
        const CheckedMeasure measure{node, fmt::format("{}/measures/{}", path, place++), groups, module["denoms"],
                                     true};
        if (!findings.wants(measure.path)) continue;
        findings.begin_part();
        check_table(measure, findings);
    }
}

void check_outcomes(study::Value root, Findings& findings) {
    const std::string path = "resultsSection/outcomeMeasuresModule/outcomeMeasures";
    if (!findings.wants(path)) return;
    std::size_t place = 0;
    for (const study::Value node : root["resultsSection"]["outcomeMeasuresModule"]["outcomeMeasures"]) {
        std::string measure_path = fmt::format("{}/{}", path, place++);
        if (!findings.wants(measure_path)) continue;
        const Groups groups(node["groups"]);
        const CheckedMeasure measure{node, std::move(measure_path), groups, {}, false};
        findings.begin_part();
        check_group_ids(node["groups"], measure.path + "/groups", findings);
        check_table(measure, findings);
        check_analyses(measure, findings);
    }
}

} // namespace trialdex::results
