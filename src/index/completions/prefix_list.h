// Places in a text, in the order of what stands there, each with a name's number. Names are numbered by rank, most
// studies first, so the best names below a prefix are the smallest numbers in a range, and the smallest number of every
// block of entries tells which few blocks to look at: no prefix is too short.
#pragma once

#include "index/arrays.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace trialdex::index {

inline constexpr std::size_t kPrefixBlock = 128; // entries

struct PrefixEntry {
    std::uint32_t place; // in the text; what stands there ends at a NUL
    std::uint32_t name;
};

// Sorts `entries` and writes them: places, names, the smallest name of each block.
void write_prefix_list(std::string_view text, std::vector<PrefixEntry> entries, ArrayWriter& out);

class PrefixList {
public:
    // Takes a list of `entries` off the front; `text` is the one it points into.
    static PrefixList take(ArrayReader& reader, std::uint64_t entries, std::string_view text);

    // The `limit` smallest distinct names below `prefix`, ascending.
    std::vector<std::uint32_t> best(std::string_view prefix, std::size_t limit) const;

private:
    std::pair<std::size_t, std::size_t> range(std::string_view prefix) const;

    std::string_view text_;
    std::span<const std::uint32_t> places_;
    std::span<const std::uint32_t> names_;
    std::span<const std::uint32_t> smallest_;
};

} // namespace trialdex::index
