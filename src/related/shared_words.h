// The sums of shared words over a whole index: forty lists of postings are walked side by side, a chunk of studies at a
// time, and the best sums picked out of each chunk. At 580,000 studies this is half of the time that related trials
// take.
#pragma once

#include "index/postings/cursor.h"
#include "index/ranking.h"
#include "related/terms.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
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
    // From `first` on.
    TermWalk(const index::ListBytes& list, float weight, std::uint32_t first) : cursor_(list) {
        if (first > 0) cursor_.advance(first);
        for (std::size_t level = 0; level < shares_.size(); ++level)
            shares_[level] = weight * impacts_by_level()[level];
        more_ = cursor_.block(block_);
    }

    // Of the studies from `first` on, before `end`; `sums` is of `first`.
    void add(std::uint32_t first, std::uint32_t end, float* sums) {
        while (more_) {
            const auto* studies = block_.studies; // in registers
            const auto* impacts = block_.impacts;
            const std::uint32_t count = block_.count;
            std::uint32_t at = at_;
            for (; at < count && studies[at] < end; ++at)
                sums[studies[at] - first] += shares_[impacts[at] & index::kLevelMask];
            at_ = at;
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

struct Sum {
    float words;
    std::uint32_t study; // counted through all parts
};

// Keeps the best so many of all that are offered: gathers twice as many, then lets the worse half go.
class BestSums {
public:
    explicit BestSums(std::size_t most) : most_(most) { kept_.reserve(2 * most); }
    float least() const { return least_; } // above which words have to be
    void add(const Sum& sum) {             // of words that are not negative
        kept_.push_back(std::uint64_t{~std::bit_cast<std::uint32_t>(sum.words)} << 32 | sum.study);
        if (kept_.size() == 2 * most_) cut();
    }
    std::vector<Sum> take() {
        if (kept_.size() > most_) cut();
        std::vector<Sum> all;
        all.reserve(kept_.size());
        for (const std::uint64_t key : kept_) all.push_back({words_of(key), static_cast<std::uint32_t>(key)});
        return all;
    }

private:
    static float words_of(std::uint64_t key) { return std::bit_cast<float>(~static_cast<std::uint32_t>(key >> 32)); }

    void cut() {
        const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(most_) - 1;
        std::nth_element(kept_.begin(), last, kept_.end());
        least_ = words_of(*last);
        kept_.resize(most_);
    }

    std::size_t most_;
    float least_ = 0;
    // Most words first: the bits of numbers that are not negative compare as the numbers do. Equals by number, so that
    // the same ones stay however the sums were gathered.
    std::vector<std::uint64_t> kept_;
};

// visit(index) of every sum above `least()`. Nearly all are not, and are passed over thirty-two at a time.
template <class Least, class Visit>
void each_above(const std::array<float, kChunk>& sums, std::uint32_t count, const Least& least, Visit&& visit) {
    constexpr std::uint32_t kLanes = 8;
    constexpr std::uint32_t kGroup = 4 * kLanes;
    static_assert(kChunk % kGroup == 0);
    using Row = float __attribute__((vector_size(4 * kLanes)));
    const auto row = [&](std::uint32_t at) {
        Row loaded;
        std::memcpy(&loaded, &sums[at], sizeof loaded);
        return loaded;
    };
    const auto any = [](const auto& lanes) {
        std::uint64_t words[sizeof(Row) / 8];
        std::memcpy(words, &lanes, sizeof words);
        return (words[0] | words[1] | words[2] | words[3]) != 0;
    };
    for (std::uint32_t first = 0; first < count; first += kGroup) {
        const float bound = least();
        if (!any((row(first) > bound) | (row(first + kLanes) > bound) | (row(first + 2 * kLanes) > bound) |
                 (row(first + 3 * kLanes) > bound)))
            continue;
        const std::uint32_t end = std::min(count, first + kGroup);
        for (std::uint32_t at = first; at < end; ++at) {
            if (sums[at] > least()) visit(at);
        }
    }
}

} // namespace trialdex::related
