// Which studies of a segment each fixed choice of a facet holds for, worked out once when an index is opened.
#pragma once

#include "index/index.h"
#include "schema/facets.h"
#include "search/evaluate/evaluator.h"
#include "search/search.h"

#include <vector>

namespace trialdex::search {

class FacetBits {
public:
    // Evaluates every choice of schema::facets() over the source's segment.
    FacetBits(const TermSource& source, const store::Reader& store);

    // The studies of one choice (its position in facet.choices).
    const index::Bits& choice(std::size_t facet, std::size_t choice) const { return choices_[facet][choice]; }
    // The year of a Years facet's date; 0 for none.
    std::uint16_t year(std::size_t facet, std::uint32_t study) const {
        return years_[facet].empty() ? std::uint16_t{0} : years_[facet][study];
    }

private:
    std::vector<std::vector<index::Bits>> choices_; // by facet
    std::vector<std::vector<std::uint16_t>> years_; // by facet, by study
};

// The studies for which any of the chosen keys holds, those in `among` only.
index::Bits chosen(const Choice& choice, const FacetBits& bits, const index::Segment& segment,
                   const index::Bits& among);

// Counts a facet's values over sets of studies of several segments.
class FacetCounter {
public:
    FacetCounter(std::size_t facet, const Choice* choice, std::uint32_t most_values);
    // `list` is the same set when it is short, else null: few studies are counted one by one.
    void add(const FacetBits& bits, const index::Segment& segment, const index::Bits& studies,
             const std::vector<std::uint32_t>* list);
    FacetCounts finish();

private:
    std::size_t facet_;
    const Choice* choice_;
    std::uint32_t most_values_;
    struct Counted { // of one segment
        const index::Segment* segment;
        std::vector<std::uint32_t> counts; // by ordinal of the value table
    };
    void add_values(std::uint16_t column, FacetCounts& counts) const;

    std::vector<std::uint64_t> fixed_; // Choices: by choice; Years: by year
    std::vector<Counted> values_;      // Values
};

} // namespace trialdex::search
