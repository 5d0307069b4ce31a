#include "demo/turn.h"

#include <array>
#include <numeric>
#include <utility>

namespace trialdex::demo {

std::size_t Turn::deal(std::size_t cards, std::string_view what) const {
    Random random(mixed(seed_ ^ hash_of(what), number_ / cards));
    std::array<std::uint8_t, 256> pack;
    std::iota(pack.begin(), pack.begin() + static_cast<std::ptrdiff_t>(cards), std::uint8_t{0});
    const std::size_t place = number_ % cards;
    // Shuffled from the front, no further than the card that is wanted.
    for (std::size_t i = 0; i <= place; ++i) std::swap(pack[i], pack[i + random.below(cards - i)]);
    return pack[place];
}

std::optional<std::uint64_t> Turn::once_in(std::uint64_t period, std::string_view what) const {
    const std::uint64_t round = number_ / period;
    Random random(mixed(seed_ ^ hash_of(what), round));
    if (number_ % period != random.below(period)) return std::nullopt;
    return round;
}

} // namespace trialdex::demo
