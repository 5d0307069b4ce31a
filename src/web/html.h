// HTML that is escaped by construction: names of elements and attributes are literals of ours, every other text goes
// through the escaper. There is no way to write a record's text as markup.
#pragma once

#include <cstddef>
#include <initializer_list>
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

    const std::string& str() const { return out_; }
    std::string take() { return std::move(out_); }
    bool is_empty() const { return out_.empty(); }

private:
    std::string out_;
};

void append_escaped(std::string& out, std::string_view text); // & < > " '

} // namespace trialdex::web
