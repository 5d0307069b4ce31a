// Any bytes as an input file: reading ends, and memory stays within the limit of a record.
#include "ingest/open_source.h"

#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace trialdex::ingest;
    constexpr std::size_t kMaxRecordBytes = 1U << 16;
    const int descriptor = memfd_create("input", MFD_CLOEXEC);
    if (pwrite(descriptor, data, size, 0) != static_cast<ssize_t>(size)) std::abort();
    std::uint64_t bytes_done = 0;
    const auto source = open_source(File(descriptor), {kMaxRecordBytes, nullptr}, &bytes_done);
    if (!source) return 0;
    while (const auto item = (*source)->next()) {
        if (item->kind == ItemKind::Record && item->text.size() > kMaxRecordBytes) std::abort();
    }
    if (bytes_done > size) std::abort();
    return 0;
}
