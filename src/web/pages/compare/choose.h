// How trials are chosen for a comparison, without scripts: a check box on each card, and one form that sends them all.
#pragma once

#include "study/nct_id.h"
#include "web/html.h"

#include <optional>

namespace trialdex::web {

// The box on a card.
void compare_box(Html& html, study::NctId id);

// The form that the boxes of the page belong to, wherever they stand; nothing when `html` has none. `with` is compared
// along.
void compare_form(Html& html, std::optional<study::NctId> with = std::nullopt);

} // namespace trialdex::web
