// Bytes in order: a file, a pipe, or what a decompressor makes of them.
#pragma once

#include "base/result.h"

#include <span>

namespace trialdex::ingest {

class ByteStream {
public:
    virtual ~ByteStream() = default;
    // Fills some of `into`, which is not empty, and returns how many bytes; 0 at the end.
    virtual Result<std::size_t> read(std::span<char> into) = 0;
};

} // namespace trialdex::ingest
