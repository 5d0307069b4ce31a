// Where a term looks: a piece, an area (the union of its parts), or the whole record.
#pragma once

#include "schema/schema.h"

#include <string_view>
#include <vector>

namespace trialdex::oracle {

struct Scope {
    const schema::SearchArea* area = nullptr;
    const schema::Node* node = nullptr;
    bool whole_record() const { return area == nullptr && node == nullptr; }
};

// One piece that a term looks at, and whether synonyms count there.
struct Look {
    const schema::Node* node;
    bool synonyms;
    bool below_locations; // which are searched one by one
};

const schema::SearchArea* area_named(std::string_view name);
std::vector<Look> looks(const Scope& scope);

// For SEARCH[Location]: the looks below `locations` when there are any, otherwise all.
std::vector<Look> looks_inside_location(const std::vector<Look>& all);

} // namespace trialdex::oracle
