#include "base/file_lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace trialdex {

Result<FileLock> FileLock::take(const std::string& path, const std::string& busy) {
    const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) return fail(ErrorCode::Unreadable, path + " cannot be written: " + std::strerror(errno) + ".");
    FileLock lock(descriptor);
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
    if (errno == EWOULDBLOCK) return fail(ErrorCode::Busy, busy);
    return fail(ErrorCode::Unreadable, path + " cannot be locked: " + std::strerror(errno) + ".");
}

FileLock::~FileLock() {
    if (descriptor_ >= 0) close(descriptor_);
}

} // namespace trialdex
