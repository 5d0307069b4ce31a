// Small pieces that several sections of the study page share.
#pragma once

#include "schema/schema.h"
#include "study/json.h"
#include "web/html.h"

#include <span>
#include <string>
#include <string_view>

namespace trialdex::web {

// "30 November 2020 (actual)", from a date and its type.
void dated(Html& html, study::Value date_struct);

// "50 participants (estimated)"; a count that is no number stands as written.
void enrolment(Html& html, study::Value enrollment_info);

// "Drug" out of the code DRUG of the kind of code `type_name`; the code when it has no words.
std::string words_of(std::string_view type_name, study::Value code);

// A code in words that opens to its meaning, by the name of its kind.
void explained(Html& html, std::string_view type_name, study::Value code);

// A sponsor's longer text in its own type.
void prose(Html& html, study::Value text);

// An e-mail address as a link when it looks like one.
void email(Html& html, study::Value address);

// "12 sites", "1 site"
std::string counted(std::size_t count, std::string_view one, std::string_view many);

// "Secondary outcomes" → "secondary outcomes"
std::string lower_case(std::string_view words);

// "Up to 40 weeks" → "Up to 40 weeks."; a text that ends with a stop of its own (182 real time frames do) keeps it
// alone.
std::string as_sentence(std::string words);

// "18 Years" → "18 years"
std::string age_in_words(std::string_view age);

// What the codes of a long list mean, each once, on demand.
void code_legend(Html& html, std::string_view summary, std::string_view type_name,
                 std::span<const std::string_view> codes);

} // namespace trialdex::web
