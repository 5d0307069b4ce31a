#include "base/mapped_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trialdex {

Result<MappedFile> MappedFile::open(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        const auto code = errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Unreadable;
        return fail(code, path + " cannot be read: " + std::strerror(errno));
    }
    struct stat status{};
    MappedFile file;
    Result<void> done;
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        done = fail(ErrorCode::Unreadable, path + " is not a file that can be mapped");
    } else if (status.st_size > 0) {
        const auto size = static_cast<std::size_t>(status.st_size);
        void* address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
        if (address == MAP_FAILED) {
            done = fail(ErrorCode::Unreadable, path + " cannot be mapped: " + std::strerror(errno));
        } else {
            file.bytes_ = {static_cast<const char*>(address), size};
        }
    }
    ::close(descriptor);
    if (!done) return tl::unexpected(done.error());
    return file;
}

MappedFile::~MappedFile() {
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

} // namespace trialdex
