// A text as a question of best match: any of its words anywhere in the study, best first.
#pragma once

#include "search/language/expression.h"

#include <string_view>

namespace trialdex::search {

Expression best_match(std::string_view text);

} // namespace trialdex::search
