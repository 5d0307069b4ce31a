// Adverse events: terms by organ system, as safety tables list them.
#pragma once

#include <span>
#include <string_view>

namespace trialdex::demo {

struct EventTerm {
    std::string_view organ_system;
    std::string_view term;
};

std::span<const EventTerm> event_terms();
std::span<const std::string_view> event_qualifiers(); // make few terms into hundreds of rows: "Headache, recurrent"

} // namespace trialdex::demo
