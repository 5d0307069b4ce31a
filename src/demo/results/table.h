// The table of a measure: groups as columns; classes and categories as rows; in each cell a value, perhaps with its
// spread or limits. Baseline and outcome measures share it.
#pragma once

#include "base/json_writer.h"
#include "demo/plan/plan.h"
#include "demo/results/numbers.h"

#include <string>
#include <vector>

namespace trialdex::demo {

struct Column {
    std::string id; // "OG000", local to its module or measure
    std::string title;
    std::string description;
    int count = 0; // participants, or units where units are counted
};

// The reported groups under ids that begin with `prefix`: "FG", "BG", "OG", "EG".
std::vector<Column> columns_of(const Plan& plan, std::string_view prefix);
void write_columns(JsonWriter& out, std::string_view key, const std::vector<Column>& columns);

// One entry of a list of denominators.
void write_denominator(JsonWriter& out, std::string_view units, const std::vector<Column>& columns);

struct TableForm {
    std::string_view param;      // code of MeasureParam
    std::string_view dispersion; // code of MeasureDispersionType; empty when there is none
    int low = 0, high = 0;       // of the values, in units of the last decimal
    int decimals = 0;
    std::vector<std::string_view> classes = {};    // empty: one row without a title
    std::vector<std::string_view> categories = {}; // empty: one without a title
    std::vector<bool> possible = {};               // of the categories; empty: all. Others count nobody
    NumberStyle style = NumberStyle::Plain;
    bool class_denominators = false;
    bool total = false;          // the last column is the sum or the mean of the others
    bool has_gaps = false;       // a cell says NA, with a comment
    std::string_view units = {}; // of the denominators
};

// The member "classes".
void write_classes(JsonWriter& out, const TableForm& form, const std::vector<Column>& columns, Random random);

} // namespace trialdex::demo
