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

// Collects studies and scores into arrays that are long enough from the start: no branch a study.
class Collector {
public:
    Collector(TermMatcher& term, std::size_t most, bool scored, Matches& out)
        : flag_(term.flag() == 0 ? std::uint8_t{0xff} : term.flag()), scored_(scored),
          scores_(level_scores(term.rarity())), out_(out) {
        out_.studies.resize(most);
        if (scored_) out_.scores.resize(most);
    }
    ~Collector() {
        out_.studies.resize(size_);
        if (scored_) out_.scores.resize(size_);
    }
    Collector(const Collector&) = delete;
    Collector& operator=(const Collector&) = delete;

    // `impact` 0 stands for a study that does not hold the term.
    void offer(std::uint32_t study, std::uint8_t impact, bool wanted = true) {
        out_.studies[size_] = study;
        if (scored_) out_.scores[size_] = scores_[impact & index::kLevelMask];
        size_ += (impact & flag_) != 0 && wanted ? 1 : 0;
    }
    bool has_room(std::size_t more) const { return size_ + more <= out_.studies.size(); }

private:
    std::uint8_t flag_; // any of these bits; no posting's impact is 0
    bool scored_;
    std::array<float, 64> scores_;
    Matches& out_;
    std::size_t size_ = 0;
};

} // namespace

void scan_flags(TermMatcher& term, const index::Bits* within, bool scored, Matches& out) {
    Collector collector(term, std::size_t{term.cursor().count()} + 1, scored, out);
    for (Cursor::Block block; term.cursor().block(block); term.cursor().next_block()) {
        if (!collector.has_room(block.count + 1)) break; // a damaged list
        for (std::uint32_t i = 0; i < block.count; ++i)
            collector.offer(block.studies[i], block.impacts[i], !within || within->test(block.studies[i]));
    }
}

bool pick_flags(TermMatcher& term, const std::vector<std::uint32_t>& studies, bool scored, Matches& out) {
    constexpr std::size_t kJump = 24; // postings a study of the list, from which jumping is quicker than merging
    if (const std::uint8_t* column = term.cursor().dense()) {
        Collector collector(term, studies.size() + 1, scored, out);
        for (const std::uint32_t study : studies) collector.offer(study, column[study]);
        return true;
    }
    if (term.cursor().count() > studies.size() * kJump) return false;
    Collector collector(term, studies.size() + 1, scored, out);
    auto wanted = studies.begin();
    for (Cursor::Block block; wanted != studies.end() && term.cursor().block(block); term.cursor().next_block()) {
        const std::uint32_t last = block.studies[block.count - 1];
        for (std::uint32_t i = 0; wanted != studies.end() && *wanted <= last; ++wanted) {
            while (block.studies[i] < *wanted) ++i;
            collector.offer(*wanted, block.studies[i] == *wanted ? block.impacts[i] : std::uint8_t{0});
        }
    }
    return true;
}

} // namespace trialdex::search
