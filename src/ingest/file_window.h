// Any place of a file through one buffer. Not mapped: a file that somebody cuts short while it is read would kill us.
#pragma once

#include "ingest/file.h"

#include <memory>
#include <string_view>

namespace trialdex::ingest {

class FileWindow {
public:
    explicit FileWindow(std::shared_ptr<const File> file, std::size_t block = 1U << 20)
        : file_(std::move(file)), block_(block) {}

    // `length` bytes from `offset` on, fewer where the file ends; good until the next call. What follows is read along,
    // so that going forward takes few system calls.
    Result<std::string_view> view(std::uint64_t offset, std::size_t length);
    std::uint64_t size() const { return file_->size(); }

private:
    std::shared_ptr<const File> file_;
    std::size_t block_;
    std::unique_ptr<char[]> buffer_;
    std::size_t capacity_ = 0;
    std::size_t filled_ = 0;
    std::uint64_t offset_ = 0;
};

} // namespace trialdex::ingest
