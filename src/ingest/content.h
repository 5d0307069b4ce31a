// What kind of input is this? Told from its first bytes, never from its name.
#pragma once

#include "ingest/look_ahead.h"

#include <cstdint>

namespace trialdex::ingest {

enum class Content : std::uint8_t {
    Zip,
    Gzip,
    Zstd,
    Lines, // one record a line
    Json,  // a list, a page of the API, or one record over several lines
    Empty,
};

// Looks at what is ahead and takes nothing but a byte order mark. InvalidInput for what we do not read, saying what it
// is. `max_record_bytes` bounds how far it looks for the end of the first line.
Result<Content> recognise(LookAhead& input, std::size_t max_record_bytes);

} // namespace trialdex::ingest
