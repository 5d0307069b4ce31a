// The sliders and filters of a list of related trials, as fields of a form that works without scripts.
#pragma once

#include "web/html.h"
#include "web/page.h"
#include "web/pages/related/steering.h"

namespace trialdex::web {

// The line that folds them away: the list stands below them on a phone. It says when something is steered.
void steering_summary(Html& html, const Steering& steering);

// Stands inside a <form>, which has a button of its own.
void steering_fields(Html& html, const Steering& steering, const PageContext& context);

} // namespace trialdex::web
