#include "search/evaluate/term_scan.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <vector>

namespace trialdex::search {

using index::Cursor;

namespace {

// Scores of the 64 levels of an impact byte.
std::array<float, 64> level_scores(double rarity) {
    std::array<float, 64> scores{};
    for (std::size_t level = 0; level < scores.size(); ++level)
        scores[level] = static_cast<float>(rarity * index::impact_at(static_cast<std::uint8_t>(level)));
    return scores;
}

// What of an impact byte must be there; no posting's byte is 0.
std::uint8_t wanted_bits(const TermMatcher& term) { return term.flag() == 0 ? std::uint8_t{0xff} : term.flag(); }

// Collects studies and scores into arrays that are long enough from the start. What the inner loops use are locals: a
// member would be read again after each write to an array.
template <bool kScored> class Collector {
public:
    Collector(const TermMatcher& term, Matches& out)
        : bits_(wanted_bits(term)), scores_(level_scores(term.rarity())), out_(out) {}

    // The first `count` studies study(i) with their impacts, of those for which wanted(study) holds. An impact of 0
    // stands for a study that does not hold the term.
    template <class Study, class Wanted>
    void take(std::uint32_t count, const std::uint8_t* impacts, Study&& study, Wanted&& wanted) {
        make_room(std::size_t{count} + 1);
        std::uint32_t* const studies = out_.studies.data();
        float* const scores = kScored ? out_.scores.data() : nullptr;
        const std::uint8_t bits = bits_;
        std::size_t size = size_;
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint8_t impact = impacts[i];
            const std::uint32_t at = study(i);
            studies[size] = at;
            if constexpr (kScored) scores[size] = scores_[impact & index::kLevelMask];
            size += static_cast<std::size_t>((impact & bits) != 0) & static_cast<std::size_t>(wanted(at));
        }
        size_ = size;
    }
    void make_room(std::size_t more) {
        if (size_ + more <= out_.studies.size()) return;
        const std::size_t room = (size_ + more) * 2;
        out_.studies.resize(room);
        if (kScored) out_.scores.resize(room);
    }
    void finish() {
        out_.studies.resize(size_);
        if (kScored) out_.scores.resize(size_);
    }

private:
    std::uint8_t bits_;
    std::array<float, 64> scores_;
    Matches& out_;
    std::size_t size_ = 0;
};

template <bool kScored, class Wanted> Matches scan(const TermMatcher& term, Wanted&& wanted) {
    Matches out;
    Collector<kScored> collector(term, out);
    Cursor cursor = term.cursor();
    if (const std::uint8_t* column = cursor.dense()) {
        collector.take(cursor.studies_in_segment(), column, [](std::uint32_t i) { return i; }, wanted);
    } else {
        collector.make_room(std::size_t{cursor.count()} + 1);
        for (Cursor::Block block; cursor.block(block); cursor.next_block())
            collector.take(block.count, block.impacts, [&](std::uint32_t i) { return block.studies[i]; }, wanted);
    }
    collector.finish();
    return out;
}

// Narrows a list in place.
class Narrower {
public:
    Narrower(const TermMatcher& term, bool scored, Matches& list)
        : bits_(wanted_bits(term)), scores_(level_scores(scored ? term.rarity() : 0)), list_(list) {
        if (scored) list_.begin_scores();
    }
    std::size_t size() const { return list_.studies.size(); }
    std::uint32_t study(std::size_t i) const { return list_.studies[i]; }

    // Decides about the list's studies from position `from` on that are at most `last`; impacts[study - first] is the
    // study's byte. Returns the position behind them.
    std::size_t decide(std::size_t from, std::uint32_t last, const std::uint8_t* impacts, std::uint32_t first) {
        return list_.scored() ? decide_all<true>(from, last, impacts, first)
                              : decide_all<false>(from, last, impacts, first);
    }
    void finish() {
        list_.studies.resize(kept_);
        if (list_.scored()) list_.scores.resize(kept_);
    }

private:
    template <bool kScored>
    std::size_t decide_all(std::size_t from, std::uint32_t last, const std::uint8_t* impacts, std::uint32_t first) {
        std::uint32_t* const studies = list_.studies.data();
        float* const scores = list_.scores.data();
        const std::size_t end = size();
        const std::uint8_t bits = bits_;
        std::size_t kept = kept_;
        for (; from < end && studies[from] <= last; ++from) {
            const std::uint8_t impact = impacts[studies[from] - first];
            studies[kept] = studies[from];
            if constexpr (kScored) scores[kept] = scores[from] + scores_[impact & index::kLevelMask];
            kept += static_cast<std::size_t>((impact & bits) != 0);
        }
        kept_ = kept;
        return from;
    }

