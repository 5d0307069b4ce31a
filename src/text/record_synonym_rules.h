// When do two names of the records mean the same? Measured on 3,546 records of the registry, where 16,700 pairs of
// condition and MeSH term meet in a study, most by chance, and 2,000 pairs of an intervention and its other name.
#pragma once

#include "text/record_synonyms.h"

namespace trialdex::text {

// A condition is a MeSH term's synonym when nearly every study with the condition has the term; when a study with just
// the two says that they belong together; when more than one study says so or the two share a word; and when the
// condition is not narrower: not longer than the term, nor all of its words and more. Registrars find a broader term
// where there is none of the same meaning, so that "HER2 positive metastatic breast cancer" always stands beside
// "Breast Neoplasms".
bool is_same_condition(const RecordNames::Name& condition, const RecordNames::Name& mesh,
                       const RecordNames::Both& both);

// One record is enough for a brand name and its generic, since most brands are named once. So shape and company decide:
// neither covers other treatments (schema/umbrella_words.tsv, "and", "+"), neither is the other and more, and at
// least half of the studies with the rarer name have both: cisplatin has 50 studies without "platinum doublet". Names
// that meet once have at most two words, and one of them is written without a space, or is made of the other's
// initials.
bool is_same_intervention(const RecordNames::Name& one, const RecordNames::Name& other, const RecordNames::Both& both);

// Whether the keys have a term in common.
bool share_a_term(std::string_view key, std::string_view other);

// Whether `narrow` has all the terms of `wide` and more: "lumbar disc herniation" and "disc herniation".
bool is_narrower(std::string_view narrow, std::string_view wide);

// Whether a name says of itself that it covers several treatments.
bool is_umbrella(std::string_view written);

} // namespace trialdex::text
