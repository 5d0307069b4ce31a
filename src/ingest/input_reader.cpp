#include "ingest/input_reader.h"

#include "ingest/open_source.h"
#include "ingest/reasons.h"

#include <algorithm>

namespace trialdex::ingest {

std::optional<FoundItem> InputReader::next() {
    while (!limits_.cancelled()) {
        if (source_) {
            if (auto item = source_->next()) {
                file_is_empty_ = false;
                return FoundItem{file_, std::move(*item)};
            }
            source_.reset();
            if (file_is_empty_ && !limits_.cancelled()) return trouble(std::string(kReasonNoRecords));
        }
        finished_bytes_ += std::max(file_bytes_, file_bytes_done_);
        file_bytes_done_ = 0;
        const auto file = files_.next();
        file_bytes_ = file ? file->bytes : 0;
        if (!file) return std::nullopt;
        if (auto failed = open(*file)) return failed;
    }
    return std::nullopt;
}

std::optional<FoundItem> InputReader::open(const WalkedFile& file) {
    const bool standard_input = file.path == kStandardInput;
    file_ = std::make_shared<const std::string>(standard_input ? "standard input" : printable(file.path));
    if (!file.refused.empty()) return trouble(file.refused);
    auto opened = standard_input ? File::standard_input() : File::open(file.path);
    if (!opened) return trouble(opened.error().message);
    auto source = open_source(std::move(*opened), limits_, &file_bytes_done_);
    if (!source) return limits_.cancelled() ? std::nullopt : std::optional(trouble(source.error().message));
    source_ = std::move(*source);
    file_is_empty_ = true;
    return std::nullopt;
}

} // namespace trialdex::ingest
