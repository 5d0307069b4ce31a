// What a source means below its prefixes: AREA, COVERAGE and the like gather in a Context, and each kind of source is
// checked against it (the contract's 7.2 to 7.4).
#pragma once

#include "oracle/language.h"

namespace trialdex::oracle {

struct Context {
    Scope scope;
    bool size = false; // AREA[Piece:size]
    Coverage coverage = Coverage::Contains;
    Level level = Level::Relaxation;
};

// `context` below AREA[...], COVERAGE[...], EXPANSION[...] or TILT[...].
tl::expected<Context, std::string> with_prefix(Context context, std::string_view operator_name,
                                               std::string_view argument);

tl::expected<Tree, std::string> words_leaf(const Context& context, std::string text, bool quoted);
tl::expected<Tree, std::string> range_leaf(const Context& context, std::string_view argument);
tl::expected<Tree, std::string> distance_leaf(const Context& context, std::string_view argument);
tl::expected<Tree, std::string> missing_leaf(const Context& context);

} // namespace trialdex::oracle
