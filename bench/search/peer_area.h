// The ten weighted fields that the peer's benchmark searches, as a search area of ours.
#pragma once

#include "schema/schema.h"

namespace trialdex::bench {

// Codes of enums, which the peer takes for words, are left out: they change totals by far less than one percent.
const schema::SearchArea& peer_area();

} // namespace trialdex::bench
