// One value in a cell of the comparison: each form of schema/comparison.tsv in a few lines. Every value leads to its
// place in the record, and what is absent says why: not in this record, or not of this kind of study.
#pragma once

#include "schema/schema.h"
#include "web/html.h"
#include "web/pages/compare/compared_rows.h"
#include "web/pages/compare/compared_study.h"
#include "web/pages/compare/sameness.h"

namespace trialdex::web {

struct ComparedCell {
    const ComparedRow& row;
    const schema::Node& node;
    const ComparedStudy& study;
    study::Value value;
    const SharedItems& shared;
    std::size_t studies; // how many are compared
};

void compared_cell(Html& html, const ComparedCell& cell); // what stands inside <td>

// Whether a study of this type has what the row compares; a record without a type may have anything.
bool is_of_kind(const ComparedRow& row, study::Value root);

} // namespace trialdex::web
