// The entries of a zip file that hold something for us, and where their data lies.
#pragma once

#include "ingest/file.h"
#include "ingest/zip_format.h"

#include <memory>
#include <optional>

namespace trialdex::ingest {

struct ZipMember {
    ZipEntry entry;
    std::uint64_t data_offset = 0;
    std::string refused; // why its data cannot be read; empty when it can be tried
};

class ZipMembers {
public:
    virtual ~ZipMembers() = default;
    // nullopt at the end; an error when nothing more can be read.
    virtual Result<std::optional<ZipMember>> next() = 0;
};

// As the directory lists them: all, or about `wanted` (when not 0) evenly chosen. An error when the
// directory is missing or damaged.
Result<std::unique_ptr<ZipMembers>> members_by_directory(std::shared_ptr<const File> file, std::uint64_t wanted);

// For a file without a sound directory: entry after entry from the start, as far as it reaches.
std::unique_ptr<ZipMembers> members_by_walking(std::shared_ptr<const File> file, const ReadLimits& limits);

} // namespace trialdex::ingest
