// Does this line of criteria say on which side it, or what follows, stands?
#pragma once

#include "study/criteria/criteria.h"

#include <optional>
#include <string_view>

namespace trialdex::study {

enum class Naming : std::uint8_t {
    Nothing,
    Heading,  // names a side, or with Unstated both or neither: "Inclusion/Exclusion Criteria:", "Withdrawal criteria:"
    Sentence, // leads in: "Patients will be excluded if they:"
    Hint,     // leads in by what is needed or forbidden only: certain where no heading said otherwise
    Doubt,    // speaks of a side, and it is not certain how: from here on nothing is
};

struct SideNaming {
    Naming naming = Naming::Nothing;
    CriteriaSide side = CriteriaSide::Unstated;
    std::size_t end = 0; // bytes of the line that are the heading; what follows are words of that side
};

// `words` is a line without its bullet. `is_listed`: it had one, or is indented, and a sentence there leads nothing in.
SideNaming name_side(std::string_view words, bool is_listed);

// Where, inside a line, another side begins: "… at least 20 kg Exclusion Criteria: asthma". The heading there must be
// written as one, with a capital and a colon or the line's end. nullopt when there is none at or after `from`.
std::optional<std::size_t> heading_inside(std::string_view words, std::size_t from);

// "Cohort A", "Healthy controls:": a short line without a stop. `other_people` is set when it names people who are not
// those the study is about.
struct Division {
    bool is_short = false; // has the shape of a heading
    bool has_colon = false;
    bool divides = false;        // names a group, part, phase
    bool new_conditions = false; // "Further conditions for part 2"
    bool other_people = false;
};
Division read_division(std::string_view words);

// "Other protocol-defined inclusion/exclusion criteria may apply": a remark about both sides, on neither.
bool is_remark(std::string_view words);

// "Pregnancy is not a criterion for exclusion.": whether a line behind a list of exclusions says the opposite of one.
bool takes_off(std::string_view words);

} // namespace trialdex::study
