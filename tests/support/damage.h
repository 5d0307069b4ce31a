// What a disk or a hand may do to a section's bytes: cut them short or turn some of them over.
#pragma once

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <string_view>

namespace trialdex {

// Hands `look` many damaged copies of `bytes`; it opens them and asks everything. That it returns is the test.
inline void with_damaged(const std::string& bytes, int rounds, const std::function<void(std::string_view)>& look) {
    std::mt19937 random(20);
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    for (int round = 0; round < rounds; ++round) {
        std::string damaged = bytes;
        for (std::size_t flips = 1 + below(4); flips != 0; --flips) {
            // Half of the flips hit the first bytes, where counts and forms stand.
            const std::size_t at = below(below(2) == 0 ? std::min<std::size_t>(64, damaged.size()) : damaged.size());
            damaged[at] = static_cast<char>(below(256));
        }
        if (below(4) == 0) damaged.resize(below(damaged.size()));
        look(damaged);
    }
}

} // namespace trialdex
