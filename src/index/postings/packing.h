// Blocks of 128 study numbers: differences packed into as many bits as the largest needs. A block is one byte (the
// width) and 16·width bytes.
#pragma once

#include <cstdint>
#include <string>

namespace trialdex::index {

inline constexpr std::uint32_t kBlock = 128;

// Appends `studies`, ascending, all above `before` (or at least 0 for before = -1).
void pack_block(std::string& out, const std::uint32_t (&studies)[kBlock], std::int64_t before);

// Reads a block at `bytes` of which `available` are ours; fills `studies`. Returns false when it does not fit.
bool unpack_block(const unsigned char* bytes, std::size_t available, std::int64_t before,
                  std::uint32_t (&studies)[kBlock]);

} // namespace trialdex::index
