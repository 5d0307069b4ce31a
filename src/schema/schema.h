// What is this field? The tables of schema/ as constant C++ data, with lookups. Nothing here allocates or fails.
//
// Terms. A *node* is one place in a study record's structure: a section, a module, a child entity or a field (leaf).
// Its *path* joins the JSON names with dots and has no list indices
// ("protocolSection.armsInterventionsModule.armGroups.label"). Its *piece* is the name that searches and `fields=` use
// ("ArmGroupLabel").
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace trialdex::schema {

enum class NodeKind : std::uint8_t { Section, Module, Entity, Field };

// How a leaf's value is to be read. Structures (sections, modules, entities) are `Structure`.
enum class ValueKind : std::uint8_t {
    Structure,
    Text,   // plain text
    Markup, // CommonMark, with backslash escapes
    Boolean,
    Integer,     // whole number (JSON number)
    Number,      // any JSON number
    Date,        // yyyy-MM-dd
    PartialDate, // yyyy, yyyy-MM or yyyy-MM-dd
    DateTime,    // yyyy-MM-ddTHH:mm, no zone
    Time,        // "18 Years", "6 Months"
    GeoPoint,    // {"lat":…, "lon":…}
    Enum,        // one of enum_type->values
};

struct EnumValue {
    std::string_view value;       // as in records: "ACTIVE_NOT_RECRUITING"
    std::string_view legacy;      // the classic registry's wording
    std::string_view label;       // ours, sentence case
    std::string_view explanation; // ours, one or two sentences
    // piece → legacy wording where it differs for that piece
    std::span<const std::pair<std::string_view, std::string_view>> exceptions;
};

struct EnumType {
    std::string_view name; // "Status"
    std::string_view label;
    std::string_view explanation;
    std::span<const EnumValue> values;
    std::span<const std::string_view> pieces; // pieces of this type, in record order

    const EnumValue* find(std::string_view value) const; // exact; nullptr for a code that is not in the table
};

struct Node {
    std::string_view path;
    std::string_view name; // last part of the path
    std::string_view piece;
    std::string_view type;             // as the metadata names it, without "[]": "text", "Location", "Status"
    std::string_view source;           // "TEXT", "STRUCT", ...
    std::string_view label;            // ours, sentence case
    std::string_view explanation;      // ours
    std::string_view definition_label; // the registry's own definition page, empty when there is none
    std::string_view definition_url;
    std::span<const std::string_view> alternatives; // alternative piece names
    const EnumType* enum_type;                      // nullptr unless value is Enum
    std::uint32_t limit;                            // maximum characters, 0 when not stated
    std::uint16_t id;                               // position in nodes(); not stable across table changes
    std::uint16_t parent;                           // id, kNoNode at the top
    std::uint16_t first_child;                      // id, kNoNode for leaves
    std::uint16_t next_sibling;
    std::uint8_t depth; // 0 for sections and hasResults
    NodeKind kind;
    ValueKind value;
    bool list;
    bool nested;   // elements are matched one by one in searches (locations)
    bool synonyms; // concept expansion applies

    bool is_leaf() const { return kind == NodeKind::Field; }
};

inline constexpr std::uint16_t kNoNode = 0xffff;

struct SearchAreaPart {
    std::span<const std::string_view> pieces;
    std::string_view type;
    double weight;
    bool is_enum;
    bool synonyms;
};

struct SearchArea {
    std::string_view name;
    std::string_view label; // empty when the area has no box of its own
    std::string_view param; // the part after "query.", empty when there is none
    std::span<const SearchAreaPart> parts;
};

std::span<const Node> nodes(); // all, parents before children, in record order
std::span<const EnumType> enum_types();
std::span<const SearchArea> search_areas();

// Exact lookups; nullptr when there is no such thing.
const Node* find_path(std::string_view path);
const Node* find_piece(std::string_view piece);
const Node* find_child(const Node& parent, std::string_view name);
const Node* find_root(std::string_view name); // a section or hasResults
const EnumType* find_enum(std::string_view name);

inline const Node* parent_of(const Node& node) { return node.parent == kNoNode ? nullptr : &nodes()[node.parent]; }

// The children of a structure, for range-for: `for (const Node& child : children(node))`.
class Children {
public:
    class Iterator {
    public:
        explicit Iterator(std::uint16_t at) : at_(at) {}
        const Node& operator*() const { return nodes()[at_]; }
        Iterator& operator++() {
            at_ = nodes()[at_].next_sibling;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return at_ != other.at_; }

    private:
        std::uint16_t at_;
    };
    explicit Children(std::uint16_t first) : first_(first) {}
    Iterator begin() const { return Iterator(first_); }
    Iterator end() const { return Iterator(kNoNode); }

private:
    std::uint16_t first_;
};
inline Children children(const Node& node) { return Children(node.first_child); }
Children roots(); // the five sections, then hasResults

} // namespace trialdex::schema
