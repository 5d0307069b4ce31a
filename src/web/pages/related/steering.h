// What a reader can steer in a list of related trials: how much each aspect counts, and which studies may come out.
// It travels in an address or in a form's fields, by the aspects' and the facets' names.
#pragma once

#include "related/related.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trialdex::web {

using Fields = std::vector<std::pair<std::string, std::string>>;

// The stops of an aspect's slider, from "leave out" to "four times"; the middle one is the usual.
inline constexpr std::array<double, 5> kEmphases = {0, 0.5, 1, 2, 4};
inline constexpr std::size_t kUsualStop = 2;

inline constexpr std::array<std::string_view, 4> kRelatedFilters = {"status", "phase", "results", "country"}; // facets
inline constexpr std::uint32_t kRelatedPageSize = 20;
inline constexpr std::uint32_t kDeepestRelatedPage = 25; // beyond it likeness has no meaning any more

struct Steering {
    std::array<std::size_t, related::kAspectCount> stops; // by Aspect, into kEmphases
    std::vector<search::Choice> choices;                  // in the order of kRelatedFilters, each with a key at least
    std::uint32_t page = 1;

    Steering() { stops.fill(kUsualStop); }
    // Whatever is no stop, no filter or no key is dropped.
    static Steering of(std::span<const std::pair<std::string, std::string>> fields);

    bool is_usual() const; // nothing is steered; the page does not count
    bool has(std::string_view facet, std::string_view key) const;
    std::vector<std::string> keys(std::string_view facet) const;
    Fields fields() const;                         // canonical: what is usual is left out
    std::string href(std::string_view path) const; // with the fields as its query
    Steering on_page(std::uint32_t number) const;

    related::Question question() const; // without the study
};

} // namespace trialdex::web
