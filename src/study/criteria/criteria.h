// The eligibility criteria of a record as blocks: what is an item, what a heading, and which side each stands on.
//
//   Inclusion Criteria:            heading, names the inclusion side
//   * Age ≥ 18 years               item, inclusion
//     * or 16 years with consent   item of depth 1, inclusion
//   Exclusion Criteria: pregnancy  heading and, on the same line, a paragraph: exclusion
//
// Nothing is certain but what a heading or a leading sentence says ("Patients will be excluded if:"). Where that is in
// doubt, blocks are Unstated: to say nothing of a requirement is right, to put it on the wrong side is not. Of 3,545
// real texts about 3,250 have the two plain headings once each; the others are what the rules in side_heading.h are
// for.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace trialdex::study {

enum class CriteriaSide : std::uint8_t { Unstated, Inclusion, Exclusion };

enum class CriteriaKind : std::uint8_t {
    SideHeading, // says the side, or (Unstated) that both are meant: "Inclusion/Exclusion Criteria:"
    Heading,     // a heading inside a side or before one: "Cohort A:", "Cardiac:"
    Item,        // of a list
    Paragraph,
};

// Ranges are bytes of the text. Blocks stand in the order of the text and do not overlap; between them there is only
// white space and, in the few texts that are HTML, tags.
struct CriteriaBlock {
    CriteriaKind kind = CriteriaKind::Paragraph;
    CriteriaSide side = CriteriaSide::Unstated;
    std::uint8_t depth = 0;    // of an item; of a paragraph inside a list, how many items it stands in
    std::uint32_t begin = 0;   // with the bullet or number
    std::uint32_t content = 0; // where the words begin
    std::uint32_t end = 0;

    std::string_view marker(std::string_view text) const; // "*", "1\.", "a)"; empty for none
    std::string_view words(std::string_view text) const;
};

// Deeper lists are shown as this deep; real ones have 5 levels.
inline constexpr std::uint8_t kMaxCriteriaDepth = 7;

// Any bytes are taken; the time is linear in their number.
std::vector<CriteriaBlock> read_criteria(std::string_view text);

// Whether a side was found anywhere.
bool says_sides(const std::vector<CriteriaBlock>& blocks);

} // namespace trialdex::study
