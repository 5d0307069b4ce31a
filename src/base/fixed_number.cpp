#include "base/fixed_number.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace trialdex {

namespace {

constexpr std::array<double, 4> kPowers = {1, 10, 100, 1000};
constexpr double kMostScaled = 1e9;      // up to here the product is off by less than kDoubt
constexpr double kNearHalf = 0.5 - 1e-4; // from here on the last digit takes exact arithmetic

std::string exactly(double number, int digits) {
    std::array<char, 352> text; // the largest double has 309 digits before its point
    return {text.data(),
            std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, digits).ptr};
}

} // namespace

std::string fixed(double number, int digits) {
    const double scaled = number * kPowers[static_cast<std::size_t>(digits)];
    if (!(scaled >= 0 && scaled < kMostScaled) || std::signbit(number)) return exactly(number, digits);
    const double whole = std::floor(scaled + 0.5);
    if (std::abs(scaled - whole) > kNearHalf) return exactly(number, digits);
    std::array<char, 16> text;
    char* const end = text.data() + text.size();
    char* at = end;
    auto rest = static_cast<std::uint64_t>(whole);
    const auto put = [&] {
        *--at = static_cast<char>('0' + rest % 10);
        rest /= 10;
    };
    for (int i = 0; i < digits; ++i) put();
    if (digits > 0) *--at = '.';
    do {
        put();
    } while (rest > 0);
    return {at, end};
}

} // namespace trialdex
