// The terms of a record with their weight in it, as the index would hold them (index/ranking.h), from the fields that
// say what a study is about. For records of the registry and for drafts alike.
#pragma once

#include "study/json.h"

#include <string>
#include <vector>

namespace trialdex::related {

struct WeightedTerm {
    std::string term;
    float impact; // 0 to 1
};

// Each term once. Words of criteria, places and persons are left out: they are many and tell little.
std::vector<WeightedTerm> weighted_terms(study::Value record);

} // namespace trialdex::related
