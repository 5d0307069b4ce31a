// Files of the index that are neither segments nor manifests.
#pragma once

#include "base/result.h"
#include "index/bits.h"

#include <string>

namespace trialdex::index {

std::string index_folder(const std::string& registry);

// Which studies of a segment a later one replaces: the bits, then their checksum.
std::string deleted_bytes(const Bits& deleted);
Result<Bits> read_deleted(const std::string& path, std::uint32_t studies);

} // namespace trialdex::index
