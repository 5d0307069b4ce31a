#include "search/language/circle.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace trialdex::search {

namespace {

constexpr std::size_t kMaxDecimalBytes = 40;

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool within(double value, double limit) { return value >= -limit && value <= limit; }

} // namespace

std::optional<double> decimal(std::string_view text) {
    const std::string_view unsigned_text = text.substr(text.starts_with('-') ? 1 : 0);
    const std::size_t point = unsigned_text.find('.');
    if (text.size() > kMaxDecimalBytes || !is_digits(unsigned_text.substr(0, point))) return std::nullopt;
    if (point != std::string_view::npos && !is_digits(unsigned_text.substr(point + 1))) return std::nullopt;
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<double> metres_of(std::string_view text) {
    double unit = 1;
    if (text.ends_with("km")) unit = 1000;
    if (text.ends_with("mi")) unit = kMetresPerMile;
    if (unit != 1) text.remove_suffix(2);
    while (text.ends_with(' ')) text.remove_suffix(1);
    const auto value = decimal(text);
    if (!value) return std::nullopt;
    return *value * unit;
}

std::optional<Expression::Circle> circle_of(std::string_view latitude, std::string_view longitude,
                                            std::string_view radius) {
    const auto lat = decimal(latitude);
    const auto lon = decimal(longitude);
    const auto size = metres_of(radius);
    if (!lat || !lon || !size || !within(*lat, 90) || !within(*lon, 180)) return std::nullopt;
    const double limit = radius.ends_with("mi") ? kMaxRadiusMiles * kMetresPerMile : kMaxRadiusMetres;
    if (*size <= 0 || *size > limit) return std::nullopt;
    return Expression::Circle{*lat, *lon, *size};
}

} // namespace trialdex::search
