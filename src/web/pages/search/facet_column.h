// Ways to narrow the result: facets with their counts, and what is chosen already, one click from being dropped.
#pragma once

#include "schema/facets.h"
#include "web/html.h"
#include "web/pages/search/question.h"

#include <string>
#include <vector>

namespace trialdex::web {

// The ids of all facets, and how many values to ask for.
std::vector<std::string> facets_to_count();
std::uint32_t values_to_count(const SearchAddress& address);

void facet_column(Html& html, const SearchAddress& address, const std::vector<search::FacetCounts>& facets);

// The clauses of the fields and the choices, each a link to the search without it.
void chosen_chips(Html& html, const Question& question);

// "Recruiting" for the key "rec"; the key itself for open lists.
std::string choice_label(const schema::Facet& facet, std::string_view key);

} // namespace trialdex::web
