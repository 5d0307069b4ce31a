#include "index/postings/packing.h"

#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace trialdex::index {

namespace {

constexpr std::uint32_t kLanes = 4; // four packed sequences side by side, which compilers turn into vector code

// Value i lies in lane i % 4; each lane packs 32 values of `Width` bits into `Width` words.
template <std::uint32_t Width> void unpack(const std::uint32_t* words, std::uint32_t* out) {
    if constexpr (Width == 0) {
        std::memset(out, 0, kBlock * sizeof(std::uint32_t));
    } else {
        constexpr std::uint32_t kMask = Width == 32 ? ~0u : (1u << (Width % 32)) - 1;
        [&]<std::size_t... Row>(std::index_sequence<Row...>) {
            (
                [&] {
                    constexpr std::uint32_t kBit = static_cast<std::uint32_t>(Row) * Width;
                    constexpr std::uint32_t kWord = kBit / 32;
                    constexpr std::uint32_t kShift = kBit % 32;
                    for (std::uint32_t lane = 0; lane < kLanes; ++lane) {
                        std::uint32_t value = words[kWord * kLanes + lane] >> kShift;
                        if constexpr (kShift + Width > 32) value |= words[(kWord + 1) * kLanes + lane] << (32 - kShift);
                        out[Row * kLanes + lane] = value & kMask;
                    }
                }(),
                ...);
        }(std::make_index_sequence<kBlock / kLanes>());
    }
}

using Unpack = void (*)(const std::uint32_t*, std::uint32_t*);

template <std::size_t... Width>
constexpr std::array<Unpack, sizeof...(Width)> unpackers(std::index_sequence<Width...>) {
    return {&unpack<Width>...};
}

constexpr auto kUnpack = unpackers(std::make_index_sequence<33>());

// Gaps to numbers: each is one more than its gap above the one before. Four at a time, because the chain of 128
// additions took longer than the unpacking.
void add_up(std::uint32_t (&numbers)[kBlock], std::uint32_t before) {
    using Row = std::uint32_t __attribute__((vector_size(4 * kLanes)));
    constexpr Row kOne{1, 1, 1, 1};
    constexpr Row kZero{};
    Row last{before, before, before, before};
    for (std::uint32_t at = 0; at < kBlock; at += kLanes) {
        Row row;
        std::memcpy(&row, numbers + at, sizeof row);
        row += kOne;
        row += __builtin_shufflevector(row, kZero, 4, 0, 1, 2);
        row += __builtin_shufflevector(row, kZero, 4, 5, 0, 1);
        row += last;
        std::memcpy(numbers + at, &row, sizeof row);
        last = __builtin_shufflevector(row, row, 3, 3, 3, 3);
    }
}

} // namespace

void pack_block(std::string& out, const std::uint32_t (&studies)[kBlock], std::int64_t before) {
    std::uint32_t gaps[kBlock];
    std::uint32_t all = 0;
    for (std::uint32_t i = 0; i < kBlock; ++i) {
        gaps[i] = static_cast<std::uint32_t>(studies[i] - before - 1);
        before = studies[i];
        all |= gaps[i];
    }
    const auto width = static_cast<std::uint32_t>(std::bit_width(all));
    std::uint32_t words[32 * kLanes] = {};
    for (std::uint32_t i = 0; i < kBlock; ++i) {
        const std::uint32_t lane = i % kLanes;
        const std::uint32_t bit = i / kLanes * width;
        const std::uint32_t shift = bit % 32;
        if (width == 0) break;
        words[bit / 32 * kLanes + lane] |= gaps[i] << shift;
        if (shift + width > 32) words[(bit / 32 + 1) * kLanes + lane] |= gaps[i] >> (32 - shift);
    }
    out.push_back(static_cast<char>(width));
    out.append(reinterpret_cast<const char*>(words), std::size_t{width} * kLanes * 4);
}

bool unpack_block(const unsigned char* bytes, std::size_t available, std::int64_t before,
                  std::uint32_t (&studies)[kBlock]) {
    if (available == 0 || bytes[0] > 32) return false;
    const std::uint32_t width = bytes[0];
    if (available < 1 + std::size_t{width} * 16) return false;
    std::uint32_t words[32 * kLanes];
    std::memcpy(words, bytes + 1, std::size_t{width} * 16);
    kUnpack[width](words, studies);
    add_up(studies, static_cast<std::uint32_t>(before));
    return true;
}

} // namespace trialdex::index
