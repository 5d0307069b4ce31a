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

// Sixteen bytes that the processor compares at once.
using Bytes [[gnu::vector_size(16)]] = std::uint8_t;
using Halves [[gnu::vector_size(16)]] = std::uint64_t;

bool holds_special(const char* at) {
    Bytes bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    // "&" and "'" differ in the last bit only, "<" and ">" in the one before.
    const auto halves = reinterpret_cast<Halves>(((bytes | 1) == '\'') | ((bytes | 2) == '>') | (bytes == '"'));
    return (halves[0] | halves[1]) != 0;
}

// Where the first character from `at` on stands that must not go out as it is; the end when there is none, as in 97 of
// 100 pieces.
std::size_t find_special(std::string_view text, std::size_t at) {
    for (; at + sizeof(Bytes) <= text.size(); at += sizeof(Bytes)) {
        if (holds_special(text.data() + at)) break;
    }
    const bool is_tail = text.size() - at < sizeof(Bytes) && text.size() >= sizeof(Bytes);
    if (is_tail && !holds_special(text.data() + text.size() - sizeof(Bytes))) return text.size();
    while (at < text.size() && !is_special(text[at])) ++at;
    return at;
}

template <class Word> void copy_ends(char* to, std::string_view bytes) {
    Word first;
    Word last;
    std::memcpy(&first, bytes.data(), sizeof first);
    std::memcpy(&last, bytes.data() + bytes.size() - sizeof last, sizeof last);
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

void Html::grow(std::size_t bytes) { room_.resize(std::max({kFirstRoom, 2 * room_.size(), size_ + bytes})); }

void Html::reserve(std::size_t bytes) {
    if (bytes > room_.size()) room_.resize(bytes);
}

std::string Html::take() {
    room_.resize(std::exchange(size_, 0));
    return std::exchange(room_, {});
}

inline void Html::put(char c) {
    if (size_ == room_.size()) grow(1);
    room_[size_++] = c;
}

inline void Html::put(std::string_view bytes) {
    if (bytes.size() > room_.size() - size_) grow(bytes.size());
    copy(room_.data() + size_, bytes);
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
