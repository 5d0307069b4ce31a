// Matchers over others: all in one value, any of them, enough of them.
#pragma once

#include "search/evaluate/term_matcher.h"

namespace trialdex::search {

// All parts in one and the same value.
class AllMatcher final : public Matcher {
public:
    // A study of one of the `certain` lists needs no look at its values: all parts are in one there.
    AllMatcher(std::vector<MatcherPointer> parts, std::vector<TermPointer> certain);
    std::uint32_t study() const override { return parts_[0]->study(); }
    void advance(std::uint32_t target) override;
    std::span<const PlaceCode> values() override;
    bool matches() override; // stops at the first value
    double score() override;
    std::uint64_t cost() const override { return parts_[0]->cost(); }
    Matches all(const index::Bits* within, bool scored) override;
    void narrow(Matches& list, bool scored) override;

private:
    void align();
    bool is_certain();
    bool share_a_value();
    void drop_apart(Matches& list);
    std::vector<MatcherPointer> parts_; // the rarest first
    std::vector<TermPointer> certain_;
    bool parts_told_; // by impacts, each
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
    bool told_by_impacts() const override;
    Matches all(const index::Bits* within, bool scored) override;
    void narrow(Matches& list, bool scored) override;
    double most() const override;

private:
    void settle();
    std::vector<MatcherPointer> parts_;
    std::size_t wanted_;
    std::uint32_t study_ = kNoStudy;
    std::vector<PlaceCode> values_;
};

} // namespace trialdex::search
