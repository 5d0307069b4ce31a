// Iterators over the studies of one segment that may match a part of a term, and the values in which they do. Matchers
// nest as words do: words in phrases, phrases beside synonyms, units together in one value.
#pragma once

#include "index/fields.h"
#include "index/index.h"
#include "index/postings/cursor.h"
#include "index/ranking.h"
#include "search/evaluate/matches.h"
#include "search/plan/words_plan.h"

#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace trialdex::search {

using index::kNoStudy;
using index::PlaceCode;

class Matcher {
public:
    virtual ~Matcher() = default;
    // A study that may match; kNoStudy at the end.
    virtual std::uint32_t study() const = 0;
    // To the first such study that is at least `target`.
    virtual void advance(std::uint32_t target) = 0;
    // The values of study() in which it matches, ascending; empty when it does not after all. Valid until it moves.
    virtual std::span<const PlaceCode> values() = 0;
    virtual bool matches() { return !values().empty(); }
    // A quicker, wider set than values(): those of them that admits() is true for are values().
    virtual std::span<const PlaceCode> candidates() { return values(); }
    virtual bool admits(PlaceCode) const { return true; }
    // What it adds to the score of study(), which matches.
    virtual double score() = 0;
    // At most so many studies.
    virtual std::uint64_t cost() const = 0;

    // Whether impact bytes alone tell which studies match: then all() and narrow() take nanoseconds a study.
    virtual bool told_by_impacts() const { return false; }
    // The rest of the studies from study() on that match, those of `within` only when it is given. Walks, unless a
    // matcher knows better; one that is told by impacts stays where it stands.
    virtual Matches all(const index::Bits* within, bool scored);
    // Keeps those studies of a list that match, and adds to their scores. As above.
    virtual void narrow(Matches& list, bool scored);
    // Among all() with scores, at least the `count` best; fewer only where there are no more.
    virtual Matches best(std::size_t count);
    // No study's score is above it.
    virtual double most() const { return std::numeric_limits<double>::infinity(); }
};

using MatcherPointer = std::unique_ptr<Matcher>;

// What matchers of one segment need to know of the whole index.
struct TermSource {
    const index::Segment& segment;
    const index::Snapshot& snapshot;
    std::uint64_t studies; // of the snapshot

    // How rare the term is in the whole index.
    double rarity_of(std::string_view key) const;
    // The impact byte's bit for the fields of `mask`, 0 when they are no fast area of this index.
    std::uint8_t flag_of(const index::FieldMask& mask) const;
};

// The studies of one leaf. Null when nothing can match.
MatcherPointer make_matcher(const WordsPlan& plan, const TermSource& source);

// The studies with that code in that field; null when there are none.
MatcherPointer make_code_matcher(index::FieldNumber field, std::string_view value, const TermSource& source);

} // namespace trialdex::search
