// What the invented studies measure. In the texts "{0}" is the condition's score, "{1}" the product, "{2}" what counts
// as success, "{3}" a number of weeks.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace trialdex::demo {

// Which studies can measure it.
enum class Scope : std::uint8_t { Any, Trial, Medicine };

struct Measure {
    std::string_view title;
    std::string_view description;
    std::string_view time_frame;
    std::string_view param;      // code of MeasureParam
    std::string_view dispersion; // code of MeasureDispersionType; empty when there is none
    std::string_view unit;       // empty: the unit and the range of the condition's score
    int low, high;               // of the values, in units of the last decimal; -1, 1: of a change
    int decimals;
    std::string_view classes;    // rows, separated by |
    std::string_view categories; // within a row, separated by |
    Scope scope = Scope::Any;
};

std::span<const Measure> primary_measures();
std::span<const Measure> other_measures();
std::span<const Measure> baseline_measures();

} // namespace trialdex::demo
