#include "ingest/zstd_stream.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>
#include <zstd.h>
#include <zstd_errors.h>

namespace trialdex::ingest {

namespace {

// `zstd --long=27` needs 128 MB to read; more would let a file of a few bytes claim gigabytes of memory.
constexpr int kMaxWindowLog = 27;
constexpr std::size_t kFrameStart = 6; // bytes that tell how long a frame's header is

class ZstdFrames : public ByteStream {
public:
    explicit ZstdFrames(std::unique_ptr<ByteStream> packed)
        : packed_(std::move(packed)), context_(ZSTD_createDCtx(), ZSTD_freeDCtx), block_(ZSTD_DStreamInSize()) {
        if (context_) ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, kMaxWindowLog);
    }

    Result<std::size_t> read(std::span<char> into) override {
        if (!context_) return fail(ErrorCode::Unreadable, "no memory to decompress with");
        ZSTD_outBuffer out{into.data(), into.size(), 0};
        while (out.pos == 0) {
            if (at_ == end_ && !output_held_) {
                auto filled = refill();
                if (!filled) return tl::unexpected(filled.error());
                if (!*filled) return end();
            }
            // One block at a time: an error throws away what the same call has unpacked before it.
            ZSTD_inBuffer in{block_.data() + at_, std::min(wanted_, end_ - at_), 0};
            const std::size_t status = ZSTD_decompressStream(context_.get(), &out, &in);
            if (ZSTD_isError(status)) return damaged(status);
            at_ += in.pos;
            inside_frame_ = status != 0;
            wanted_ = inside_frame_ ? status : kFrameStart;
            output_held_ = out.pos == out.size && inside_frame_;
        }
        return out.pos;
    }

private:
    Result<bool> refill() {
        const auto count = packed_->read(block_);
        if (!count) return tl::unexpected(count.error());
        at_ = 0;
        end_ = *count;
        return *count != 0;
    }

    Result<std::size_t> end() const {
        if (!inside_frame_) return 0;
        return fail(ErrorCode::Unreadable, "the zstd data is cut off: it ends before its end");
    }

    static tl::unexpected<Error> damaged(std::size_t status) {
        if (ZSTD_getErrorCode(status) == ZSTD_error_frameParameter_windowTooLarge) {
            return fail(ErrorCode::TooLarge, "the zstd data needs more than 128 MB to unpack; "
                                             "pack it again with --long=27 or less");
        }
        return fail(ErrorCode::Unreadable, fmt::format("the zstd data is damaged: {}", ZSTD_getErrorName(status)));
    }

    std::unique_ptr<ByteStream> packed_;
    std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context_;
    std::vector<char> block_; // packed bytes; those from at_ to end_ wait for the decoder
    std::size_t at_ = 0;
    std::size_t end_ = 0;
    std::size_t wanted_ = kFrameStart; // bytes that the decoder can use next
    bool inside_frame_ = false;
    bool output_held_ = false; // the decoder may hold output although it has taken all input
};

} // namespace

std::unique_ptr<ByteStream> unzstd(std::unique_ptr<ByteStream> packed) {
    return std::make_unique<ZstdFrames>(std::move(packed));
}

} // namespace trialdex::ingest
