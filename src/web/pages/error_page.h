// What went wrong, where, and what to do next: every error is a page with a way on.
#pragma once

#include "web/page.h"

#include <string>
#include <utility>
#include <vector>

namespace trialdex::web {

struct Problem {
    int status = 404;
    std::string title;                                        // "No study NCT00000001 here"
    std::string what;                                         // one or two sentences: what happened and what to do
    std::vector<std::pair<std::string, std::string>> ways_on; // label, href (own path or https)
};

api::Response error_page(const PageContext& context, const Problem& problem);

} // namespace trialdex::web
