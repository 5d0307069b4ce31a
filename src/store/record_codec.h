// Records to bytes and back with zstd: a current record by itself with the help of a dictionary, an older version as
// what is different from the next newer one (195 bytes instead of 8.6 kB for real pairs).
//
// What is unpacked came off our own disk, and is checked all the same: never more than the recorded size is written.
#pragma once

#include "base/result.h"
#include "store/dictionary.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace trialdex::store {

inline constexpr int kCompressionLevel = 3;
// The longest record text that the store takes; import refuses at half of this.
inline constexpr std::size_t kMaxTextBytes = 64U << 20;

// Holds zstd's working memory: one for each thread that packs or unpacks, not shared between threads.
class RecordCodec {
public:
    RecordCodec();
    ~RecordCodec();
    RecordCodec(RecordCodec&&) noexcept;
    RecordCodec& operator=(RecordCodec&&) noexcept;

    // `dictionary` may be null.
    Result<std::string> pack(std::string_view text, const Dictionary* dictionary);
    Result<std::string> pack_against(std::string_view newer, std::string_view text);

    // Corrupt unless `body` unpacks to exactly `size` bytes.
    Result<std::string> unpack(std::string_view body, std::size_t size, const Dictionary* dictionary);
    Result<std::string> unpack_against(std::string_view newer, std::string_view body, std::size_t size);

    // The dictionary that `body` needs; 0 for none.
    static std::uint32_t dictionary_id(std::string_view body);

private:
    struct Free {
        void operator()(ZSTD_CCtx_s* context) const;
        void operator()(ZSTD_DCtx_s* context) const;
    };
    Result<std::string> compress(std::string_view text);
    Result<std::string> decompress(std::string_view body, std::size_t size);

    std::unique_ptr<ZSTD_CCtx_s, Free> packer_;
    std::unique_ptr<ZSTD_DCtx_s, Free> unpacker_;
    std::string room_; // as long as the longest body so far could have been
};

} // namespace trialdex::store
