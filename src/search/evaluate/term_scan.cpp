#include "search/evaluate/term_scan.h"

#include <array>

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

// Collects studies and scores into arrays that are long enough from the start.
class Collector {
public:
    Collector(const TermMatcher& term, bool scored, Matches& out)
        : bits_(wanted_bits(term)), scored_(scored), scores_(level_scores(term.rarity())), out_(out) {}

    void make_room(std::size_t more) {
        if (size_ + more <= out_.studies.size()) return;
        const std::size_t room = (size_ + more) * 2;
        out_.studies.resize(room);
        if (scored_) out_.scores.resize(room);
    }
    // `impact` 0 stands for a study that does not hold the term.
    void offer(std::uint32_t study, std::uint8_t impact, bool wanted) {
        out_.studies[size_] = study;
        if (scored_) out_.scores[size_] = scores_[impact & index::kLevelMask];
        size_ += (impact & bits_) != 0 && wanted ? 1 : 0;
    }
    void finish() {
        out_.studies.resize(size_);
        if (scored_) out_.scores.resize(size_);
    }

private:
    std::uint8_t bits_;
    bool scored_;
    std::array<float, 64> scores_;
    Matches& out_;
    std::size_t size_ = 0;
};

// Narrows a list in place.
class Narrower {
public:
    Narrower(const TermMatcher& term, bool scored, Matches& list)
        : bits_(wanted_bits(term)), scores_(level_scores(scored ? term.rarity() : 0)), list_(list) {
        if (scored) list_.scores.resize(list_.studies.size());
        scored_ = !list_.scores.empty();
    }
    std::size_t size() const { return list_.studies.size(); }
    std::uint32_t study(std::size_t i) const { return list_.studies[i]; }
    void decide(std::size_t i, std::uint8_t impact) {
        list_.studies[kept_] = list_.studies[i];
        if (scored_) list_.scores[kept_] = list_.scores[i] + scores_[impact & index::kLevelMask];
        kept_ += (impact & bits_) != 0 ? 1 : 0;
    }
    void finish() {
        list_.studies.resize(kept_);
        if (scored_) list_.scores.resize(kept_);
    }

private:
    std::uint8_t bits_;
    std::array<float, 64> scores_;
    Matches& list_;
    bool scored_ = false;
    std::size_t kept_ = 0;
};

} // namespace

Matches scan_flags(const TermMatcher& term, const index::Bits* within, bool scored) {
    Matches out;
    Collector collector(term, scored, out);
    Cursor cursor = term.cursor();
    collector.make_room(std::size_t{cursor.count()} + index::kBlock + 1);
    for (Cursor::Block block; cursor.block(block); cursor.next_block()) {
        collector.make_room(block.count + 1);
        if (within) {
            for (std::uint32_t i = 0; i < block.count; ++i)
                collector.offer(block.studies[i], block.impacts[i], within->test(block.studies[i]));
        } else {
            for (std::uint32_t i = 0; i < block.count; ++i) collector.offer(block.studies[i], block.impacts[i], true);
        }
    }
    collector.finish();
    return out;
}

bool narrow_by_flags(const TermMatcher& term, bool scored, Matches& list) {
    constexpr std::size_t kJump = 24; // postings a study of the list, from which jumping is quicker
    const std::uint8_t* column = term.cursor().dense();
    if (!column && term.cursor().count() > list.studies.size() * kJump) return false;
    Narrower narrower(term, scored, list);
    if (column) {
        for (std::size_t i = 0; i < narrower.size(); ++i) narrower.decide(i, column[narrower.study(i)]);
        narrower.finish();
        return true;
    }
    // Block by block: impacts are laid out by study over the span of the block, and the list's studies look there.
    std::vector<std::uint8_t> window;
    Cursor cursor = term.cursor();
    for (std::size_t i = 0; i < narrower.size();) {
        const std::uint32_t first = narrower.study(i);
        cursor.advance(first);
        Cursor::Block block;
        if (!cursor.block(block)) break;
        const std::uint32_t last = block.studies[block.count - 1];
        if (window.size() <= last - first) window.resize(std::size_t{last - first} * 2 + index::kBlock);
        for (std::uint32_t at = 0; at < block.count; ++at) window[block.studies[at] - first] = block.impacts[at];
        for (; i < narrower.size() && narrower.study(i) <= last; ++i)
            narrower.decide(i, window[narrower.study(i) - first]);
        for (std::uint32_t at = 0; at < block.count; ++at) window[block.studies[at] - first] = 0;
    }
    narrower.finish();
    return true;
}

} // namespace trialdex::search
