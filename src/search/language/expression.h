// What an expression asks, as a tree: operators resolved against the schema, words not yet split.
#pragma once

#include "schema/schema.h"

#include <cstdint>
#include <string>
#include <vector>

namespace trialdex::search {

enum class Coverage : std::uint8_t { Contains, FullMatch, StartsWith, EndsWith };
enum class Expansion : std::uint8_t { None, Term, Concept, Relaxation, Lossy };

// Where a leaf looks. Both null: the whole record (the site's relaxed search).
struct Scope {
    const schema::SearchArea* area = nullptr;
    const schema::Node* node = nullptr;
};

// Bytes of the expression's text, for marking the place of an error or counting a part.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct Expression {
    enum class Kind : std::uint8_t {
        And,      // all of `parts`
        Or,       // any of `parts`
        Not,      // not parts[0]
        Location, // some location for which parts[0] holds: SEARCH[Location]
        Words,    // `text` in `scope`
        Code,     // the node scope.node has the code `text` (an enum's value, "true", "false")
        Range,    // a value of scope.node lies within [lower, upper] on its line
        Size,     // a list of scope.node has between lower and upper elements
        Distance, // a location lies within `circle`
        Missing,  // nothing at scope
        All,      // every study
        Nothing,  // no study
    };

    Kind kind = Kind::All;
    std::vector<Expression> parts;
    Scope scope;
    std::string text;    // Words, Code; without quotes and backslashes
    bool quoted = false; // Words
    Coverage coverage = Coverage::Contains;
    Expansion expansion = Expansion::Relaxation;
    std::int64_t lower = INT64_MIN; // Range: as study::place_on_line; Size: elements
    std::int64_t upper = INT64_MAX;
    struct Circle {
        double latitude = 0;
        double longitude = 0;
        double metres = 0;
    } circle;
    float weight = 1;                   // of the part's score; matching does not depend on it
    const schema::Node* tilt = nullptr; // TILT on this part: studies with smaller values rank lower
    TextRange range;
};

} // namespace trialdex::search
