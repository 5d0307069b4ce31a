#include "ingest/zip_unpack.h"

#include "ingest/inflate_stream.h"
#include "ingest/reasons.h"

#include <fmt/format.h>
#include <libdeflate.h>

namespace trialdex::ingest {

namespace {

constexpr std::string_view kWrongChecksum = "its checksum does not match its content";
constexpr std::string_view kDamaged = "its packed data is damaged";

tl::unexpected<Error> wrong_size(std::uint64_t stated) {
    return fail(ErrorCode::InvalidInput, fmt::format("it does not hold the {} bytes that the zip file states", stated));
}

class CheckedStream : public ByteStream {
public:
    CheckedStream(std::unique_ptr<ByteStream> data, std::uint64_t bytes, std::uint32_t checksum)
        : data_(std::move(data)), stated_(bytes), stated_checksum_(checksum) {}

    Result<std::size_t> read(std::span<char> into) override {
        auto count = data_->read(into);
        if (!count) return count;
        done_ += *count;
        checksum_ = libdeflate_crc32(checksum_, into.data(), *count);
        if (done_ > stated_ || (*count == 0 && done_ != stated_)) return wrong_size(stated_);
        if (*count == 0 && checksum_ != stated_checksum_) {
            return fail(ErrorCode::InvalidInput, std::string(kWrongChecksum));
        }
        return count;
    }

private:
    std::unique_ptr<ByteStream> data_;
    std::uint64_t stated_;
    std::uint32_t stated_checksum_;
    std::uint64_t done_ = 0;
    std::uint32_t checksum_ = 0;
};

} // namespace

ZipUnpacker::ZipUnpacker(std::shared_ptr<const File> file)
    : file_(file), window_(std::move(file)),
      decompressor_(libdeflate_alloc_decompressor(), libdeflate_free_decompressor) {}

ZipUnpacker::~ZipUnpacker() = default;

Result<std::string> ZipUnpacker::unpack(const ZipMember& member) {
    const ZipEntry& entry = member.entry;
    if (!decompressor_) return fail(ErrorCode::Unreadable, "no memory to decompress with");
    const auto packed = window_.view(member.data_offset, static_cast<std::size_t>(entry.packed_bytes));
    if (!packed) return tl::unexpected(packed.error());
    if (packed->size() < entry.packed_bytes) return fail(ErrorCode::InvalidInput, std::string(kReasonCutOff));

    std::string content;
    if (entry.method == kZipStored) {
        if (entry.bytes != entry.packed_bytes) return wrong_size(entry.bytes);
        content = *packed;
    } else {
        content.resize(static_cast<std::size_t>(entry.bytes));
        const auto status = libdeflate_deflate_decompress(decompressor_.get(), packed->data(), packed->size(),
                                                          content.data(), content.size(), nullptr);
        if (status == LIBDEFLATE_BAD_DATA) return fail(ErrorCode::InvalidInput, std::string(kDamaged));
        if (status != LIBDEFLATE_SUCCESS) return wrong_size(entry.bytes);
    }
    if (libdeflate_crc32(0, content.data(), content.size()) != entry.checksum) {
        return fail(ErrorCode::InvalidInput, std::string(kWrongChecksum));
    }
    return content;
}

std::unique_ptr<ByteStream> ZipUnpacker::stream(const ZipMember& member) const {
    std::unique_ptr<ByteStream> data = stream_of(file_, member.data_offset, member.entry.packed_bytes);
    if (member.entry.method == kZipDeflated) data = inflate_raw(std::move(data));
    return std::make_unique<CheckedStream>(std::move(data), member.entry.bytes, member.entry.checksum);
}

} // namespace trialdex::ingest
