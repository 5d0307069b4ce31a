#include "store/sqlite/writer_lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

namespace trialdex::store::sqlite {

Result<WriterLock> WriterLock::take(const std::string& folder) {
    const std::string path = folder + "/writer.lock";
    const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        return fail(ErrorCode::Unreadable, fmt::format("{} cannot be written: {}.", path, std::strerror(errno)));
    }
    WriterLock lock(descriptor);
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
    if (errno == EWOULDBLOCK) {
        return fail(ErrorCode::Busy,
                    fmt::format("Another import is writing to the registry in {}. Try again when it is done.", folder));
    }
    return fail(ErrorCode::Unreadable, fmt::format("{} cannot be locked: {}.", path, std::strerror(errno)));
}

WriterLock::~WriterLock() {
    if (descriptor_ >= 0) close(descriptor_);
}

} // namespace trialdex::store::sqlite
