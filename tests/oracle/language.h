// The expression language of the contract (7.1 to 7.4), read the slow way: text to tokens to a tree whose leaves know
// where they look. Errors are a sentence for whoever debugs a test; their wording is not the contract's.
#pragma once

#include "oracle/line.h"
#include "oracle/scope.h"

#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace trialdex::oracle {

enum class Level : std::uint8_t { None, Term, Concept, Relaxation, Lossy };
enum class Coverage : std::uint8_t { Contains, FullMatch, StartsWith, EndsWith };

struct Term; // term.h

struct Tree {
    enum class Kind : std::uint8_t {
        And,
        Or,
        Not,
        SomeLocation, // SEARCH[Location]
        WholeStudy,   // SEARCH[Study]
        Words,
        Range,
        Size,
        Distance,
        Missing,
        All
    };
    Kind kind = Kind::All;
    std::vector<Tree> parts;

    Scope scope;
    std::vector<Look> looks;
    std::vector<Look> looks_inside; // of one location
    std::string text;               // Words, words joined by a blank
    bool quoted = false;
    Coverage coverage = Coverage::Contains;
    Level level = Level::Relaxation;
    std::shared_ptr<const Term> term; // Words, set by prepare() of walk.h

    Span span{0, 0}; // Range, Size
    double latitude = 0;
    double longitude = 0;
    double metres = 0;
};

tl::expected<Tree, std::string> read_expression(std::string_view text, const Scope& default_scope);

} // namespace trialdex::oracle
