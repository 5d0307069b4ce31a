// How many elements a list has in every study, for sorting by it.
#pragma once

#include "index/segment/segment.h"
#include "schema/schema.h"

#include <cstdint>
#include <vector>

namespace trialdex::search {

inline constexpr std::uint32_t kNoList = UINT32_MAX;

// By study of the segment; kNoList where the record has no such list. The index has sizes as terms, so this reads the
// postings of the few sizes that occur.
std::vector<std::uint32_t> list_sizes(const index::Segment& segment, const schema::Node& list);

} // namespace trialdex::search
