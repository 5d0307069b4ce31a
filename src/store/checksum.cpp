#include "store/checksum.h"

#include <xxhash.h>

namespace trialdex::store {

std::uint64_t checksum_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

} // namespace trialdex::store
