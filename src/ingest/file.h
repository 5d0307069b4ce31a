// An input file, opened for reading; the only place of ingest that asks the operating system for bytes.
#pragma once

#include "base/result.h"
#include "ingest/byte_stream.h"
#include "ingest/record_source.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace trialdex::ingest {

class File {
public:
    static Result<File> open(const std::string& path);
    static Result<File> standard_input();
    // A nameless file that goes with its last descriptor, for what must be read out of order.
    static Result<File> temporary();

    explicit File(int descriptor);
    File(File&& other) noexcept;
    File& operator=(File&& other) noexcept;
    ~File();

    bool is_regular() const { return regular_; } // has a size and can be read at any place
    std::uint64_t size() const { return size_; } // 0 unless regular; as it was when opened

    // Both fill all of `into` unless the file ends before; 0 is the end. From a pipe, read() gives what there is, at
    // least one byte. It gives 0 when cancelled.
    Result<std::size_t> read(std::span<char> into, const ReadLimits& limits) const;
    Result<std::size_t> read_at(std::uint64_t offset, std::span<char> into) const;
    Result<void> append(std::span<const char> bytes);

private:
    int descriptor_ = -1;
    bool regular_ = false;
    std::uint64_t size_ = 0;
};

// "Permission denied": the reason of the last failed system call.
std::string system_reason();

// The whole file from where it stands, `bytes_done` counting what was read; and a part of a regular one.
std::unique_ptr<ByteStream> stream_of(std::shared_ptr<const File> file, const ReadLimits& limits,
                                      std::uint64_t* bytes_done);
std::unique_ptr<ByteStream> stream_of(std::shared_ptr<const File> file, std::uint64_t start, std::uint64_t length);

} // namespace trialdex::ingest
