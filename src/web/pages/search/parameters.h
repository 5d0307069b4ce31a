// The names in a search's address, in the order in which we write them. They are those of the registry's own site where
// it has one, so that people who know them can write addresses by hand.
#pragma once

#include <span>
#include <string_view>

namespace trialdex::web {

// A box for words. Its words are looked for in an area, or in the one piece.
struct SearchBox {
    std::string_view name; // of the parameter: "cond"
    std::string_view label;
    std::string_view hint;
    std::string_view area;     // "ConditionSearch", or empty
    std::string_view piece;    // "LeadSponsorName", or empty
    std::string_view suggests; // kind of names to suggest while typing, as in /search/suggest; empty for none
    std::string_view api;      // of the API: "query.cond"
};
std::span<const SearchBox> search_boxes(); // the first is the one box that everybody uses
const SearchBox* find_search_box(std::string_view name);

// From one value to another on a line, either end open. `lower` and `upper` are the pieces that are compared; they
// differ for ages, where a study has a youngest and an oldest.
struct SearchRange {
    std::string_view name; // "start"; a form sends it in two halves, "startFrom" and "startTo"
    std::string_view label;
    std::string_view lower;
    std::string_view upper;
    enum class Kind : unsigned char { Date, Age, Number } kind;
};
std::span<const SearchRange> search_ranges();

inline constexpr std::string_view kAgeParameter = "age";
inline constexpr std::string_view kSynonymsParameter = "syn"; // "off"
inline constexpr std::string_view kSortParameter = "sort";
inline constexpr std::string_view kSizeParameter = "size";
inline constexpr std::string_view kMoreParameter = "more"; // facet of which more values are shown
inline constexpr std::string_view kPageParameter = "page";

// Every name but those of facets that may stand once, before and after the facets.
std::span<const std::string_view> names_before_facets();
std::span<const std::string_view> names_after_facets();

} // namespace trialdex::web
