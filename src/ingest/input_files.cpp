#include "ingest/input_files.h"

#include <sys/stat.h>

namespace trialdex::ingest {

std::optional<WalkedFile> InputFiles::next() {
    while (true) {
        if (folder_) {
            if (auto file = folder_->next()) {
                folder_is_empty_ = false;
                return file;
            }
            folder_.reset();
            if (folder_is_empty_) return WalkedFile{folder_name_, 0, false, "the folder holds no files"};
        }
        if (next_argument_ == arguments_.size()) return std::nullopt;
        const std::string& argument = arguments_[next_argument_++];
        struct stat facts{};
        if (argument == kStandardInput || stat(argument.c_str(), &facts) != 0)
            return WalkedFile{argument, 0, false, {}};
        if (!S_ISDIR(facts.st_mode)) {
            const bool regular = S_ISREG(facts.st_mode);
            return WalkedFile{argument, regular ? static_cast<std::uint64_t>(facts.st_size) : 0, regular, {}};
        }
        folder_.emplace(argument);
        folder_name_ = argument;
        folder_is_empty_ = true;
    }
}

InputTotals totals_of(std::span<const std::string> arguments) {
    InputTotals totals;
    InputFiles files(arguments);
    while (const auto file = files.next()) {
        ++totals.files;
        totals.bytes += file->bytes;
        if (!file->is_regular && file->refused.empty()) totals.size_known = false;
    }
    return totals;
}

} // namespace trialdex::ingest
