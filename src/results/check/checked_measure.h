// One measure of baseline or outcomes, as the rules for its table and for its analyses get it.
#pragma once

#include "results/check/columns.h"
#include "study/json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trialdex::results {

struct CheckedMeasure {
    study::Value node;
    std::string path;
    const Groups& groups;
    study::Value module_denominators; // of the baseline module; absent for outcomes
    bool is_baseline = false;

    bool counts_units() const; // participants, or units such as eyes
    std::string_view unit() const;
    std::optional<std::int64_t> denominator(study::Value measure_class, std::string_view group) const;
};

} // namespace trialdex::results
