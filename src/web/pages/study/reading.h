// The ways to read a study page: plain, with the names of the registry's fields beside every label, or with everything
// opened for paper.
#pragma once

#include "web/page.h"
#include "web/pages/study/study_view.h"

#include <string_view>

namespace trialdex::web {

struct Reading {
    std::string_view id; // in the address: ?view=researcher; empty for the usual one
    std::string_view label;
    std::string_view explanation;
    Literal main_class;
    bool is_opened; // nothing waits for a click
};

// What `view` in the address names; the usual one when it names none.
const Reading& reading_of(const StudyView& study);

// Links to the readings, the current one marked.
void reading_switch(Html& html, const StudyView& study, const Reading& current);

} // namespace trialdex::web
