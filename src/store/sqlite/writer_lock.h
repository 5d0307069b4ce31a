// Keeps a second writer away from a registry. Held by the kernel for as long as the process lives: a killed import
// leaves nothing behind that somebody would have to remove.
#pragma once

#include "base/result.h"

#include <string>
#include <utility>

namespace trialdex::store::sqlite {

class WriterLock {
public:
    // Busy when another process, or another store in this one, writes to the registry in `folder`.
    static Result<WriterLock> take(const std::string& folder);
    WriterLock(WriterLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    WriterLock& operator=(WriterLock&&) = delete;
    ~WriterLock();

private:
    explicit WriterLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

} // namespace trialdex::store::sqlite
