#include "results/check/written_number.h"

#include <charconv>
#include <cmath>
#include <string>

namespace trialdex::results {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
    return text;
}

// Digits with commas between groups of three lose them; nullopt when a comma stands elsewhere.
std::optional<std::string> without_separators(std::string_view text) {
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != ',') {
            digits += text[i];
            continue;
        }
        const std::string_view group = text.substr(i + 1, 3);
        const bool is_group = group.size() == 3 && is_digit(group[0]) && is_digit(group[1]) && is_digit(group[2]) &&
                              (i + 4 == text.size() || !is_digit(text[i + 4]));
        if (i == 0 || !is_digit(text[i - 1]) || !is_group) return std::nullopt;
    }
    return digits;
}

constexpr std::string_view kBeforePValues[] = {"&lt;", "&gt;", "&amp;", "<", ">", "=", "≤",      "≥",
                                               "~",    "≈",    "p",     "P", ":", " ", "-value", "value"};

} // namespace

std::optional<WrittenNumber> number_in(std::string_view text) {
    const auto plain = without_separators(trimmed(text));
    if (!plain) return std::nullopt;
    std::string_view digits = *plain;
    if (digits.starts_with('+')) digits.remove_prefix(1);
    WrittenNumber number;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
    if (error != std::errc() || end != digits.data() + digits.size() || !std::isfinite(number.value)) {
        return std::nullopt;
    }
    const std::size_t point = digits.find('.');
    const std::size_t decimals = point == std::string_view::npos ? 0 : digits.size() - point - 1;
    number.rounding = 0.5 * std::pow(10, -static_cast<double>(decimals));
    return number;
}

std::optional<std::int64_t> count_in(study::Value value) {
    if (!value) return std::nullopt;
    const auto number = number_in(value.text());
    constexpr double kMostPeople = 1e12;
    if (!number || number->value < 0 || number->value > kMostPeople) return std::nullopt;
    const auto whole = static_cast<std::int64_t>(number->value);
    return static_cast<double>(whole) == number->value ? std::optional(whole) : std::nullopt;
}

std::optional<double> p_value_in(std::string_view text) {
    for (bool is_stripped = true; is_stripped;) {
        is_stripped = false;
        for (const std::string_view sign : kBeforePValues) {
            if (!text.starts_with(sign)) continue;
            text.remove_prefix(sign.size());
            is_stripped = true;
        }
    }
    std::string digits(text.substr(0, text.find_first_of(" \n(;")));
    if (digits.find('.') == std::string::npos) { // "0,05": a comma for the point
        if (const std::size_t comma = digits.find(','); comma != std::string::npos) digits[comma] = '.';
    }
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace trialdex::results
