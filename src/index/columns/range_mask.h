// Which of 64 numbers lie within a range, as bits: the inner loop of RANGE and DISTANCE.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace trialdex::index {

// Bit i: values[i] - lower <= width, in unsigned arithmetic, so one comparison checks both bounds. Comparing into bytes
// and packing those by multiplication is a loop that compilers turn into vector code, which setting bits is not.
template <class Unsigned> std::uint64_t range_mask(const Unsigned* values, Unsigned lower, Unsigned width) {
    std::array<std::uint8_t, 64> inside;
    for (std::size_t i = 0; i < 64; ++i)
        inside[i] = static_cast<Unsigned>(values[i] - lower) <= width ? std::uint8_t{1} : std::uint8_t{0};
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, inside.data() + 8 * i, 8);
        mask |= (eight * 0x0102040810204080U >> 56) << (8 * i);
    }
    return mask;
}

} // namespace trialdex::index
