#include "ingest/file.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace trialdex::ingest {

namespace {

constexpr int kPipeWaitMilliseconds = 100; // how long Ctrl-C may go unnoticed while a pipe is silent

class SequentialStream : public ByteStream {
public:
    SequentialStream(std::shared_ptr<const File> file, const ReadLimits& limits, std::uint64_t* bytes_done)
        : file_(std::move(file)), limits_(limits), bytes_done_(bytes_done) {}

    Result<std::size_t> read(std::span<char> into) override {
        auto count = file_->read(into, limits_);
        if (count && bytes_done_ != nullptr) *bytes_done_ += *count;
        return count;
    }

private:
    std::shared_ptr<const File> file_;
    ReadLimits limits_;
    std::uint64_t* bytes_done_;
};

class RangeStream : public ByteStream {
public:
    RangeStream(std::shared_ptr<const File> file, std::uint64_t start, std::uint64_t length)
        : file_(std::move(file)), at_(start), left_(length) {}

    Result<std::size_t> read(std::span<char> into) override {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), left_));
        auto count = file_->read_at(at_, into.first(wanted));
        if (count) {
            at_ += *count;
            left_ -= *count;
        }
        return count;
    }

private:
    std::shared_ptr<const File> file_;
    std::uint64_t at_;
    std::uint64_t left_;
};

tl::unexpected<Error> read_failed() {
    return fail(ErrorCode::Unreadable, fmt::format("reading failed: {}", system_reason()));
}

// False when cancelled.
bool wait_for_input(int descriptor, const ReadLimits& limits) {
    while (!limits.cancelled()) {
        pollfd waiting{descriptor, POLLIN, 0};
        if (poll(&waiting, 1, kPipeWaitMilliseconds) != 0 && waiting.revents != 0) return true;
    }
    return false;
}

} // namespace

std::string system_reason() { return std::generic_category().message(errno); }

Result<File> File::open(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        const bool missing = errno == ENOENT || errno == ENOTDIR;
        return fail(missing ? ErrorCode::NotFound : ErrorCode::Unreadable,
                    missing ? "there is no such file" : fmt::format("cannot be opened: {}", system_reason()));
    }
    return File(descriptor);
}

Result<File> File::standard_input() {
    const int descriptor = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0) return fail(ErrorCode::Unreadable, fmt::format("cannot be read: {}", system_reason()));
    return File(descriptor);
}

Result<File> File::temporary() {
    const char* folder = std::getenv("TMPDIR");
    std::string path = fmt::format("{}/trialdex-XXXXXX", folder != nullptr && *folder != '\0' ? folder : "/tmp");
    const int descriptor = mkostemp(path.data(), O_CLOEXEC);
    if (descriptor < 0) {
        return fail(ErrorCode::Unreadable, fmt::format("no temporary file {}: {}", path, system_reason()));
    }
    unlink(path.c_str());
    return File(descriptor);
}

File::File(int descriptor) : descriptor_(descriptor) {
    struct stat facts{};
    if (fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode)) return;
    regular_ = true;
    size_ = static_cast<std::uint64_t>(facts.st_size);
}

File::File(File&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), regular_(other.regular_), size_(other.size_) {}

File& File::operator=(File&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(regular_, other.regular_);
    std::swap(size_, other.size_);
    return *this;
}

File::~File() {
    if (descriptor_ >= 0) close(descriptor_);
}

Result<std::size_t> File::read(std::span<char> into, const ReadLimits& limits) const {
    std::size_t filled = 0;
    while (filled < into.size()) {
        if (limits.cancelled() || (!regular_ && !wait_for_input(descriptor_, limits))) return 0;
        const ssize_t count = ::read(descriptor_, into.data() + filled, into.size() - filled);
        if (count == 0) break;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return read_failed();
        filled += static_cast<std::size_t>(count);
        if (!regular_) break; // what a pipe has now is worth more than a full buffer later
    }
    return filled;
}

Result<std::size_t> File::read_at(std::uint64_t offset, std::span<char> into) const {
    std::size_t filled = 0;
    while (filled < into.size()) {
        const ssize_t count =
            pread(descriptor_, into.data() + filled, into.size() - filled, static_cast<off_t>(offset + filled));
        if (count == 0) break;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return read_failed();
        filled += static_cast<std::size_t>(count);
    }
    return filled;
}

Result<void> File::append(std::span<const char> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = write(descriptor_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return fail(ErrorCode::Unreadable, fmt::format("writing failed: {}", system_reason()));
        bytes = bytes.subspan(static_cast<std::size_t>(count));
        size_ += static_cast<std::uint64_t>(count);
    }
    return {};
}

std::unique_ptr<ByteStream> stream_of(std::shared_ptr<const File> file, const ReadLimits& limits,
                                      std::uint64_t* bytes_done) {
    return std::make_unique<SequentialStream>(std::move(file), limits, bytes_done);
}

std::unique_ptr<ByteStream> stream_of(std::shared_ptr<const File> file, std::uint64_t start, std::uint64_t length) {
    return std::make_unique<RangeStream>(std::move(file), start, length);
}

} // namespace trialdex::ingest
