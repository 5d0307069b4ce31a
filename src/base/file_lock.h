// Keeps a second writer away from a folder. Held by the kernel for as long as the process lives: a killed import or
// build leaves nothing behind that somebody would have to remove.
#pragma once

#include "base/result.h"

#include <string>
#include <utility>

namespace trialdex {

class FileLock {
public:
    // Makes the file at `path` if need be. Busy, with the sentence `busy`, when another process, or another lock in
    // this one, holds it.
    static Result<FileLock> take(const std::string& path, const std::string& busy);
    FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

} // namespace trialdex