    std::uint8_t bits_;
    std::array<float, 64> scores_;
    Matches& list_;
    std::size_t kept_ = 0;
};

// The highest level of those bytes of a block that have one of the `bits`: 32 side by side.
std::uint8_t highest_of_block(const std::uint8_t* impacts, std::uint8_t bits) {
    using Bytes = std::uint8_t __attribute__((vector_size(32)));
    Bytes highest{};
    for (std::uint32_t at = 0; at < index::kBlock; at += sizeof(Bytes)) {
        Bytes bytes;
        std::memcpy(&bytes, impacts + at, sizeof bytes);
        const Bytes levels = (bytes & bits) != 0 ? bytes & index::kLevelMask : Bytes{};
        highest = highest > levels ? highest : levels;
    }
    std::uint8_t most = 0;
    for (std::size_t lane = 0; lane < sizeof(Bytes); ++lane) most = std::max(most, highest[lane]);
    return most;
}

// Of every block of bytes.
std::vector<std::uint8_t> block_levels(const TermMatcher& term) {
    const auto impacts = term.cursor().impacts();
    const std::uint8_t bits = wanted_bits(term);
    std::vector<std::uint8_t> levels(impacts.size() / index::kBlock);
    for (std::size_t block = 0; block < levels.size(); ++block)
        levels[block] = highest_of_block(impacts.data() + block * index::kBlock, bits);
    if (impacts.size() % index::kBlock != 0) {
        std::array<std::uint8_t, index::kBlock> last{};
        const auto rest = impacts.subspan(levels.size() * index::kBlock);
        std::copy(rest.begin(), rest.end(), last.begin());
        levels.push_back(highest_of_block(last.data(), bits));
    }
    return levels;
}

} // namespace

std::uint8_t highest_level(const TermMatcher& term) {
    const auto levels = block_levels(term);
    return levels.empty() ? std::uint8_t{0} : *std::max_element(levels.begin(), levels.end());
}

// Each block holds a study of its highest level, so `count` blocks tell a level that as many studies reach.
Matches scan_best(const TermMatcher& term, std::size_t count) {
    const auto levels = block_levels(term);
    if (count == 0 || levels.size() <= count) return scan_flags(term, nullptr, true);
    auto highest = levels;
    std::nth_element(highest.begin(), highest.begin() + static_cast<std::ptrdiff_t>(count - 1), highest.end(),
                     std::greater<>());
    const std::uint8_t least = std::max<std::uint8_t>(highest[count - 1], 1);
    const auto impacts = term.cursor().impacts();
    const auto scores = level_scores(term.rarity());
    const std::uint8_t bits = wanted_bits(term);
    Matches found;
    Cursor cursor = term.cursor();
    for (std::size_t block = 0; block < levels.size(); ++block) {
        if (levels[block] < least) continue;
        const std::size_t end = std::min(impacts.size(), (block + 1) * index::kBlock);
        for (std::size_t at = block * index::kBlock; at < end; ++at) {
            const std::uint8_t level = impacts[at] & index::kLevelMask;
            if ((impacts[at] & bits) == 0 || level < least) continue;
            const std::uint32_t study = cursor.study_of(at);
            if (study == index::kNoStudy) continue; // a damaged block
            found.studies.push_back(study);
            found.scores.push_back(scores[level]);
        }
    }
    return found;
}

Matches scan_flags(const TermMatcher& term, const index::Bits* within, bool scored) {
    if (within) {
        const auto inside = [within](std::uint32_t study) { return within->test(study); };
        return scored ? scan<true>(term, inside) : scan<false>(term, inside);
    }
    const auto always = [](std::uint32_t) { return true; };
    return scored ? scan<true>(term, always) : scan<false>(term, always);
}

bool narrow_by_flags(const TermMatcher& term, bool scored, Matches& list) {
    constexpr std::size_t kJump = 24; // postings a study of the list, from which jumping is quicker
    Cursor cursor = term.cursor();
    const std::uint8_t* column = cursor.dense();
    if (!column && cursor.count() > list.studies.size() * kJump) return false;
    Narrower narrower(term, scored, list);
    if (column) {
        narrower.decide(0, cursor.studies_in_segment() - 1, column, 0);
        narrower.finish();
        return true;
    }
    // Block by block: impacts are laid out by study over the span of the block, and the list's studies look there.
    std::vector<std::uint8_t> window;
    for (std::size_t i = 0; i < narrower.size();) {
        const std::uint32_t first = narrower.study(i);
        cursor.advance(first);
        Cursor::Block block;
        if (!cursor.block(block)) break;
        const std::uint32_t last = block.studies[block.count - 1];
        if (window.size() <= last - first) window.resize(std::size_t{last - first} * 2 + index::kBlock);
        for (std::uint32_t at = 0; at < block.count; ++at) window[block.studies[at] - first] = block.impacts[at];
        i = narrower.decide(i, last, window.data(), first);
        for (std::uint32_t at = 0; at < block.count; ++at) window[block.studies[at] - first] = 0;
    }
    narrower.finish();
    return true;
}

} // namespace trialdex::search
