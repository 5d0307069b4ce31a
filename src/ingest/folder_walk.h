// The files below a folder in name order, folders where their names fall. Symbolic links are followed, each folder is
// visited once (so a link to a folder above ends there), and hidden files are left out.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace trialdex::ingest {

struct WalkedFile {
    std::string path;
    std::uint64_t bytes = 0;
    bool is_regular = false; // has a size and can be read twice, as pipes cannot
    std::string refused;     // why this file or folder cannot be read; empty when it can be tried
};

class FolderWalk {
public:
    explicit FolderWalk(std::string folder);
    std::optional<WalkedFile> next();

private:
    struct Level {
        std::string path;
        std::vector<std::string> names; // descending: the next one is the last
    };
    std::optional<WalkedFile> enter(std::string path);

    std::vector<Level> levels_;
    std::set<std::pair<std::uint64_t, std::uint64_t>> visited_; // device and inode of folders
    std::string root_;
    bool started_ = false;
};

} // namespace trialdex::ingest
