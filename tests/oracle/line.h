// Dates, ages and numbers as places on a line (the decision's *Typed pieces*), worked out here anew.
#pragma once

#include "schema/schema.h"
#include "study/json.h"

#include <optional>
#include <string_view>

namespace trialdex::oracle {

// Wide enough for every 64-bit integer and every double.
using Place = long double;

struct Span {
    Place first;
    Place last; // included
};

bool is_on_line(const schema::Node& node);

// The place of a record's value: a date its day, a partial date its first day, an age its seconds.
std::optional<Place> place_of(const schema::Node& node, study::Value value);

// What a word of an expression means: a partial date all its days, anything else one place.
std::optional<Span> span_of(const schema::Node& node, std::string_view word);

} // namespace trialdex::oracle
