#include "demo/results/numbers.h"

#include <cstdlib>
#include <fmt/format.h>

namespace trialdex::demo {

namespace {

std::string with_separators(int whole) {
    std::string digits = fmt::format("{}", whole);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

} // namespace

std::string number_text(int value, int decimals, NumberStyle style) {
    int scale = 1;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    const int whole = std::abs(value) / scale;
    std::string text = style == NumberStyle::Thousands ? with_separators(whole) : fmt::format("{}", whole);
    if (style == NumberStyle::NoLeadingZero && whole == 0 && value != 0 && decimals > 0) text.clear();
    if (decimals > 0) text += fmt::format(".{:0{}}", std::abs(value) % scale, decimals);
    if (decimals == 0 && style == NumberStyle::TrailingPoint) text += '.';
    return value < 0 ? "-" + text : text;
}

std::vector<int> split_count(int total, std::size_t parts, Random& random) {
    std::vector<int> counts;
    int left = total;
    for (std::size_t i = 1; i < parts; ++i) {
        const int even = left / static_cast<int>(parts - i + 1);
        const int count = random.between(even / 2, even + (left - even) / 3);
        counts.push_back(count);
        left -= count;
    }
    counts.push_back(left);
    return counts;
}

} // namespace trialdex::demo
