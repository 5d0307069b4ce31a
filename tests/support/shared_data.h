// Real records, when they lie beside the checkout (`../shared`, or $TRIALDEX_SHARED). Tests that need them skip with a
// line.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace trialdex::support {

// The path of a file in the shared data, or nullopt.
inline std::optional<std::string> shared_file(const std::string& name) {
    const char* set = std::getenv("TRIALDEX_SHARED");
    const std::filesystem::path root = set != nullptr ? set : TRIALDEX_SOURCE_DIR "/../shared";
    const std::filesystem::path path = root / name;
    return std::filesystem::exists(path) ? std::optional(path.string()) : std::nullopt;
}

} // namespace trialdex::support
