// The one mark for every number that is not in the record but worked out from it.
#pragma once

#include "web/html.h"

#include <cstddef>
#include <string_view>

namespace trialdex::web {

// <span class="calculated" title="14 of 50">28.0%</span>; `how` says from what, in words.
void calculated(Html& html, std::string_view text, std::string_view how);

// "1,154", "1,154 sites", "1 site" with the number marked: the record lists them, and we counted.
void calculated_count(Html& html, std::size_t count);
void calculated_count(Html& html, std::size_t count, std::string_view one, std::string_view many);

// In a picture the mark is <g class="calculated">: its numbers are no part of the record, and a sentence beside the
// picture says so. Scales stand in <g class="axis">.

// The sentence beside every table or picture that holds such numbers: shows the mark and says what it means.
// `what`: "Percentages". A page of text says it once.
void calculated_note(Html& html, std::string_view what);

bool has_calculated(const Html& html);

} // namespace trialdex::web
