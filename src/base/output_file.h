// A new file, written from front to back. What was written is on the disk after finish(); without it the file is torn
// away again.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace trialdex {

class OutputFile {
public:
    static Result<OutputFile> create(const std::string& path);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    ~OutputFile();

    void write(std::string_view bytes); // buffered; failures are kept for finish()
    std::uint64_t size() const { return size_; }
    Result<void> finish();

private:
    OutputFile(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
    void flush();

    std::string path_;
    int descriptor_ = -1;
    std::string buffer_;
    std::uint64_t size_ = 0;
    int failure_ = 0; // errno of the first write that failed
};

// Replaces `path` by `bytes` in one step: afterwards it holds the old or the new bytes, never a mix.
Result<void> replace_file(const std::string& path, std::string_view bytes);
// Makes the names in `folder` last.
void sync_folder(const std::string& folder);

} // namespace trialdex
