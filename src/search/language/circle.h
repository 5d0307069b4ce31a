// Circles on the earth as queries write them: "42.36", "-71.06", "50mi".
#pragma once

#include "search/language/expression.h"

#include <optional>
#include <string_view>

namespace trialdex::search {

inline constexpr double kMetresPerMile = 1609.344;
inline constexpr double kMaxRadiusMiles = 500;
inline constexpr double kMaxRadiusMetres = 805'000;

// Digits with an optional sign and fraction, nothing else: no exponent, no "nan".
std::optional<double> decimal(std::string_view text);

// "50mi", "80.5km", "500" (metres).
std::optional<double> metres_of(std::string_view text);

// nullopt for anything that is no place on the earth, and for a radius that is not above 0 or beyond 500 miles or 805
// km.
std::optional<Expression::Circle> circle_of(std::string_view latitude, std::string_view longitude,
                                            std::string_view radius);

} // namespace trialdex::search
