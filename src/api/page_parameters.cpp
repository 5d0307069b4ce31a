// A token is the offset, eight bytes with the lowest first, and five bytes of checksum against what clients make up;
// in base64url that is 18 characters without padding.
#include "api/page_parameters.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace trialdex::api {

namespace {

constexpr std::uint32_t kDefaultSize = 10;
constexpr std::uint32_t kLargestSize = 1000; // more is served as this
constexpr std::size_t kOffsetBytes = 8;
constexpr std::size_t kCheckBytes = 5;
constexpr std::size_t kTokenBytes = kOffsetBytes + kCheckBytes;
constexpr std::size_t kTokenCharacters = (kTokenBytes * 8 + 5) / 6;
constexpr std::uint64_t kLargestOffset = std::uint64_t{1} << 40U; // far above any registry
constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

using TokenBytes = std::array<std::uint8_t, kTokenBytes>;

// FNV-1a with a salt of ours; not a secret, offsets are no secret either.
std::uint64_t check_of(std::uint64_t offset) {
    std::uint64_t sum = 0xcbf29ce484222325U ^ 0x7472'6961'6c64'6578U;
    for (std::size_t i = 0; i < kOffsetBytes; ++i) sum = (sum ^ (offset >> (8 * i) & 0xFFU)) * 0x100000001b3U;
    return sum ^ sum >> 32U;
}

TokenBytes bytes_of(std::uint64_t offset) {
    TokenBytes bytes{};
    const std::uint64_t check = check_of(offset);
    for (std::size_t i = 0; i < kOffsetBytes; ++i) bytes[i] = static_cast<std::uint8_t>(offset >> (8 * i));
    for (std::size_t i = 0; i < kCheckBytes; ++i) bytes[kOffsetBytes + i] = static_cast<std::uint8_t>(check >> (8 * i));
    return bytes;
}

std::optional<std::uint64_t> offset_of(std::string_view token) {
    if (token.size() != kTokenCharacters) return std::nullopt;
    std::uint64_t offset = 0;
    // The first 64 of the bits, six a character.
    for (std::size_t i = 0; i < kTokenCharacters; ++i) {
        const std::size_t digit = kAlphabet.find(token[i]);
        if (digit == std::string_view::npos) return std::nullopt;
        for (std::size_t bit = 0; bit < 6; ++bit) {
            const std::size_t at = i * 6 + bit; // of the bytes, highest bit of each first
            if (at < 8 * kOffsetBytes && (digit >> (5 - bit) & 1U) != 0) {
                offset |= std::uint64_t{1} << (at / 8 * 8 + 7 - at % 8);
            }
        }
    }
    if (offset > kLargestOffset || page_token(offset) != token) return std::nullopt;
    return offset;
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Digits only; as large as it may be.
std::uint32_t size_of(std::string_view digits) {
    std::uint32_t size = 0;
    for (const char c : digits) size = std::min(kLargestSize, size * 10 + static_cast<std::uint32_t>(c - '0'));
    return size == 0 ? kDefaultSize : size;
}

} // namespace

std::string page_token(std::uint64_t offset) {
    const TokenBytes bytes = bytes_of(offset);
    std::string token;
    for (std::size_t at = 0; at < kTokenBytes * 8; at += 6) {
        const std::size_t high = bytes[at / 8];
        const std::size_t low = at / 8 + 1 < kTokenBytes ? bytes[at / 8 + 1] : 0;
        token += kAlphabet[(high << 8U | low) >> (10 - at % 8) & 0x3FU];
    }
    return token;
}

Result<Page> page_of(const Request& request) {
    Page page;
    if (const std::string* size = request.parameter("pageSize"); size != nullptr && !size->empty()) {
        if (!is_digits(*size)) {
            return fail(ErrorCode::InvalidInput, "Parameter `pageSize` has incorrect format");
        }
        page.size = size_of(*size);
    }
    if (const std::string* token = request.parameter("pageToken"); token != nullptr && !token->empty()) {
        const auto offset = offset_of(*token);
        if (!offset) return fail(ErrorCode::InvalidInput, "Parameter `pageToken` has incorrect format");
        page.offset = *offset;
        page.has_token = true;
    }
    return page;
}

} // namespace trialdex::api
