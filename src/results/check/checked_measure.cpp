#include "results/check/checked_measure.h"

namespace trialdex::results {

bool CheckedMeasure::counts_units() const {
    const std::string_view type = node["paramType"].text();
    return type == "COUNT_OF_PARTICIPANTS" || type == "COUNT_OF_UNITS";
}

std::string_view CheckedMeasure::unit() const {
    if (const std::string_view selected = node["denomUnitsSelected"].text(); !selected.empty()) return selected;
    const std::string_view units = node["typeUnitsAnalyzed"].text();
    return node["paramType"].text() == "COUNT_OF_UNITS" && !units.empty() ? units : "Participants";
}

std::optional<std::int64_t> CheckedMeasure::denominator(study::Value measure_class, std::string_view group) const {
    const study::Value lists[] = {measure_class["denoms"], node["denoms"], module_denominators};
    return nearest_denominator(lists, unit(), group);
}

} // namespace trialdex::results
