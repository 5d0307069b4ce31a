// Takes care that nothing is left to luck: values are dealt like cards, so that each comes up once in every round of as
// many turns as there are values, in an order that differs from round to round.
#pragma once

#include "demo/random.h"

#include <optional>

namespace trialdex::demo {

class Turn {
public:
    // `number` counts the studies of one kind: a round then is complete whatever the other kinds do in between.
    constexpr Turn(std::uint64_t seed, std::uint64_t number) : seed_(seed), number_(number) {}

    // A position below `cards` (1 to 256). `what` names the pack: packs are shuffled independently.
    std::size_t deal(std::size_t cards, std::string_view what) const;
    template <class List> const auto& deal_from(const List& list, std::string_view what) const {
        return list[deal(list.size(), what)];
    }
    // True for one turn in every round of `period`: then the round's number.
    std::optional<std::uint64_t> once_in(std::uint64_t period, std::string_view what) const;

    // When one study takes several cards of a pack: turn `part` of `parts`.
    constexpr Turn part(std::uint64_t part, std::uint64_t parts) const { return {seed_, number_ * parts + part}; }
    constexpr std::uint64_t number() const { return number_; }

private:
    std::uint64_t seed_;
    std::uint64_t number_;
};

} // namespace trialdex::demo
