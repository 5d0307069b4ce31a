// A file mapped read-only into memory.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <utility>

namespace trialdex {

class MappedFile {
public:
    // NotFound when there is no such file, Unreadable when the system refuses. An empty file maps to no bytes.
    static Result<MappedFile> open(const std::string& path);

    MappedFile() = default;
    MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
    MappedFile& operator=(MappedFile&& other) noexcept {
        std::swap(bytes_, other.bytes_);
        return *this;
    }
    ~MappedFile();

    std::string_view bytes() const { return bytes_; }

private:
    std::string_view bytes_;
};

} // namespace trialdex
