#include "results/measure.h"

#include "schema/schema.h"

#include <initializer_list>
#include <utility>

namespace trialdex::results {

namespace {

using study::Value;

// The counts of `list` in the unit that the measure names, else in the first unit that counts any group.
std::vector<Denominator> denominators_in(Value list, std::string_view units, const Groups& groups,
                                         Denominator::Level level) {
    Value chosen;
    for (const Value denominator : list) {
        if (!denominator["counts"].is_array()) continue;
        if (!chosen) chosen = denominator;
        if (units.empty() || denominator["units"].text() != units) continue;
        chosen = denominator;
        break;
    }
    if (!chosen) return {};
    std::vector<Denominator> found(groups.size());
    const std::vector<Value> counts = by_group(groups, chosen["counts"]);
    for (std::size_t group = 0; group < counts.size(); ++group) {
        const std::string_view count = counts[group]["value"].text();
        if (!count.empty()) found[group] = {count, chosen["units"].text(), level};
    }
    return found;
}

const Denominator* stated(const std::vector<Denominator>& denominators, std::size_t group) {
    return group < denominators.size() && denominators[group] ? &denominators[group] : nullptr;
}

// Of each group the nearest count that is stated, the first list being the nearest.
Denominator nearest(std::initializer_list<const std::vector<Denominator>*> levels, std::size_t group) {
    for (const std::vector<Denominator>* level : levels) {
        if (const Denominator* found = stated(*level, group)) return *found;
    }
    return {};
}

std::string words(std::string_view type_name, std::string_view code) {
    const schema::EnumType* type = schema::find_enum(type_name);
    if (!type) return std::string(code);
    if (const schema::EnumValue* value = type->find(code)) return std::string(value->label);
    for (const schema::EnumValue& value : type->values) {
        if (value.legacy == code) return std::string(value.label); // outcome measures write the classic wording
    }
    return std::string(code);
}

} // namespace

bool Measure::has_percentages() const { return is_count() && value["calculatePct"].boolean().value_or(true); }

std::size_t Measure::rows() const {
    std::size_t count = 0;
    for (const MeasureClass& one : classes) count += one.categories.size();
    return count;
}

void add_missing_groups(Groups& groups, Value measure) {
    for (const Value one : measure["classes"]) {
        for (const Value category : one["categories"]) groups.add_missing(category["measurements"]);
    }
}

Measure read_measure(Value measure, Value module, Groups groups, std::string path) {
    Measure read;
    read.value = measure;
    read.path = std::move(path);
    read.title = measure["title"].text();
    read.description = measure["description"].text();
    read.population = measure["populationDescription"].text();
    read.unit = measure["unitOfMeasure"].text();
    read.parameter = measure["paramType"].text();
    read.dispersion = measure["dispersionType"].text();
    read.groups = std::move(groups);

    using Level = Denominator::Level;
    const std::string_view units = measure["denomUnitsSelected"].text();
    const auto of_module = denominators_in(module["denoms"], units, read.groups, Level::Module);
    const auto of_measure = denominators_in(measure["denoms"], units, read.groups, Level::Measure);
    read.denominators.resize(read.groups.size());
    for (std::size_t group = 0; group < read.groups.size(); ++group) {
        read.denominators[group] = nearest({&of_measure, &of_module}, group);
    }
    for (const Value one : measure["classes"]) {
        MeasureClass row{one["title"].text(), {}, denominators_in(one["denoms"], units, read.groups, Level::Class)};
        for (const Value category : one["categories"]) {
            const auto own = denominators_in(category["denoms"], units, read.groups, Level::Category);
            MeasureCategory figures{category["title"].text(), {}};
            figures.figures.reserve(read.groups.size());
            for (const Value entry : by_group(read.groups, category["measurements"])) {
                const std::size_t group = figures.figures.size();
                figures.figures.push_back({static_cast<bool>(entry), entry["value"].text(), entry["spread"].text(),
                                           entry["lowerLimit"].text(), entry["upperLimit"].text(),
                                           entry["comment"].text(),
                                           nearest({&own, &row.denominators, &read.denominators}, group)});
            }
            row.categories.push_back(std::move(figures));
        }
        read.classes.push_back(std::move(row));
    }
    return read;
}

std::string dispersion_in_words(const Measure& measure) {
    return measure.has_dispersion() ? words("MeasureDispersionType", measure.dispersion) : std::string();
}

std::string kind_in_words(const Measure& measure) {
    std::string kind = measure.parameter.empty() ? std::string() : words("MeasureParam", measure.parameter);
    const std::string dispersion = dispersion_in_words(measure);
    if (dispersion.empty()) return kind;
    return kind.empty() ? dispersion : kind + " (" + dispersion + ")";
}

} // namespace trialdex::results
