// The store's checksum over blobs (XXH3, 64 bits): tells rot and slips, not malice.
#pragma once

#include <cstdint>
#include <string_view>

namespace trialdex::store {

std::uint64_t checksum_of(std::string_view bytes);

} // namespace trialdex::store
