// The registry's own download: a zip with one JSON file a study. Its entries may also be lists, pages or lines of
// studies.
#pragma once

#include "ingest/zip_members.h"

namespace trialdex::ingest {

// `wanted`: 0 for all entries, else about so many, evenly chosen. `bytes_done`, when given, follows the place in the
// file.
std::unique_ptr<RecordSource> read_zip(std::shared_ptr<const File> file, const ReadLimits& limits, std::uint64_t wanted,
                                       std::uint64_t* bytes_done);

} // namespace trialdex::ingest
