// A segment file, mapped: its sections by name. Opening checks the footer; the data blocks are checked on demand.
#pragma once

#include "base/mapped_file.h"
#include "base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace trialdex::index {

inline constexpr std::string_view kSegmentMagic = "TRIALDX1";
inline constexpr std::size_t kSectionName = 16;
inline constexpr std::size_t kSectionAlignment = 64; // sections hold numbers that are read in place

class SegmentFile {
public:
    // Corrupt, with the file's name and what is wrong, when the footer does not fit its checksum or the bytes.
    static Result<SegmentFile> open(const std::string& path);

    std::string_view section(std::string_view name) const; // empty when there is none
    std::size_t blocks() const { return sums_.size() / 8; }
    bool block_is_sound(std::size_t block) const;
    std::uint64_t bytes() const { return file_.bytes().size(); }
    const std::string& path() const { return path_; }

private:
    std::string path_;
    MappedFile file_;
    std::string_view data_;
    std::string_view sums_;
    std::map<std::string, std::string_view, std::less<>> sections_;
};

} // namespace trialdex::index
