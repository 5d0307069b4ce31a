// How rare is a term in the whole index? Worked out once for all terms when an index is opened: comparing two records
// asks for hundreds, and a dictionary takes a microsecond for each.
#pragma once

#include "index/index.h"
#include "index/profiles/word_reader.h"

#include <cstdint>
#include <vector>

namespace trialdex::related {

class Rarities {
public:
    explicit Rarities(const index::Snapshot& snapshot);

    // ln(1 + studies / holders), about. Terms of one study share a place with others at times and then count as the
    // commoner one (about one in seventy if 60,000 terms are common; not measured).
    float of(index::TermNumber term) const { return values_[levels_[term % kPlaces]]; }

private:
    static constexpr std::size_t kPlaces = std::size_t{1} << 22;
    std::vector<std::uint8_t> levels_; // log2 of holders, in quarters
    float values_[256] = {};
};

} // namespace trialdex::related
