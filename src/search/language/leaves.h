// The leaves of an expression: what words, ranges and distances mean where they stand, decided by the schema.
#pragma once

#include "search/language/errors.h"
#include "search/language/tokens.h"

namespace trialdex::search {

// What the prefixes in force say about a leaf.
struct Setting {
    Scope scope;
    bool of_size = false;     // Piece:size
    bool in_location = false; // inside SEARCH[Location]
    Coverage coverage = Coverage::Contains;
    Expansion expansion = Expansion::Relaxation;
};

// Words side by side, or one phrase. `text` is the whole expression, for errors.
Parsed<Expression> term_leaf(std::string_view text, const Setting& setting, std::string words, bool quoted,
                             TextRange range);
Parsed<Expression> range_leaf(std::string_view text, const Setting& setting, const Token& token);
Parsed<Expression> distance_leaf(const Setting& setting, const Token& token);

// AREA[name]: a piece, an area or Piece:size; the rest of `setting` stays as it is.
Parsed<Setting> in_area(std::string_view text, Setting setting, const Token& token);

} // namespace trialdex::search
