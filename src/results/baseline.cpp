#include "results/baseline.h"

#include <utility>

namespace trialdex::results {

Baseline read_baseline(study::Value results_section) {
    const study::Value module = results_section["baselineCharacteristicsModule"];
    Baseline baseline{
        module["populationDescription"].text(), module["typeUnitsAnalyzed"].text(), Groups(module["groups"]), {}};
    for (const study::Value measure : module["measures"]) add_missing_groups(baseline.groups, measure);
    for (const study::Value measure : module["measures"]) {
        std::string path = std::string(kBaselinePath) + "/measures/" + std::to_string(baseline.measures.size());
        baseline.measures.push_back(read_measure(measure, module, baseline.groups, std::move(path)));
    }
    return baseline;
}

} // namespace trialdex::results
