#include "results/check/written_number.h"

#include "results/number_text.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace trialdex::results {

std::optional<WrittenNumber> number_in(std::string_view text) {
    const auto value = exact_number(text);
    if (!value) return std::nullopt;
    const std::size_t point = text.find('.');
    std::size_t end = point == std::string_view::npos ? point : text.find_first_not_of("0123456789", point + 1);
    if (end == std::string_view::npos) end = text.size();
    const std::size_t decimals = point == std::string_view::npos ? 0 : end - point - 1;
    return WrittenNumber{*value, 0.5 * std::pow(10, -static_cast<double>(decimals))};
}

std::optional<std::int64_t> count_in(study::Value value) {
    constexpr double kMostPeople = 1e12;
    const auto number = exact_number(value.text());
    if (!number || *number < 0 || *number > kMostPeople) return std::nullopt;
    const auto whole = static_cast<std::int64_t>(*number);
    return static_cast<double>(whole) == *number ? std::optional(whole) : std::nullopt;
}

std::optional<double> p_value_in(std::string_view text) {
    if (const auto number = read_number(text).number) return number;
    std::string with_point(text);
    std::replace(with_point.begin(), with_point.end(), ',', '.');
    return read_number(with_point).number;
}

} // namespace trialdex::results
