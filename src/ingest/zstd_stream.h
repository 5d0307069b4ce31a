// Decompresses the frames of a .zst file, one behind the other.
#pragma once

#include "ingest/byte_stream.h"

#include <memory>

namespace trialdex::ingest {

std::unique_ptr<ByteStream> unzstd(std::unique_ptr<ByteStream> packed);

} // namespace trialdex::ingest
