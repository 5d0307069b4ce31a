// What a character is to the splitter; for ASCII by a table, which is the fast path.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace trialdex::text {

enum class Kind : std::uint8_t {
    Separator,
    Letter,
    Digit,
    Greek,   // a letter that is called by its name unless it stands in a Greek word
    Alone,   // of a script without spaces between words: a word by itself
    Ignored, // accents, soft hyphens: vanish inside a word
    Apostrophe,
    Hyphen,
    Dot,
    Comma,
    Markup, // `\` and `&`: what follows decides
};

constexpr bool starts_word(Kind kind) { return kind == Kind::Letter || kind == Kind::Digit || kind == Kind::Greek; }

namespace ascii {

constexpr std::array<Kind, 128> make_kinds() {
    std::array<Kind, 128> kinds{};
    for (std::size_t c = '0'; c <= '9'; ++c) kinds[c] = Kind::Digit;
    for (std::size_t c = 'a'; c <= 'z'; ++c) kinds[c] = Kind::Letter;
    for (std::size_t c = 'A'; c <= 'Z'; ++c) kinds[c] = Kind::Letter;
    kinds['\''] = Kind::Apostrophe;
    kinds['-'] = Kind::Hyphen;
    kinds['.'] = Kind::Dot;
    kinds[','] = Kind::Comma;
    kinds['\\'] = kinds['&'] = Kind::Markup;
    return kinds;
}

constexpr std::array<char, 128> make_small() {
    std::array<char, 128> small{};
    for (std::size_t c = 0; c < small.size(); ++c) {
        small[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return small;
}

inline constexpr auto kKinds = make_kinds();
inline constexpr auto kSmall = make_small();

} // namespace ascii

// For bytes below 128.
constexpr Kind ascii_kind(unsigned char byte) { return ascii::kKinds[byte & 0x7FU]; }
constexpr char ascii_small(unsigned char byte) { return ascii::kSmall[byte & 0x7FU]; }

} // namespace trialdex::text
