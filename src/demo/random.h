// Deterministic random numbers (splitmix64). The distributions of the standard library differ from one library to the
// next, and so do its mathematical functions; whole-number arithmetic does not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace trialdex::demo {

constexpr std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31);
}

constexpr std::uint64_t mixed(std::uint64_t a, std::uint64_t b) { return mixed(mixed(a + 0x9e3779b97f4a7c15U) ^ b); }

constexpr std::uint64_t hash_of(std::string_view text) { // FNV-1a
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

class Random {
public:
    explicit constexpr Random(std::uint64_t state) : state_(state) {}

    constexpr std::uint64_t next() { return mixed(state_ += 0x9e3779b97f4a7c15U); }
    constexpr std::uint64_t below(std::uint64_t limit) { return next() % limit; } // limit is above 0
    constexpr int between(int low, int high) {                                    // both included
        return low + static_cast<int>(below(static_cast<std::uint64_t>(high - low) + 1));
    }
    constexpr bool chance(int percent) { return between(1, 100) <= percent; }
    // Between low and high, mostly near the middle.
    constexpr int near_middle(int low, int high) {
        return (between(low, high) + between(low, high) + between(low, high)) / 3;
    }
    template <class List> constexpr const auto& pick(const List& list) { return list[below(list.size())]; }

private:
    std::uint64_t state_;
};

} // namespace trialdex::demo
