#include "web/html.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace trialdex::web {

namespace {

constexpr std::size_t kFirstRoom = 256; // bytes

bool is_web_address(std::string_view href) {
    const auto starts = [&](std::string_view scheme) {
        if (href.size() < scheme.size()) return false;
        for (std::size_t i = 0; i < scheme.size(); ++i) {
            const char c = href[i];
            if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c) != scheme[i]) return false;
        }
        return true;
    };
    return starts("https://") || starts("http://") || starts("mailto:");
}

constexpr bool is_special(char c) { return c == '&' || c == '<' || c == '>' || c == '"' || c == '\''; }

std::string_view entity_of(char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
    }
}

template <class Word> Word word_at(const char* at) {
    Word word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

// Sixteen bytes that the processor compares at once.
using Bytes [[gnu::vector_size(16)]] = std::uint8_t;
using Halves [[gnu::vector_size(16)]] = std::uint64_t;

// "&" and "'" differ in the last bit only, "<" and ">" in the one before.
bool holds_special(Bytes bytes) {
    const auto halves = reinterpret_cast<Halves>(((bytes | 1) == '\'') | ((bytes | 2) == '>') | (bytes == '"'));
    return (halves[0] | halves[1]) != 0;
}

// The same for eight.
bool holds_special(std::uint64_t bytes) {
    constexpr std::uint64_t kEach = 0x0101010101010101;
    const auto holds_zero = [](std::uint64_t word) { return (word - kEach) & ~word & (kEach << 7); };
    return (holds_zero((bytes | kEach) ^ (kEach * '\'')) | holds_zero((bytes | (kEach << 1)) ^ (kEach * '>')) |
            holds_zero(bytes ^ (kEach * '"'))) != 0;
}

// Of 4 to 15 bytes: both ends, which meet or overlap.
bool short_holds_special(std::string_view text) {
    const char* const end = text.data() + text.size();
    if (text.size() >= 8) {
        return holds_special(word_at<std::uint64_t>(text.data())) || holds_special(word_at<std::uint64_t>(end - 8));
    }
    return holds_special(word_at<std::uint32_t>(text.data()) | std::uint64_t{word_at<std::uint32_t>(end - 4)} << 32);
}

// Where the first character from `at` on stands that must not go out as it is; the end when there is none, as in 97 of
// 100 pieces.
std::size_t find_special(std::string_view text, std::size_t at) {
    constexpr std::size_t kStep = sizeof(Bytes);
    while (at + kStep <= text.size() && !holds_special(word_at<Bytes>(text.data() + at))) at += kStep;
    const std::string_view rest = text.substr(at);
    if (rest.size() < kStep && rest.size() >= 4 && !short_holds_special(rest)) return text.size();
    while (at < text.size() && !is_special(text[at])) ++at;
    return at;
}

template <class Word> void copy_ends(char* to, std::string_view bytes) {
    const auto first = word_at<Word>(bytes.data());
    const auto last = word_at<Word>(bytes.data() + bytes.size() - sizeof(Word));
    std::memcpy(to, &first, sizeof first);
    std::memcpy(to + bytes.size() - sizeof last, &last, sizeof last);
}

// Most pieces have less than 16 bytes: too few to call for.
void copy(char* to, std::string_view bytes) {
    if (bytes.size() > 16) {
        std::memcpy(to, bytes.data(), bytes.size());
    } else if (bytes.size() >= 8) {
        copy_ends<std::uint64_t>(to, bytes);
    } else if (bytes.size() >= 4) {
        copy_ends<std::uint32_t>(to, bytes);
    } else {
        for (const char c : bytes) *to++ = c;
    }
}

} // namespace

Html::Html(const Html& other) { put(other.str()); }

Html& Html::operator=(const Html& other) {
    if (this != &other) *this = Html(other);
    return *this;
}

Html::Html(Html&& other) noexcept
    : room_(std::move(other.room_)), room_size_(std::exchange(other.room_size_, 0)),
      size_(std::exchange(other.size_, 0)) {}

Html& Html::operator=(Html&& other) noexcept {
    room_ = std::move(other.room_);
    room_size_ = std::exchange(other.room_size_, 0);
    size_ = std::exchange(other.size_, 0);
    return *this;
}

void Html::reserve(std::size_t bytes) {
    if (bytes <= room_size_) return;
    auto larger = std::make_unique_for_overwrite<char[]>(bytes);
    if (size_ > 0) std::memcpy(larger.get(), room_.get(), size_);
    room_ = std::move(larger);
    room_size_ = bytes;
}

void Html::make_room(std::size_t bytes) { reserve(std::max({kFirstRoom, 2 * room_size_, size_ + bytes})); }

inline void Html::put(char c) {
    if (size_ == room_size_) make_room(1);
    room_[size_++] = c;
}

inline void Html::put(std::string_view bytes) {
    if (bytes.size() > room_size_ - size_) make_room(bytes.size());
    copy(room_.get() + size_, bytes);
    size_ += bytes.size();
}

void Html::put_escaped(std::string_view text) {
    for (std::size_t at = 0;;) {
        const std::size_t special = find_special(text, at);
        put(text.substr(at, special - at));
        if (special == text.size()) return;
        put(entity_of(text[special]));
        at = special + 1;
    }
}

void Html::put_attributes(Attributes attributes) {
    for (const Attribute& attribute : attributes) {
        if (!attribute.is_written) continue;
        put(' ');
        put(attribute.name.view());
        put("=\"");
        put_escaped(attribute.value);
        put('"');
    }
}

Html& Html::open(Literal name, Attributes attributes) {
    put('<');
    put(name.view());
    put_attributes(attributes);
    put('>');
    return *this;
}

Html& Html::close(Literal name) {
    put("</");
    put(name.view());
    put('>');
    return *this;
}

Html& Html::element(Literal name, std::string_view text, Attributes attributes) {
    open(name, attributes);
    put_escaped(text);
    return close(name);
}

Html& Html::text(std::string_view text) {
    put_escaped(text);
    return *this;
}

Html& Html::markup(Literal literal) {
    put(literal.view());
    return *this;
}

Html& Html::append(const Html& other) {
    if (other.size_ > room_size_ - size_) make_room(other.size_); // before its text is looked at: it may be our own
    put(other.str());
    return *this;
}

Html& Html::link(std::string_view href, std::string_view text, Attributes attributes) {
    put("<a href=\"");
    put_escaped(href);
    put('"');
    put_attributes(attributes);
    put('>');
    put_escaped(text);
    return close("a");
}

Html& Html::external_link(std::string_view href, std::string_view text) {
    if (!is_web_address(href)) return this->text(text);
    return link(href, text, {{"rel", "noopener nofollow"}, {"class", "external"}});
}

} // namespace trialdex::web
