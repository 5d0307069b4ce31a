// Days and moments in words.
#pragma once

#include "store/store.h"
#include "web/html.h"

#include <optional>
#include <string>

namespace trialdex::web {

// <time>12 March 2025, 14:05 UTC</time>
void moment(Html& html, store::Milliseconds time);
std::string moment_words(store::Milliseconds time);

// "First seen here 12 March 2025, 14:05 UTC · last changed here …"
void registry_dates(Html& html, store::Milliseconds first_seen, store::Milliseconds last_changed);

// Whole days from the day `iso` (yyyy-MM-dd) to `now`; nothing when it is not a day.
std::optional<int> age_in_days(std::string_view iso, store::Milliseconds now);

} // namespace trialdex::web
