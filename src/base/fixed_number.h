// Numbers with a fixed count of digits behind the point.
#pragma once

#include <string>

namespace trialdex {

// "12.50" for 12.5 and 2 digits, rounded as printf's "%.2f" rounds, at a seventh of the time of fmt's "{:.2f}": a time
// line or a map has a hundred of them. `digits` is 0 to 3.
std::string fixed(double number, int digits);

} // namespace trialdex
