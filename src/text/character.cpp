#include "text/character.h"

#include "text/tables.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unicode/utf8.h>

namespace trialdex::text {

namespace {

constexpr std::size_t kMaxEntityBytes = 10; // "&thetasym;" is the longest name of HTML 4

bool is_punctuation(char byte) {
    const auto lower = static_cast<char>(byte | 0x20);
    return byte > ' ' && byte < 0x7F && !(byte >= '0' && byte <= '9') && !(lower >= 'a' && lower <= 'z');
}

std::optional<char32_t> entity_code(std::string_view name) {
    if (name.starts_with('#')) {
        const bool hex = name.size() > 1 && (name[1] | 0x20) == 'x';
        const std::string_view digits = name.substr(hex ? 2 : 1);
        std::uint32_t code = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
        if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
        return code;
    }
    const auto known = entities();
    const auto found = std::ranges::lower_bound(known, name, {}, &Entity::name);
    if (found == known.end() || found->name != name) return std::nullopt;
    return found->code;
}

} // namespace

Character CharacterReader::at(std::size_t at) const {
    if (at >= text_.size()) return {Kind::Separator, 0, {}};
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte >= 0x80) return beyond_ascii(at);
    if (ascii_kind(byte) != Kind::Markup) return {ascii_kind(byte), 1, {&ascii::kSmall[byte], 1}};
    if (byte == '&') return entity(at);
    const bool escape = markup_ == Markup::CommonMark && at + 1 < text_.size() && is_punctuation(text_[at + 1]);
    return escape ? of_code(static_cast<unsigned char>(text_[at + 1]), 2) : Character{Kind::Separator, 1, {}};
}

Character CharacterReader::of_code(char32_t code, std::size_t width) const {
    const auto bytes = static_cast<std::uint32_t>(width);
    if (code < 0x80) {
        const Kind kind = ascii_kind(static_cast<unsigned char>(code));
        return {kind == Kind::Markup ? Kind::Separator : kind, bytes, {&ascii::kSmall[code], 1}};
    }
    const FoldedCharacter& folded = folder_.fold(code);
    return {folded.kind, bytes, folded.folded};
}

Character CharacterReader::entity(std::size_t at) const {
    const std::string_view rest = text_.substr(at + 1, kMaxEntityBytes);
    const std::size_t end = rest.find(';');
    const auto code = end == std::string_view::npos ? std::nullopt : entity_code(rest.substr(0, end));
    return code && *code <= 0x10FFFF ? of_code(*code, end + 2) : Character{Kind::Separator, 1, {}};
}

Character CharacterReader::beyond_ascii(std::size_t at) const {
    const std::string_view rest = text_.substr(at, U8_MAX_LENGTH);
    std::int32_t width = 0;
    UChar32 code = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // inside ICU's macro
    U8_NEXT(rest.data(), width, static_cast<std::int32_t>(rest.size()), code);
#pragma GCC diagnostic pop
    if (code < 0) return {Kind::Separator, 1, {}};
    return of_code(static_cast<char32_t>(code), static_cast<std::size_t>(width));
}

} // namespace trialdex::text
