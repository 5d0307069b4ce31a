// A related trial as a card: what it is, where it stands, why it is here, and how it was compared.
#pragma once

#include "related/related.h"
#include "web/html.h"

#include <span>

namespace trialdex::web {

// A list of cards in their order; `heading_level` of the titles is 3 or 4. A study that left the registry after the
// index was built is said to have.
void related_list(Html& html, std::span<const related::Related> trials, std::uint64_t first, int heading_level);

} // namespace trialdex::web
