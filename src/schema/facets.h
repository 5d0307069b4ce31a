// Which choices narrow a search? The rows of schema/facets.tsv and facet_choices.tsv: fixed choices, each an expression
// of our own language, and facets whose values come from the records (countries, MeSH terms, years).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace trialdex::schema {

struct FacetChoice {
    std::string_view key;        // as in aggFilters: "rec"
    std::string_view label;      // for people: "Recruiting"
    std::string_view expression; // "AREA[OverallStatus]RECRUITING"
};

enum class FacetKind : std::uint8_t {
    Choices, // a fixed list
    Values,  // the distinct texts of `piece` in the records; the key is the text itself
    Years,   // the years of the date `piece`
};

struct Facet {
    std::string_view id;          // as in aggFilters where it is one: "status"
    std::string_view label;       // "Status"
    std::string_view explanation; // one sentence, ours
    FacetKind kind;
    std::string_view piece;               // Values, Years
    std::span<const FacetChoice> choices; // Choices
    bool in_api;                          // aggFilters knows it
};

std::span<const Facet> facets();
const Facet* find_facet(std::string_view id); // nullptr when there is none

} // namespace trialdex::schema
