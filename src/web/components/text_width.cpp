#include "web/components/text_width.h"

#include <algorithm>

namespace trialdex::web {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// East Asian Width "W" and "F" of Unicode, neighbouring blocks taken together.
constexpr Range kWide[] = {{0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xA960, 0xA97F},
                           {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},
                           {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

// Marks that stand on another letter, and characters without a shape.
constexpr Range kNoWidth[] = {{0x0300, 0x036F}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
                              {0x06D6, 0x06DC}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x200B, 0x200F},
                              {0x202A, 0x202E}, {0x2060, 0x2069}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}};

constexpr Range kRightToLeft[] = {{0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFC}, {0x10800, 0x10FFF}};

constexpr char32_t kFirstMark = 0x0300; // nothing before it is wide, without width or from right to left

template <std::size_t N> bool is_in(const Range (&ranges)[N], char32_t character) {
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [&](const Range& range) { return character >= range.first && character <= range.last; });
}

constexpr std::string_view kFirstStrongIsolate = "\u2068";
constexpr std::string_view kPopIsolate = "\u2069";

} // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
    const auto first = static_cast<unsigned char>(text[at++]);
    if (first < 0xC0) return first;
    char32_t character = first & (first >= 0xF0 ? 0x07U : first >= 0xE0 ? 0x0FU : 0x1FU);
    for (; at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; ++at) {
        character = (character << 6U) | (static_cast<unsigned char>(text[at]) & 0x3FU);
    }
    return character;
}

std::size_t width_of(char32_t character) {
    if (character < kFirstMark) return 1;
    if (is_in(kNoWidth, character)) return 0;
    return is_in(kWide, character) ? 2 : 1;
}

std::size_t text_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) width += width_of(next_character(text, at));
    return width;
}

bool has_right_to_left(std::string_view text) {
    // The first of them is U+0590, whose first byte is 0xD6: nearly all texts are done after a look at their bytes.
    constexpr unsigned char kFirstLead = 0xD6;
    const auto may_be = [](char c) { return static_cast<unsigned char>(c) >= kFirstLead; };
    if (std::none_of(text.begin(), text.end(), may_be)) return false;
    for (std::size_t at = 0; at < text.size();) {
        if (is_in(kRightToLeft, next_character(text, at))) return true;
    }
    return false;
}

std::string isolated(std::string text) {
    if (!has_right_to_left(text)) return text;
    return std::string(kFirstStrongIsolate) + text + std::string(kPopIsolate);
}

} // namespace trialdex::web
