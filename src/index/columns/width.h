// Numbers of 1, 2, 4 or 8 bytes in memory, lowest byte first. The switch spares a call to memcpy for every number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace trialdex::index {

template <class Unsigned> Unsigned number_at(const void* bytes) {
    Unsigned number;
    std::memcpy(&number, bytes, sizeof(Unsigned));
    return number;
}

inline std::uint64_t load_number(const void* bytes, std::size_t width) {
    switch (width) {
    case 1: return number_at<std::uint8_t>(bytes);
    case 2: return number_at<std::uint16_t>(bytes);
    case 4: return number_at<std::uint32_t>(bytes);
    default: return number_at<std::uint64_t>(bytes);
    }
}

inline void store_number(void* bytes, std::uint64_t number, std::size_t width) {
    switch (width) {
    case 1: std::memcpy(bytes, &number, 1); break;
    case 2: std::memcpy(bytes, &number, 2); break;
    case 4: std::memcpy(bytes, &number, 4); break;
    default: std::memcpy(bytes, &number, 8);
    }
}

} // namespace trialdex::index
