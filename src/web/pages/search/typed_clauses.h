// Clauses that are no words: dates, ages, numbers from one value to another, and places within a distance.
#pragma once

#include "web/pages/search/question.h"

namespace trialdex::web {

// Adds what the address asks of these; what is no date, age, number or place becomes a remark.
void add_typed_clauses(Question& question);

} // namespace trialdex::web
