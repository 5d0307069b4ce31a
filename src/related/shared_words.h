// The sums of shared words over a whole index: forty lists of postings are walked side by side, a chunk of studies at a
// time, and the best sums picked out of each chunk. At 580,000 studies this is half of the time that related trials
// take.
#pragma once

#include "index/postings/cursor.h"
#include "index/ranking.h"
#include "related/candidates.h"
#include "related/terms.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace trialdex::related {

// Studies whose sums are gathered at a time: 128 kB stay in the nearer caches while forty lists are walked.
constexpr std::uint32_t kChunk = std::uint32_t{1} << 15;

// related_impact by level of the index's impact bytes.
inline const std::array<float, index::kLevelMask + 1>& impacts_by_level() {
    static const auto kImpacts = [] {
        std::array<float, index::kLevelMask + 1> all{};
        for (std::size_t level = 1; level < all.size(); ++level)
            all[level] = static_cast<float>(related_impact(index::count_of(static_cast<std::uint8_t>(level))));
        return all;
    }();
    return kImpacts;
}

// Adds a term's share to the sums, chunk of studies after chunk.
class TermWalk {
public:
    TermWalk(const index::ListBytes& list, float weight) : cursor_(list) {
        for (std::size_t level = 0; level < shares_.size(); ++level)
            shares_[level] = weight * impacts_by_level()[level];
        more_ = cursor_.block(block_);
    }

    // Of the studies from `first` on, before `end`; `sums` is of `first`.
    void add(std::uint32_t first, std::uint32_t end, float* sums) {
        while (more_) {
            for (; at_ < block_.count && block_.studies[at_] < end; ++at_)
                sums[block_.studies[at_] - first] += shares_[block_.impacts[at_] & index::kLevelMask];
            if (at_ < block_.count) return;
            cursor_.next_block();
            more_ = cursor_.block(block_);
            at_ = 0;
        }
    }

private:
    index::Cursor cursor_;
    index::Cursor::Block block_{};
    std::array<float, index::kLevelMask + 1> shares_{};
    std::uint32_t at_ = 0; // in the block
    bool more_ = false;
};

// Keeps the best so many of all that are offered: gathers twice as many, then lets the worse half go.
class BestSums {
public:
    explicit BestSums(std::size_t most) : most_(most) { kept_.reserve(2 * most); }
    float least() const { return least_; } // above which words have to be
    void add(const Candidate& candidate) {
        kept_.push_back(candidate);
        if (kept_.size() == 2 * most_) cut();
    }
    std::vector<Candidate> take() {
        if (kept_.size() > most_) cut();
        return std::move(kept_);
    }

private:
    void cut() {
        const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(most_) - 1;
        // Equals by number, so that the same ones stay however the sums were gathered.
        std::nth_element(kept_.begin(), last, kept_.end(), [](const Candidate& a, const Candidate& b) {
            return a.words != b.words ? a.words > b.words : std::pair(a.part, a.study) < std::pair(b.part, b.study);
        });
        least_ = static_cast<float>(last->words);
        kept_.resize(most_);
    }

    std::size_t most_;
    float least_ = 0;
    std::vector<Candidate> kept_;
};

// visit(index) of every sum above `least()`. Nearly all are not, and are passed over sixteen at a time; of numbers that
// are not negative the bits compare as the numbers do.
template <class Least, class Visit>
void each_above(const std::array<float, kChunk>& sums, std::uint32_t count, const Least& least, Visit&& visit) {
    constexpr std::uint32_t kGroup = 16;
    for (std::uint32_t first = 0; first < count; first += kGroup) {
        std::int32_t most = 0; // the array ends with a whole group
        for (std::uint32_t i = 0; i < kGroup; ++i) most = std::max(most, std::bit_cast<std::int32_t>(sums[first + i]));
        if (most <= std::bit_cast<std::int32_t>(least())) continue;
        for (std::uint32_t i = first; i < std::min(count, first + kGroup); ++i) {
            if (sums[i] > least()) visit(i);
        }
    }
}

} // namespace trialdex::related
