// Words in a row, in one value; where the value starts and ends when the coverage asks for it.
#pragma once

#include "search/evaluate/term_matcher.h"

namespace trialdex::search {

class PhraseMatcher final : public Matcher {
public:
    // cursors[i] is of phrase.parts[i]; `end` of kEndKey, needed for coverages other than Contains. `runs` are the
    // lists of the common phrases in it: what is not in all of them needs no look at its places. When one of them is
    // the `whole` phrase, it is the only one.
    PhraseMatcher(std::vector<index::Cursor> cursors, index::Cursor end, const Phrase& phrase, Coverage coverage,
                  const index::FieldMask& mask, std::uint8_t what, double rarity, std::vector<TermPointer> runs,
                  bool whole);
    std::uint32_t study() const override { return study_; }
    void advance(std::uint32_t target) override;
    std::span<const PlaceCode> values() override;
    bool matches() override; // stops at the first value
    double score() override;
    std::uint64_t cost() const override { return cost_; }
    bool told_by_impacts() const override { return told_; }
    Matches all(const index::Bits* within, bool scored) override;
    void narrow(Matches& list, bool scored) override;
    Matches best(std::size_t count) override { return told_ ? runs_[0]->best(count) : Matcher::best(count); }
    double most() const override { return told_ ? runs_[0]->most() : Matcher::most(); }

private:
    void align(std::uint32_t target);
    void find_shared();
    bool stands_in(PlaceCode code);
    std::uint32_t length_of(PlaceCode code);
    static std::size_t position(std::span<const PlaceCode> codes, PlaceCode code);

    std::vector<index::Cursor> cursors_;
    std::vector<std::size_t> order_; // rarest first
    index::Cursor end_;
    std::vector<TermPointer> runs_; // rarest first
    bool whole_;
    bool told_;                          // by the whole phrase's list
    std::vector<std::uint32_t> offsets_; // of the parts
    std::uint32_t places_;
    Coverage coverage_;
    const index::FieldMask& mask_;
    std::uint8_t what_;
    double rarity_; // of all words together
    std::uint32_t study_ = kNoStudy;
    std::uint64_t cost_ = 0;
    std::vector<PlaceCode> shared_;
    std::vector<PlaceCode> values_;
    std::vector<std::uint32_t> starts_;
};

} // namespace trialdex::search
