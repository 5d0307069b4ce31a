#include "index/segment/segment_file.h"

#include "base/hash.h"
#include "index/postings/list_layout.h"
#include "index/segment/segment_writer.h"

namespace trialdex::index {

namespace {

constexpr std::size_t kEntry = kSectionName + 16;
constexpr std::size_t kTail = 8 + 4 + 4 + 8 + 8; // data size, sections, version, checksum, magic
constexpr std::uint32_t kMaxSections = 64;

std::uint64_t u64_at(std::string_view bytes, std::size_t at) {
    return read_u64(reinterpret_cast<const unsigned char*>(bytes.data()) + at);
}

std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
    return read_u32(reinterpret_cast<const unsigned char*>(bytes.data()) + at);
}

} // namespace

Result<SegmentFile> SegmentFile::open(const std::string& path) {
    auto mapped = MappedFile::open(path);
    if (!mapped) return tl::unexpected(mapped.error());
    const auto damaged = [&](std::string_view what) {
        return fail(ErrorCode::Corrupt, path + ": " + std::string(what) + "; run trialdex index to build it anew");
    };
    SegmentFile file;
    file.path_ = path;
    file.file_ = std::move(*mapped);
    const std::string_view bytes = file.file_.bytes();
    if (bytes.size() < kTail || !bytes.ends_with(kSegmentMagic)) return damaged("this is no whole index segment");
    const std::size_t tail = bytes.size() - kTail;
    const std::uint64_t data_size = u64_at(bytes, tail);
    const std::uint32_t sections = u32_at(bytes, tail + 8);
    if (u32_at(bytes, tail + 12) != kSegmentVersion) return damaged("it was written by another version of trialdex");
    if (data_size > tail || sections > kMaxSections) return damaged("its footer is damaged");
    const std::uint64_t sums = (data_size + kChecksumBlock - 1) / kChecksumBlock;
    if (data_size + sums * 8 + sections * kEntry != tail) return damaged("its footer is damaged");
    if (hash64(bytes.substr(data_size, tail + 16 - data_size)) != u64_at(bytes, tail + 16))
        return damaged("its footer does not match its checksum");
    file.data_ = bytes.substr(0, data_size);
    file.sums_ = bytes.substr(data_size, sums * 8);
    for (std::size_t i = 0; i < sections; ++i) {
        const std::size_t at = data_size + sums * 8 + i * kEntry;
        const std::string_view name = bytes.substr(at, kSectionName);
        const std::uint64_t offset = u64_at(bytes, at + kSectionName);
        const std::uint64_t size = u64_at(bytes, at + kSectionName + 8);
        if (offset > data_size || size > data_size - offset || offset % kSectionAlignment != 0)
            return damaged("a section lies where none can be");
        file.sections_.emplace(name.substr(0, name.find('\0')), file.data_.substr(offset, size));
    }
    return file;
}

std::string_view SegmentFile::section(std::string_view name) const {
    const auto found = sections_.find(name);
    return found == sections_.end() ? std::string_view() : found->second;
}

bool SegmentFile::block_is_sound(std::size_t block) const {
    return hash64(data_.substr(block * kChecksumBlock, kChecksumBlock)) == u64_at(sums_, block * 8);
}

} // namespace trialdex::index
