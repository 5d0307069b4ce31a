// One spelling for words that are written in several: British and American, irregular plurals
// (schema/spelling_variants.tsv).
#pragma once

#include <string>
#include <string_view>

namespace trialdex::text {

// Writes the word as the table spells it into `spelled`, which is used again and again. False when that is a term as it
// stands, not to be stemmed.
bool spell(std::string_view folded, std::string& spelled);

} // namespace trialdex::text
