#include "base/output_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>
#include <utility>

namespace trialdex {

namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 20;

} // namespace

Result<OutputFile> OutputFile::create(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0) return fail(ErrorCode::Unreadable, path + " cannot be written: " + std::strerror(errno));
    return OutputFile(path, descriptor);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)),
      buffer_(std::move(other.buffer_)), size_(other.size_), failure_(other.failure_) {}

OutputFile::~OutputFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(path_.c_str());
}

void OutputFile::write(std::string_view bytes) {
    size_ += bytes.size();
    buffer_ += bytes;
    if (buffer_.size() >= kBuffer) flush();
}

void OutputFile::flush() {
    for (std::size_t done = 0; done < buffer_.size() && failure_ == 0;) {
        const auto written = ::write(descriptor_, buffer_.data() + done, buffer_.size() - done);
        if (written < 0 && errno != EINTR) failure_ = errno;
        if (written > 0) done += static_cast<std::size_t>(written);
    }
    buffer_.clear();
}

Result<void> OutputFile::finish() {
    flush();
    if (failure_ == 0 && ::fsync(descriptor_) != 0) failure_ = errno;
    if (failure_ != 0) return fail(ErrorCode::Unreadable, path_ + " cannot be written: " + std::strerror(failure_));
    ::close(std::exchange(descriptor_, -1));
    return {};
}

Result<void> replace_file(const std::string& path, std::string_view bytes) {
    const std::string beside = path + ".new";
    auto file = OutputFile::create(beside);
    if (!file) return tl::unexpected(file.error());
    file->write(bytes);
    if (auto done = file->finish(); !done) return done;
    if (std::rename(beside.c_str(), path.c_str()) != 0)
        return fail(ErrorCode::Unreadable, path + " cannot be replaced: " + std::strerror(errno));
    sync_folder(std::filesystem::path(path).parent_path().string());
    return {};
}

void sync_folder(const std::string& folder) {
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace trialdex
