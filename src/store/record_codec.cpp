#include "store/record_codec.h"

#include <algorithm>
#include <bit>
#include <fmt/format.h>
#include <new>
#include <zstd.h>

namespace trialdex::store {

namespace {

// Wide enough to look back over the newer version from the end of the older one.
int window_log(std::size_t bytes) {
    constexpr int kLowest = 10;
    constexpr int kHighest = 27; // what an unpacker accepts by default; two texts of the longest kind fit
    return std::clamp(static_cast<int>(std::bit_width(bytes)), kLowest, kHighest);
}

} // namespace

RecordCodec::RecordCodec() : packer_(ZSTD_createCCtx()), unpacker_(ZSTD_createDCtx()) {
    if (!packer_ || !unpacker_) throw std::bad_alloc();
}

RecordCodec::~RecordCodec() = default;
RecordCodec::RecordCodec(RecordCodec&&) noexcept = default;
RecordCodec& RecordCodec::operator=(RecordCodec&&) noexcept = default;

void RecordCodec::Free::operator()(ZSTD_CCtx_s* context) const { ZSTD_freeCCtx(context); }
void RecordCodec::Free::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }

Result<std::string> RecordCodec::pack(std::string_view text, const Dictionary* dictionary) {
    ZSTD_CCtx_reset(packer_.get(), ZSTD_reset_session_and_parameters);
    ZSTD_CCtx_setParameter(packer_.get(), ZSTD_c_compressionLevel, kCompressionLevel);
    if (dictionary != nullptr) ZSTD_CCtx_refCDict(packer_.get(), dictionary->for_compression());
    return compress(text);
}

Result<std::string> RecordCodec::pack_against(std::string_view newer, std::string_view text) {
    ZSTD_CCtx_reset(packer_.get(), ZSTD_reset_session_and_parameters);
    ZSTD_CCtx_setParameter(packer_.get(), ZSTD_c_compressionLevel, kCompressionLevel);
    ZSTD_CCtx_setParameter(packer_.get(), ZSTD_c_windowLog, window_log(newer.size() + text.size()));
    ZSTD_CCtx_refPrefix(packer_.get(), newer.data(), newer.size());
    return compress(text);
}

Result<std::string> RecordCodec::unpack(std::string_view body, std::size_t size, const Dictionary* dictionary) {
    ZSTD_DCtx_reset(unpacker_.get(), ZSTD_reset_session_and_parameters);
    if (dictionary != nullptr) ZSTD_DCtx_refDDict(unpacker_.get(), dictionary->for_decompression());
    return decompress(body, size);
}

Result<std::string> RecordCodec::unpack_against(std::string_view newer, std::string_view body, std::size_t size) {
    ZSTD_DCtx_reset(unpacker_.get(), ZSTD_reset_session_and_parameters);
    ZSTD_DCtx_refPrefix(unpacker_.get(), newer.data(), newer.size());
    return decompress(body, size);
}

std::uint32_t RecordCodec::dictionary_id(std::string_view body) {
    return ZSTD_getDictID_fromFrame(body.data(), body.size());
}

Result<std::string> RecordCodec::compress(std::string_view text) {
    if (text.size() > kMaxTextBytes) {
        return fail(ErrorCode::TooLarge, fmt::format("A record of {} bytes is longer than the store takes ({} bytes).",
                                                     text.size(), kMaxTextBytes));
    }
    room_.resize(std::max(room_.size(), ZSTD_compressBound(text.size())));
    const std::size_t size = ZSTD_compress2(packer_.get(), room_.data(), room_.size(), text.data(), text.size());
    if (ZSTD_isError(size) != 0) {
        return fail(ErrorCode::InvalidInput, fmt::format("A record could not be packed: {}.", ZSTD_getErrorName(size)));
    }
    return room_.substr(0, size);
}

Result<std::string> RecordCodec::decompress(std::string_view body, std::size_t size) {
    if (size > kMaxTextBytes) return fail(ErrorCode::Corrupt, "A record's stored size is beyond all records.");
    std::string text(size, '\0');
    const std::size_t got = ZSTD_decompressDCtx(unpacker_.get(), text.data(), text.size(), body.data(), body.size());
    if (ZSTD_isError(got) != 0 || got != size) return fail(ErrorCode::Corrupt, "A stored record does not unpack.");
    return text;
}

} // namespace trialdex::store
