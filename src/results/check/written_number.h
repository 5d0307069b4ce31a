// Numbers of results are texts in the record: "1,234", ".5", "12.", "<0.001", "NA".
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

// A text that is one number and nothing else; commas may stand between groups of three digits.
std::optional<WrittenNumber> number_in(std::string_view text);

// A whole number that is not negative.
std::optional<std::int64_t> count_in(study::Value value);

// The number that a p-value starts with, after "p", "=", "<", ">", "≤" and the like, also as &lt; and &gt;.
std::optional<double> p_value_in(std::string_view text);

} // namespace trialdex::results
