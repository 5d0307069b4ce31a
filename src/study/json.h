// A study record as a read-only tree over its JSON text: typed access by name and index, and the exact slice of every
// value. Every value of the text is visited at parsing, so a Document is proof of valid JSON in valid UTF-8.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::study {

enum class JsonKind : std::uint8_t { Absent, Null, Boolean, Number, String, Array, Object };

// Real records are 11 levels deep; deeper than this is somebody's attack or mistake.
inline constexpr int kMaxJsonDepth = 64;

class Document;

// A handle to one value, cheap to copy, valid as long as its Document. An absent value answers every question emptily,
// so chains like root["protocolSection"]["statusModule"]["overallStatus"].text() need no checks on the way.
class Value {
public:
    Value() = default;

    JsonKind kind() const;
    explicit operator bool() const { return kind() != JsonKind::Absent; }
    bool is_object() const { return kind() == JsonKind::Object; }
    bool is_array() const { return kind() == JsonKind::Array; }
    bool is_string() const { return kind() == JsonKind::String; }

    std::string_view key() const;  // the member's name when this value is a member of an object
    std::string_view text() const; // String: unescaped; Number, Boolean, Null: as written; otherwise empty
    std::string_view raw() const;  // the value's JSON text
    std::optional<bool> boolean() const;
    std::optional<std::int64_t> integer() const; // whole numbers only; 12.0 counts
    std::optional<double> number() const;

    std::size_t size() const;                      // elements or members; 0 for scalars
    Value operator[](std::string_view name) const; // member; absent when there is none. Linear in the members.
    Value at(std::size_t index) const;             // element. Linear in the index: iterate instead of counting up.

    class Iterator {
    public:
        Iterator(const Document* document, std::uint32_t node) : document_(document), node_(node) {}
        Value operator*() const { return Value(document_, node_); }
        Iterator& operator++();
        bool operator!=(const Iterator& other) const { return node_ != other.node_; }

    private:
        const Document* document_;
        std::uint32_t node_;
    };
    Iterator begin() const; // children of an array or object, in the order written
    Iterator end() const;

private:
    friend class Document;
    Value(const Document* document, std::uint32_t node) : document_(document), node_(node) {}
    const Document* document_ = nullptr;
    std::uint32_t node_ = 0;
};

class Document {
public:
    // InvalidInput with the reason and the byte offset for anything that is not one JSON value, that is nested deeper
    // than kMaxJsonDepth, or that names a member of an object twice (such a record has no single meaning).
    static Result<Document> parse(std::string text);

    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

    Value root() const;
    const std::string& text() const;

    struct Tree; // the inside, see json_builder.h

private:
    friend class Value;
    friend class Value::Iterator;
    explicit Document(std::unique_ptr<Tree> tree);
    std::unique_ptr<Tree> tree_;
};

// `text`, which must be valid JSON, without the white space between its tokens.
std::string minified(std::string_view text);

} // namespace trialdex::study
