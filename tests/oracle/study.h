// A record as the set of values that the decision speaks of, taken apart once so that many expressions can be asked of
// it.
#pragma once

#include "oracle/lexicon.h"
#include "oracle/line.h"
#include "schema/schema.h"
#include "study/json.h"
#include "study/nct_id.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace trialdex::oracle {

using NodeId = std::uint16_t;

// The index of the location that something stands below, or this.
inline constexpr int kNoSite = -1;

struct TextValue { // text, markup, a code or a truth value
    std::string text;
    Words split; // empty for codes and truth values
    int site;
};

struct LineValue {
    Place place;
    int site;
};

struct ListSize {
    std::size_t elements;
    int site;
};

struct Point {
    double latitude;
    double longitude;
    int site;
};

struct Study {
    study::NctId id{1};
    int sites = 0;                             // locations
    std::vector<std::vector<TextValue>> texts; // by node
    std::map<NodeId, std::vector<LineValue>> places;
    std::map<NodeId, std::vector<ListSize>> sizes; // of list pieces that are there
    std::vector<Point> points;
    std::set<std::pair<NodeId, int>> present; // members that are there and not null, with the site they are below
    std::vector<TermId> terms;                // of all texts, ascending: what is not here is in no value

    bool has_term(TermId term) const;
};

Study take_apart(study::Value root, Lexicon& lexicon);

} // namespace trialdex::oracle
