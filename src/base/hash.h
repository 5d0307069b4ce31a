// XXH3, for hash tables and for checksums of our own files: fast (16 GB/s) and good; no defence against an adversary.
#pragma once

#include <cstdint>
#include <string_view>

namespace trialdex {

std::uint64_t hash64(std::string_view bytes);

} // namespace trialdex
