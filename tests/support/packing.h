// Writes gzip, zstd and zip data for tests. The zip writer puts in whatever it is told, lies included.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::support {

std::string gzip(std::string_view text);
std::string zstd(std::string_view text, int window_log = 0); // window_log: as --long=, 0 for the usual

struct ZipFile {
    std::string name = {};
    std::string content = {};
    bool stored = false;
    bool sizes_follow = false; // as writers do that stream
    bool zip64 = false;
    // Lies, when set.
    std::uint16_t flags = 0;
    std::optional<std::uint16_t> method = {};
    std::optional<std::uint32_t> checksum = {};
    std::optional<std::uint64_t> bytes = {};
    std::optional<std::uint64_t> packed_bytes = {}; // in the directory
    std::optional<std::uint64_t> offset = {};       // in the directory
};

struct ZipShape {
    bool directory = true;
    bool zip64 = false;
    std::string before = {};  // bytes in front of the zip that its offsets do not count
    std::string comment = {}; // of the whole file
};

std::string zip(const std::vector<ZipFile>& files, const ZipShape& shape = {});

} // namespace trialdex::support
