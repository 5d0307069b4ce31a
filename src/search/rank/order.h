// Puts matches of all segments in order and cuts out a page.
#pragma once

#include "index/index.h"
#include "search/evaluate/matches.h"
#include "search/search.h"

#include <vector>

namespace trialdex::search {

// The matches of one segment.
struct SegmentMatches {
    const index::Segment* segment;
    Matches matches; // a list
};

// The hits from query.offset on, query.limit at most. Ties go by id, lowest first, so that pages never overlap.
Result<std::vector<Hit>> page_of(const Query& query, const std::vector<SegmentMatches>& all);

// InvalidInput when the query sorts by what cannot be sorted by.
Result<void> check_sort(const Query& query);

// Scales scores by geoDecay; nothing happens above kMaxDecayedMatches.
void decay(const GeoDecay& how, std::vector<SegmentMatches>& all);

} // namespace trialdex::search
