// A zip file's table of contents, read as a stream: the registry's own has 600,000 entries.
#pragma once

#include "ingest/file_window.h"
#include "ingest/zip_format.h"

#include <optional>
#include <vector>

namespace trialdex::ingest {

class ZipDirectory {
public:
    // NotFound when the file has no directory at its end, as a download that broke off; InvalidInput when it is
    // damaged. It is read once, for the places of the entries.
    static Result<ZipDirectory> open(std::shared_ptr<const File> file);

    // The next entry; nullopt at the end.
    Result<std::optional<ZipEntry>> next();

    std::uint64_t entry_count() const { return starts_.size(); }
    // Bytes from an entry's local header to the next thing in the file; 0 when two entries claim the same place.
    std::uint64_t room_of(const ZipEntry& entry) const;

private:
    ZipDirectory(FileWindow window, std::uint64_t begin, std::uint64_t end, std::uint64_t shift)
        : window_(std::move(window)), begin_(begin), at_(begin), end_(end), shift_(shift) {}

    Result<void> collect_starts();

    FileWindow window_;
    std::uint64_t begin_;
    std::uint64_t at_;
    std::uint64_t end_;
    std::uint64_t shift_;               // bytes before the first entry that its offsets do not count
    std::vector<std::uint64_t> starts_; // of all local headers, ascending
};

} // namespace trialdex::ingest
