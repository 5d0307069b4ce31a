// Matchers over others: all in one value, any of them, enough of them, words in a row.
#pragma once

#include "search/evaluate/matcher.h"

namespace trialdex::search {

// All parts in one and the same value.
class AllMatcher final : public Matcher {
public:
    explicit AllMatcher(std::vector<MatcherPointer> parts);
    std::uint32_t study() const override { return parts_[0]->study(); }
    void advance(std::uint32_t target) override;
    std::span<const PlaceCode> values() override;
    bool matches() override; // stops at the first value
    double score() override;
    std::uint64_t cost() const override { return parts_[0]->cost(); }

private:
    void align();
    std::vector<MatcherPointer> parts_; // the rarest first
    std::vector<std::span<const PlaceCode>> candidates_;
    std::vector<PlaceCode> values_;
};

// At least `wanted` of the parts in one and the same value; 1 for alternatives, whose best one gives the score.
class SomeMatcher final : public Matcher {
public:
    SomeMatcher(std::vector<MatcherPointer> parts, std::size_t wanted);
    std::uint32_t study() const override { return study_; }
    void advance(std::uint32_t target) override;
    std::span<const PlaceCode> values() override;
    bool matches() override;
    double score() override;
    std::uint64_t cost() const override;

private:
    void settle();
    std::vector<MatcherPointer> parts_;
    std::size_t wanted_;
    std::uint32_t study_ = kNoStudy;
    std::vector<PlaceCode> values_;
};

// Words in a row, in one value; where the value starts and ends when the coverage asks for it.
class PhraseMatcher final : public Matcher {
public:
    // cursors[i] is of phrase.parts[i]; `end` of kEndKey, needed for coverages other than Contains.
    PhraseMatcher(std::vector<index::Cursor> cursors, index::Cursor end, const Phrase& phrase, Coverage coverage,
                  const index::FieldMask& mask, std::uint8_t what, double rarity);
    std::uint32_t study() const override { return study_; }
    void advance(std::uint32_t target) override;
    std::span<const PlaceCode> values() override;
    bool matches() override; // stops at the first value
    double score() override;
    std::uint64_t cost() const override { return cost_; }

private:
    void align(std::uint32_t target);
    void find_shared();
    bool stands_in(PlaceCode code);
    std::uint32_t length_of(PlaceCode code);
    static std::size_t position(std::span<const PlaceCode> codes, PlaceCode code);

    std::vector<index::Cursor> cursors_;
    std::vector<std::size_t> order_; // rarest first
    index::Cursor end_;
    std::vector<std::uint32_t> offsets_; // of the parts
    std::uint32_t places_;
    Coverage coverage_;
    const index::FieldMask& mask_;
    std::uint8_t what_;
    double rarity_;
    std::uint32_t study_ = kNoStudy;
    std::uint64_t cost_ = 0;
    std::vector<PlaceCode> shared_;
    std::vector<PlaceCode> values_;
    std::vector<std::uint32_t> starts_;
};

} // namespace trialdex::search
