// Decompresses deflate data of any length with zlib, which unlike libdeflate can stop and go on.
#pragma once

#include "ingest/byte_stream.h"

#include <cstdint>
#include <memory>

namespace trialdex::ingest {

// The members of a gzip file, one behind the other.
std::unique_ptr<ByteStream> gunzip(std::unique_ptr<ByteStream> packed);

// One bare deflate stream, as zip entries hold it. Ends with it, whatever bytes follow.
class DeflateStream : public ByteStream {
public:
    // Bytes that the deflate stream has taken so far; all of it, once it has ended.
    virtual std::uint64_t packed_bytes() const = 0;
};
std::unique_ptr<DeflateStream> inflate_raw(std::unique_ptr<ByteStream> packed);

} // namespace trialdex::ingest
