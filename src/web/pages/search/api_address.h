// The address of the API that repeats a search for programs.
#pragma once

#include "web/pages/search/question.h"

#include <string>

namespace trialdex::web {

std::string api_address(const Question& question);

// A choice in the expression language: AREA[OverallStatus]RECRUITING OR …
std::string choice_language(const search::Choice& choice);

} // namespace trialdex::web
