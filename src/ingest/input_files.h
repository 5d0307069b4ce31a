// The files that an import's arguments mean: files as named, folders walked, "-" for standard input.
#pragma once

#include "ingest/folder_walk.h"

#include <span>

namespace trialdex::ingest {

inline constexpr std::string_view kStandardInput = "-";

class InputFiles {
public:
    explicit InputFiles(std::span<const std::string> arguments) : arguments_(arguments) {}
    std::optional<WalkedFile> next();

private:
    std::span<const std::string> arguments_;
    std::size_t next_argument_ = 0;
    std::optional<FolderWalk> folder_;
    std::string folder_name_;
    bool folder_is_empty_ = false;
};

struct InputTotals {
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    bool size_known = true; // false: there are pipes among the files
};
InputTotals totals_of(std::span<const std::string> arguments);

} // namespace trialdex::ingest
