#include "ingest/reasons.h"

#include <fmt/format.h>

namespace trialdex::ingest {

namespace {

constexpr std::size_t kMaxName = 300;

// Length of the UTF-8 character at the start of `text`; 0 when there is none, or one that steers a terminal.
std::size_t character_length(std::string_view text) {
    const auto byte = [&](std::size_t at) -> unsigned { return static_cast<unsigned char>(text[at]); };
    const unsigned first = byte(0);
    if (first < 0x80) return first >= 0x20 && first != 0x7f ? 1 : 0;
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80) return 0;
    }
    const unsigned second = byte(1);
    const bool overlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
    const bool surrogate = first == 0xed && second > 0x9f;
    const bool beyond = first == 0xf4 && second > 0x8f;
    const bool control = first == 0xc2 && second < 0xa0;
    return overlong || surrogate || beyond || control ? 0 : length;
}

} // namespace

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
    return digits;
}

std::string reason_too_long(std::uint64_t bytes, std::uint64_t limit) {
    return fmt::format("the record of {} bytes is longer than the limit of {} (--max-record-mb)", grouped(bytes),
                       grouped(limit));
}

std::string printable(std::string_view name) {
    std::string out;
    while (!name.empty() && out.size() < kMaxName) {
        const std::size_t length = character_length(name);
        if (length == 0) out += '?';
        out.append(name.substr(0, length));
        name.remove_prefix(length == 0 ? 1 : length);
    }
    if (!name.empty()) out += "…";
    return out;
}

} // namespace trialdex::ingest
