// The content of one zip entry, checked against its size and checksum.
#pragma once

#include "ingest/file_window.h"
#include "ingest/zip_members.h"

#include <memory>
#include <string>

struct libdeflate_decompressor;

namespace trialdex::ingest {

class ZipUnpacker {
public:
    explicit ZipUnpacker(std::shared_ptr<const File> file);
    ~ZipUnpacker();

    // All of it at once. The caller has looked at entry.bytes.
    Result<std::string> unpack(const ZipMember& member);
    // Bit by bit, for an entry that is too large for that: errors of size and checksum come at its end.
    std::unique_ptr<ByteStream> stream(const ZipMember& member) const;

private:
    std::shared_ptr<const File> file_;
    FileWindow window_;
    std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor_;
};

} // namespace trialdex::ingest
