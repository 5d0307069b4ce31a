// HTML that is escaped by construction: names of elements and attributes are literals of ours, every other text goes
// through the escaper. There is no way to write a record's text as markup.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace trialdex::web {

// A string literal of ours, checked by the compiler.
class Literal {
public:
    template <std::size_t N>
    consteval Literal(const char (&text)[N]) : text_(text, N - 1) {} // NOLINT(google-explicit-constructor)
    constexpr std::string_view view() const { return text_; }

private:
    std::string_view text_;
};

struct Attribute {
    Literal name;
    std::string_view value;
    bool is_written = true; // false: left out, for what only some elements have
};
using Attributes = std::initializer_list<Attribute>;

class Html {
public:
    Html() = default;
    Html(const Html& other);
    Html& operator=(const Html& other);
    Html(Html&& other) noexcept;
    Html& operator=(Html&& other) noexcept;
    ~Html() = default;

    // <name a="v">
    Html& open(Literal name, Attributes attributes = {});
    // </name>
    Html& close(Literal name);
    // <name a="v">text</name>
    Html& element(Literal name, std::string_view text, Attributes attributes = {});
    // <name a="v">body()</name>
    template <class Body>
        requires std::is_invocable_v<Body>
    Html& element(Literal name, Attributes attributes, Body&& body) {
        open(name, attributes);
        std::forward<Body>(body)();
        return close(name);
    }
    // <name a="v"> without an end: br, img, input, link, meta
    Html& empty(Literal name, Attributes attributes = {}) { return open(name, attributes); }
    Html& text(std::string_view text); // escaped
    Html& markup(Literal literal);     // our own markup, as it stands
    Html& append(const Html& other);
    // An <a> whose href is one of our own paths (starts with '/', '#' or '?').
    Html& link(std::string_view href, std::string_view text, Attributes attributes = {});
    // An <a> to the world: only http, https and mailto become links, anything else becomes its text.
    Html& external_link(std::string_view href, std::string_view text);

    std::string_view str() const { return {room_.get(), size_}; }
    std::string take() const { return std::string(str()); }
    std::size_t size() const { return size_; }
    bool is_empty() const { return size_ == 0; }

    // For who knows: room for so many bytes, so that what is written need not move as it grows.
    void reserve(std::size_t bytes);
    // Takes back what was written since it had `size` bytes.
    void cut_back(std::size_t size) { size_ = size; }

private:
    void put(char c);
    void put(std::string_view bytes);
    void put_escaped(std::string_view text); // & < > " '
    void put_attributes(Attributes attributes);
    void make_room(std::size_t bytes);

    // Pages are thousands of short pieces: these are copied into room that is already there, which takes a third of
    // what std::string needs to append each.
    std::unique_ptr<char[]> room_;
    std::size_t room_size_ = 0;
    std::size_t size_ = 0; // of what is written; the rest of the room waits
};

} // namespace trialdex::web
