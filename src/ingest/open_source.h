// From an opened file to its records, whatever kind of input it is.
#pragma once

#include "ingest/file.h"
#include "ingest/look_ahead.h"
#include "ingest/record_source.h"

#include <memory>

namespace trialdex::ingest {

// `bytes_done`, which must outlive the source, counts how much of the file was read. InvalidInput for a kind of file
// that is not read, saying what it is.
Result<std::unique_ptr<RecordSource>> open_source(File file, const ReadLimits& limits, std::uint64_t* bytes_done);

// JSON text only: what decompressors and zip entries hold.
Result<std::unique_ptr<RecordSource>> read_text(LookAhead input, const ReadLimits& limits);

} // namespace trialdex::ingest
