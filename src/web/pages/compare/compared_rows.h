// What a comparison of trials puts side by side, in reading order, from schema/comparison.tsv.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace trialdex::web {

// How a row's value stands in a cell.
enum class ComparedForm : std::uint8_t {
    Value,     // a field as it is; a list item by item
    Text,      // a long text, folded away
    Age,       // "18 years"
    Date,      // of a structure of a date and its type
    Enrolment, // of a structure of a count and its type
    Places,    // how many sites, in which countries
    Elements,  // structures by their name, with a field beside it and their description folded away
};

struct ComparedRow {
    std::string_view group; // rows of one group stand under its heading
    std::string_view path;
    ComparedForm form;
    std::span<const std::string_view> kinds; // codes of the study types that have it; none: all
    std::string_view name;                   // Elements: JSON name of the field that names one
    std::string_view beside;                 // Elements: of the field that stands beside the name; may be empty
};

std::span<const ComparedRow> compared_rows(); // generated

} // namespace trialdex::web
