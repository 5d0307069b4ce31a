// Which studies may be like this one? From the whole index to some hundreds: studies that share its telling words, put
// in order by these words and by what they are about (index/vectors/vector_model.h).
#pragma once

#include "base/side_tasks.h"
#include "index/index.h"
#include "related/rarities.h"
#include "related/terms.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace trialdex::related {

inline constexpr std::size_t kMostTerms = 40; // of the record are walked
// So many that fit are looked up in the dictionary, of at most so many: by what is known without it, the best come
// first.
inline constexpr std::size_t kFitting = kMostTerms + 8;
inline constexpr std::size_t kLookedUp = 2 * kMostTerms;
inline constexpr std::uint64_t kMostPostings = 300'000; // are walked; a term that does not fit is passed over
// Of a term's rarity in the sum. In full, the one word that nobody else writes outweighs the topic: nDCG@10 by words
// alone 0.388 with 1, 0.423 with 0.5 on corelevant_mpss, the same on sigir.
inline constexpr double kRarityPower = 0.6;
// Get as far as their vectors. nDCG@10 on the judged sets is the same with 1,500 (mpss .481, sigir .282).
inline constexpr std::size_t kMostCandidates = 700;
inline constexpr std::size_t kNeighbours = 60; // whose middle says where the topic lies
inline constexpr double kNeighbourShare = 0.8; // of that middle; the rest is the record's own vector

// Of those compared first, so many come for their words alone: a title of four words has a subject of its own making,
// and a topic that is new to the registry has none.
inline constexpr std::size_t kFirstBySubject = 16;
inline constexpr std::size_t kFirstByWords = 8;

struct Candidate {
    std::uint32_t part = 0; // of the snapshot
    std::uint32_t study = 0;
    double words = 0;   // 0 to 1: shared words, as a part of what the record shares with itself
    double subject = 0; // cosine of the vectors
    double trust = 1;   // 0 to 1: how much of what the record says the model of the vectors knows
    bool named = false; // one of the two records names the other's number
    // Half words, half subject; a subject that the model hardly knows counts less. A record on fibromyalgia that comes
    // to a registry without any is like others on it by their words.
    double wording() const { return words + (std::max(subject, 0.0) - words) * trust / 2; }
};

struct Origin { // the study asked about
    std::optional<study::NctId> id;
    std::vector<WeightedTerm> terms;
    std::vector<study::NctId> names; // other studies' numbers in its texts
};

// Says which studies may come out, of a part, by number; none: all may.
using Keeps = std::function<bool(std::uint32_t part, std::uint32_t study)>;

// Best first; deleted ones and the origin never come out. `ordered`: so many at least are in order; behind them stand
// the others as they come. Large indexes are walked by two threads, if `side` has one to spare.
std::vector<Candidate> candidates(const index::Snapshot& snapshot, const Origin& origin, const Rarities& rarities,
                                  const Keeps& keeps, std::size_t ordered, SideTasks& side);

// The last step of it: behind the first kFirstBySubject come the kFirstByWords of the others that share most words; the
// rest keep their order.
void bring_forward_by_words(std::vector<Candidate>& all);

} // namespace trialdex::related
