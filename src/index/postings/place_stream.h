// Byte streams of small numbers in groups: the place codes of a study (one group a study), the places of a word in a
// value (one group a value). Seven bits a byte, the high bit says "more bytes follow"; a last byte holds six bits, and
// its bit 6 says "last of the group". So groups are skipped eight bytes at a time without decoding.
//
// Readers get an end and never pass it: damaged bytes give wrong numbers, not a crash.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>

namespace trialdex::index {

inline void append_number(std::string& out, std::uint32_t value, bool last) {
    const std::uint32_t tail = value & 0x3f;
    value >>= 6;
    char head[5];
    int heads = 0;
    while (value != 0) {
        head[heads++] = static_cast<char>(0x80 | (value & 0x7f));
        value >>= 7;
    }
    while (heads > 0) out.push_back(head[--heads]);
    out.push_back(static_cast<char>(tail | (last ? 0x40 : 0)));
}

struct StreamReader {
    const unsigned char* at = nullptr;
    const unsigned char* end = nullptr;

    struct Number {
        std::uint32_t value;
        bool last;
    };

    Number next() {
        std::uint32_t value = 0;
        while (at < end && (*at & 0x80) != 0) value = (value << 7) | (*at++ & 0x7fu);
        if (at >= end) return {0, true};
        const unsigned char byte = *at++;
        return {(value << 6) | (byte & 0x3fu), (byte & 0x40) != 0};
    }

    // Skips `groups` groups; returns how many numbers they held.
    std::uint32_t skip(std::uint32_t groups) {
        constexpr std::uint64_t kHigh = 0x8080808080808080;
        constexpr std::uint64_t kLast = 0x4040404040404040;
        std::uint32_t numbers = 0;
        while (groups > 0 && end - at >= 8) {
            std::uint64_t bytes;
            std::memcpy(&bytes, at, 8);
            const std::uint64_t ends = ~bytes & kHigh;
            const std::uint64_t lasts = (ends >> 1) & bytes & kLast;
            const auto found = static_cast<std::uint32_t>(std::popcount(lasts));
            if (found > groups || (found == groups && (lasts >> 62) == 0)) break;
            groups -= found;
            numbers += static_cast<std::uint32_t>(std::popcount(ends));
            at += 8;
        }
        while (groups > 0 && at < end) {
            const unsigned char byte = *at++;
            if ((byte & 0x80) == 0) {
                ++numbers;
                if ((byte & 0x40) != 0) --groups;
            }
        }
        return numbers;
    }
};

} // namespace trialdex::index
