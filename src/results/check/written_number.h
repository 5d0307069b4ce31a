// The figures of results, read for the rules: exact ones only, with how far they were rounded.
#pragma once

#include "study/json.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace trialdex::results {

struct WrittenNumber {
    double value = 0;
    // Half a step of the last digit that is written: 4.0 may have been anything from 3.95 to 4.05.
    double rounding = 0;
};

std::optional<WrittenNumber> number_in(std::string_view text);

// A whole number that is not negative.
std::optional<std::int64_t> count_in(study::Value value);

// The number of a p-value, whatever stands before it; "0,05" is one, too.
std::optional<double> p_value_in(std::string_view text);

} // namespace trialdex::results
