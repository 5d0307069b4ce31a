#include "ingest/inflate_stream.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <zlib.h>

namespace trialdex::ingest {

namespace {

constexpr int kGzipWindow = 15 + 16; // zlib's way of asking for a gzip header
constexpr int kRawWindow = -15;      // and for none
constexpr std::size_t kPackedBlock = 64U << 10;

// zlib's state with the packed bytes that wait for it.
class Inflater {
public:
    Inflater(std::unique_ptr<ByteStream> packed, int window)
        : packed_(std::move(packed)), ready_(inflateInit2(&state_, window) == Z_OK) {}
    ~Inflater() { inflateEnd(&state_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    struct Step {
        std::size_t produced = 0;
        bool stream_ended = false;
    };
    Result<Step> step(std::span<char> into, std::string_view what) {
        if (!ready_) return fail(ErrorCode::Unreadable, "no memory to decompress with");
        if (damage_) return tl::unexpected(*damage_);
        auto waiting = refill();
        if (!waiting) return tl::unexpected(waiting.error());
        if (!*waiting) {
            return fail(ErrorCode::Unreadable, fmt::format("the {} data is cut off: it ends before its end", what));
        }
        state_.next_out = reinterpret_cast<Bytef*>(into.data());
        state_.avail_out = static_cast<uInt>(std::min<std::size_t>(into.size(), 1U << 30));
        const uInt room = state_.avail_out;
        const int status = inflate(&state_, Z_NO_FLUSH);
        if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
            const char* reason = state_.msg != nullptr ? state_.msg : "not understood";
            damage_ = Error{ErrorCode::Unreadable, fmt::format("the {} data is damaged: {}", what, reason)};
            // What came out before the damage is good.
            if (state_.avail_out == room) return tl::unexpected(*damage_);
        }
        return Step{room - state_.avail_out, status == Z_STREAM_END};
    }

    // False when there is nothing left to decompress.
    Result<bool> refill() {
        if (state_.avail_in != 0) return true;
        const auto count = packed_->read(block_);
        if (!count) return tl::unexpected(count.error());
        state_.next_in = reinterpret_cast<Bytef*>(block_.data());
        state_.avail_in = static_cast<uInt>(*count);
        return *count != 0;
    }

    void start_over() { inflateReset(&state_); }
    unsigned char next_byte() const { return *state_.next_in; }
    void skip_byte() {
        ++state_.next_in;
        --state_.avail_in;
    }
    std::uint64_t packed_bytes() const { return state_.total_in; }

private:
    std::unique_ptr<ByteStream> packed_;
    std::array<char, kPackedBlock> block_{};
    z_stream state_{};
    bool ready_;
    std::optional<Error> damage_;
};

class GzipMembers : public ByteStream {
public:
    explicit GzipMembers(std::unique_ptr<ByteStream> packed) : inflater_(std::move(packed), kGzipWindow) {}

    Result<std::size_t> read(std::span<char> into) override {
        while (!ended_) {
            const auto step = inflater_.step(into, "gzip");
            if (!step) return tl::unexpected(step.error());
            if (step->stream_ended) {
                if (auto next = find_next_member(); !next) return tl::unexpected(next.error());
            }
            if (step->produced != 0) return step->produced;
        }
        return trailing_ ? Result<std::size_t>(fail(ErrorCode::Unreadable, "what follows the gzip data is not gzip"))
                         : Result<std::size_t>(std::size_t{0});
    }

private:
    // Members may be padded with zeros (tapes and some downloads do so).
    Result<void> find_next_member() {
        while (true) {
            const auto waiting = inflater_.refill();
            if (!waiting) return tl::unexpected(waiting.error());
            if (*waiting && inflater_.next_byte() == 0) {
                inflater_.skip_byte();
                continue;
            }
            ended_ = !*waiting || inflater_.next_byte() != 0x1f;
            trailing_ = ended_ && *waiting;
            if (!ended_) inflater_.start_over();
            return {};
        }
    }

    Inflater inflater_;
    bool ended_ = false;
    bool trailing_ = false;
};

class RawDeflate : public DeflateStream {
public:
    explicit RawDeflate(std::unique_ptr<ByteStream> packed) : inflater_(std::move(packed), kRawWindow) {}

    Result<std::size_t> read(std::span<char> into) override {
        while (!ended_) {
            const auto step = inflater_.step(into, "compressed");
            if (!step) return tl::unexpected(step.error());
            ended_ = step->stream_ended;
            if (step->produced != 0) return step->produced;
        }
        return 0;
    }
    std::uint64_t packed_bytes() const override { return inflater_.packed_bytes(); }

private:
    Inflater inflater_;
    bool ended_ = false;
};

} // namespace

std::unique_ptr<ByteStream> gunzip(std::unique_ptr<ByteStream> packed) {
    return std::make_unique<GzipMembers>(std::move(packed));
}

std::unique_ptr<DeflateStream> inflate_raw(std::unique_ptr<ByteStream> packed) {
    return std::make_unique<RawDeflate>(std::move(packed));
}

} // namespace trialdex::ingest
