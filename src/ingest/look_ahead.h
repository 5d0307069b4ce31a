// A stream's next bytes in one piece, as many as the reader asks for, before it decides to drop them.
#pragma once

#include "ingest/byte_stream.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace trialdex::ingest {

class LookAhead {
public:
    explicit LookAhead(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

    // The bytes at hand; the view is good until the next more() or drop().
    std::string_view ahead() const { return {buffer_.get() + begin_, end_ - begin_}; }
    std::uint64_t offset() const { return offset_; } // of ahead()'s first byte in the stream
    // Puts some more bytes behind those at hand. False at the end of the stream or of what can be read of it.
    bool more();
    // Has at least `count` bytes at hand if the stream holds them.
    bool at_least(std::size_t count);
    void drop(std::size_t count);
    // Why the stream ended before its end, once more() said so.
    const std::optional<Error>& trouble() const { return trouble_; }

private:
    void make_room();

    std::unique_ptr<ByteStream> stream_;
    std::unique_ptr<char[]> buffer_;
    std::size_t capacity_ = 0;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t offset_ = 0;
    bool ended_ = false;
    std::optional<Error> trouble_;
};

} // namespace trialdex::ingest
