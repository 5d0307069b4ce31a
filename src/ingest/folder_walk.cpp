#include "ingest/folder_walk.h"

#include "ingest/file.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fmt/format.h>
#include <memory>
#include <sys/stat.h>

namespace trialdex::ingest {

namespace {

constexpr std::size_t kMaxLevels = 200;

// Names in a folder but hidden ones; nullopt, with errno set, when it cannot be read.
std::optional<std::vector<std::string>> names_in(const std::string& folder) {
    const std::unique_ptr<DIR, int (*)(DIR*)> open(opendir(folder.c_str()), closedir);
    if (!open) return std::nullopt;
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = readdir(open.get())) {
        if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    }
    if (errno != 0) return std::nullopt;
    return names;
}

} // namespace

FolderWalk::FolderWalk(std::string folder) : root_(std::move(folder)) {}

std::optional<WalkedFile> FolderWalk::next() {
    if (!started_) {
        started_ = true;
        if (auto refused = enter(root_)) return refused;
    }
    while (!levels_.empty()) {
        Level& level = levels_.back();
        if (level.names.empty()) {
            levels_.pop_back();
            continue;
        }
        std::string path = fmt::format("{}{}{}", level.path, level.path.ends_with('/') ? "" : "/", level.names.back());
        level.names.pop_back();
        struct stat facts{};
        if (stat(path.c_str(), &facts) != 0) {
            return WalkedFile{std::move(path), 0, false, fmt::format("cannot be opened: {}", system_reason())};
        }
        if (S_ISREG(facts.st_mode))
            return WalkedFile{std::move(path), static_cast<std::uint64_t>(facts.st_size), true, {}};
        if (!S_ISDIR(facts.st_mode)) return WalkedFile{std::move(path), 0, false, "is neither a file nor a folder"};
        if (auto refused = enter(std::move(path))) return refused;
    }
    return std::nullopt;
}

// Goes down into a folder; what to report when that fails.
std::optional<WalkedFile> FolderWalk::enter(std::string path) {
    struct stat facts{};
    if (stat(path.c_str(), &facts) == 0 && !visited_.emplace(facts.st_dev, facts.st_ino).second) return std::nullopt;
    if (levels_.size() == kMaxLevels) return WalkedFile{std::move(path), 0, false, "is too many folders down"};
    auto names = names_in(path);
    if (!names)
        return WalkedFile{std::move(path), 0, false, fmt::format("the folder cannot be read: {}", system_reason())};
    std::sort(names->begin(), names->end(), std::greater<>());
    levels_.push_back({std::move(path), std::move(*names)});
    return std::nullopt;
}

} // namespace trialdex::ingest
