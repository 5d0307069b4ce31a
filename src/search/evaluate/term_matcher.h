// One term: the bottom of every matcher.
#pragma once

#include "search/evaluate/matcher.h"

namespace trialdex::search {

class TermMatcher final : public Matcher {
public:
    // `what` is the part of the mask that counts: words, synonyms or codes. `flag` is the impact byte's bit for studies
    // that hold the term in the mask's fields (0: there is none); when `flag_tells`, it vouches for `what` too.
    TermMatcher(index::Cursor cursor, const index::FieldMask& mask, std::uint8_t what, double rarity, std::uint8_t flag,
                bool flag_tells);

    std::uint32_t study() const override { return cursor_.study(); }
    void advance(std::uint32_t target) override;
    std::span<const PlaceCode> values() override;
    bool matches() override;
    std::span<const PlaceCode> candidates() override { return cursor_.codes(); }
    bool admits(PlaceCode code) const override { return everywhere_ || mask_.allows(code, what_); }
    double score() override { return rarity_ * index::impact_at(cursor_.impact()); }
    std::uint64_t cost() const override { return cursor_.count(); }
    bool told_by_impacts() const override { return told_by_flag(); }
    Matches all(const index::Bits* within, bool scored) override;
    void narrow(Matches& list, bool scored) override;
    Matches best(std::size_t count) override;
    double most() const override;

    // For walks over whole blocks: whether the impact byte alone tells that the study matches, and by which bits.
    bool told_by_flag() const { return everywhere_ || (flag_ != 0 && flag_tells_); }
    std::uint8_t flag() const { return everywhere_ ? 0 : flag_; }
    const index::Cursor& cursor() const { return cursor_; }
    double rarity() const { return rarity_; }
    void weigh(double rarity) { rarity_ = rarity; } // instead of the term's own

private:
    void skip_unflagged();

    index::Cursor cursor_;
    const index::FieldMask& mask_;
    std::uint8_t what_;
    double rarity_;
    std::uint8_t flag_;
    bool flag_tells_;
    bool everywhere_ = false; // every posting counts
    std::vector<PlaceCode> values_;
};

using TermPointer = std::unique_ptr<TermMatcher>;

} // namespace trialdex::search
