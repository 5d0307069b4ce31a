// How far an invented study has come: its status, and what became of its results.
#pragma once

#include "demo/plan/cast.h"

#include <string_view>

namespace trialdex::demo {

enum class Results : std::uint8_t {
    None,
    Posted,
    Submitted,   // handed in, not yet through quality control: the record has an annotation
    Certificate, // delayed, with a certificate
    Waived,
};

struct Course {
    std::string_view status;
    std::string_view last_known; // for UNKNOWN
    Results results = Results::None;

    // What the study was doing when its record was last true.
    std::string_view effective() const { return last_known.empty() ? status : last_known; }
    bool is_over() const; // nobody is followed any more
    bool is_open() const; // people can join, or will
    bool is_ongoing() const { return !is_over() && !is_open(); }
};

Course course_of(const Cast& cast);

} // namespace trialdex::demo
