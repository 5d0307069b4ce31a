// The lines of a criteria text, with their bullets and numbers told from their words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace trialdex::study {

struct CriteriaLine {
    std::uint32_t begin = 0;   // of the bullet or number, if there is one
    std::uint32_t content = 0; // of the words
    std::uint32_t end = 0;     // white space on both sides is left out
    std::uint32_t indent = 0;  // columns before `begin`
    bool is_listed = false;    // by a tag <li>

    bool is_item() const { return is_listed || content > begin; }
};

// The lines that are not empty. A text that begins with a tag (9 of 3,545 real ones do) is HTML: there, paragraphs and
// list items are lines.
std::vector<CriteriaLine> criteria_lines(std::string_view text);

// Where the words begin in `line`, after its bullets and numbers: "* 1\. Age" has two, "E. coli" and "1.5 mg" none.
std::size_t marker_length(std::string_view line);

} // namespace trialdex::study
