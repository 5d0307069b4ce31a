// Trials side by side: one column a trial, one row a row of schema/comparison.tsv, each marked whether they differ.
#pragma once

#include "web/html.h"
#include "web/pages/compare/compare_address.h"
#include "web/pages/compare/compared_study.h"

#include <span>
#include <string_view>
#include <vector>

namespace trialdex::web {

struct ComparedTable {
    Html rows;                            // <tbody>s
    std::size_t shown = 0;                // rows that hold something of any of the studies
    std::size_t differing = 0;            // of them
    std::vector<std::string_view> absent; // labels of what a study of these kinds could have and none has
};

ComparedTable compare_rows(std::span<const ComparedStudy> studies, bool only_differences);

// The head of the table: a column for each trial with its title, number, status and the way to leave it out.
void compared_heads(Html& html, std::span<const ComparedStudy> studies, const CompareAddress& address);

} // namespace trialdex::web
