// All records of an import's arguments, one file after the other.
#pragma once

#include "ingest/input_files.h"
#include "ingest/record_source.h"

#include <memory>

namespace trialdex::ingest {

struct FoundItem {
    std::shared_ptr<const std::string> file; // as reports name it
    Item item;
};

class InputReader {
public:
    InputReader(std::span<const std::string> arguments, const ReadLimits& limits)
        : files_(arguments), limits_(limits) {}

    std::optional<FoundItem> next();
    std::uint64_t bytes_done() const { return finished_bytes_ + file_bytes_done_; }

private:
    std::optional<FoundItem> open(const WalkedFile& file);
    FoundItem trouble(std::string reason) const { return {file_, {ItemKind::Trouble, {}, std::move(reason)}}; }

    InputFiles files_;
    ReadLimits limits_;
    std::shared_ptr<const std::string> file_;
    std::uint64_t file_bytes_ = 0;
    std::uint64_t file_bytes_done_ = 0;
    std::uint64_t finished_bytes_ = 0;
    bool file_is_empty_ = false;
    std::unique_ptr<RecordSource> source_;
};

} // namespace trialdex::ingest
