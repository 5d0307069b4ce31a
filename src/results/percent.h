// Percentages: the one number that results pages work out for every count. Pages mark them as calculated.
#pragma once

#include "results/measure.h"

#include <string>
#include <string_view>

namespace trialdex::results {

// "28.0%" for 14 of 50; empty when that has no meaning (a bound, a word, nobody, more than all).
std::string percent_of(std::string_view part, std::string_view whole);

// The percentage that belongs beside a figure: only counts have one, only where the denominator is stated.
std::string percent_of(const Measure& measure, const Figure& figure);

} // namespace trialdex::results
