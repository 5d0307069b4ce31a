#include "results/measure.h"

#include "schema/schema.h"

#include <utility>

namespace trialdex::results {

namespace {

using study::Value;

// The one of `list` in the unit that the measure names, else in the first unit that counts any group.
Value counts_in(Value list, std::string_view units) {
    Value chosen;
    for (const Value denominator : list) {
        if (!denominator["counts"].is_array()) continue;
        if (!chosen) chosen = denominator;
        if (!units.empty() && denominator["units"].text() == units) return denominator;
    }
    return chosen;
}

std::vector<Denominator> denominators_in(Value list, std::string_view units, const Groups& groups,
                                         Denominator::Level level) {
    const Value chosen = counts_in(list, units);
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

Denominator nearest_denominator(std::initializer_list<DenominatorHolder> holders, std::string_view units,
                                std::string_view group_id) {
    for (const DenominatorHolder& holder : holders) {
        const Value chosen = counts_in(holder.value["denoms"], units);
        for (const Value count : chosen["counts"]) {
            const std::string_view text = count["value"].text();
            if (count["groupId"].text() == group_id && !text.empty())
                return {text, chosen["units"].text(), holder.level};
        }
    }
    return {};
}

bool is_spread_around(std::string_view parameter, std::string_view dispersion) {
    if (parameter.starts_with("GEOMETRIC_") || parameter.starts_with("Geometric ")) return false;
    return dispersion == "STANDARD_DEVIATION" || dispersion == "STANDARD_ERROR" || dispersion == "Standard Deviation" ||
           dispersion == "Standard Error";
}

std::string dispersion_in_words(const Measure& measure) {
    return measure.has_dispersion() ? words("MeasureDispersionType", measure.dispersion) : std::string();
}

std::string kind_in_words(std::string_view parameter, std::string_view dispersion) {
    std::string kind = parameter.empty() ? std::string() : words("MeasureParam", parameter);
    if (dispersion.empty() || dispersion == "NA") return kind;
    const std::string spread = words("MeasureDispersionType", dispersion);
    return kind.empty() ? spread : kind + " (" + spread + ")";
}

std::string kind_in_words(const Measure& measure) { return kind_in_words(measure.parameter, measure.dispersion); }

} // namespace trialdex::results
