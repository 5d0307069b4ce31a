// Which studies of a segment each fixed choice of a facet holds for, worked out once when an index is opened.
#pragma once

#include "index/index.h"
#include "schema/facets.h"
#include "search/evaluate/evaluator.h"
#include "search/search.h"

#include <span>
#include <vector>

namespace trialdex::search {

class FacetBits {
public:
    // Evaluates every choice of schema::facets() over the source's segment.
    FacetBits(const TermSource& source, const store::Reader& store);

    // The studies of one choice (its position in facet.choices).
    const index::Bits& choice(std::size_t facet, std::size_t choice) const { return choices_[facet][choice]; }
    // The commonest values of a Values facet, most studies first, each with its studies.
    struct CommonValue {
        std::uint32_t ordinal;
        std::uint32_t studies;
        index::Bits bits;
    };
    std::span<const CommonValue> common_values(std::size_t facet) const { return values_[facet]; }
    // In at most so many studies is any other value.
    std::uint32_t most_of_others(std::size_t facet) const { return most_of_others_[facet]; }
    // The year of a Years facet's date; 0 for none.
    std::uint16_t year(std::size_t facet, std::uint32_t study) const {
        return years_[facet].empty() ? std::uint16_t{0} : years_[facet][study];
    }

private:
    std::vector<std::vector<index::Bits>> choices_; // by facet
    std::vector<std::vector<std::uint16_t>> years_; // by facet, by study
    std::vector<std::vector<CommonValue>> values_;  // by facet
    std::vector<std::uint32_t> most_of_others_;     // by facet
};

// The studies for which any of the chosen keys holds, those in `among` only.
index::Bits chosen(const Choice& choice, const FacetBits& bits, const index::Segment& segment,
                   const index::Bits& among);

// Counts a facet's values over sets of studies of several segments.
class FacetCounter {
public:
    FacetCounter(std::size_t facet, const Choice* choice, std::uint32_t most_values);
    // `list` is the same set as a list, or null; few studies are counted one by one. `elsewhere`: how many studies the
    // other segments have.
    void add(const FacetBits& bits, const index::Segment& segment, const index::Bits& studies, const StudyList* list,
             std::uint64_t elsewhere);
    FacetCounts finish();

private:
    std::size_t facet_;
    const Choice* choice_;
    std::uint32_t most_values_;
    struct Counted { // of one segment
        const index::Segment* segment;
        std::vector<std::uint32_t> counts; // by ordinal of the value table
    };
    bool count_common(const FacetBits& bits, const index::Bits& studies, std::uint64_t elsewhere,
                      std::vector<std::uint32_t>& counts) const;
    void add_values(std::uint16_t column, FacetCounts& counts) const;

    std::vector<std::uint64_t> fixed_; // Choices: by choice; Years: by year
    std::vector<Counted> values_;      // Values
};

} // namespace trialdex::search
