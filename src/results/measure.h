// A measure (a baseline characteristic or an outcome) as rows and columns: classes and categories down, groups across,
// and for each figure the number it was taken from.
#pragma once

#include "results/groups.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::results {

// A count of those analysed. The nearest one to a figure is the one that it was taken from: real records state it for a
// class (13,346 times in 585 records), a measure, or the whole module.
struct Denominator {
    enum class Level : std::uint8_t { None, Category, Class, Measure, Module };
    std::string_view count; // as written
    std::string_view units; // "Participants"
    Level level = Level::None;

    explicit operator bool() const { return level != Level::None; }
};

struct Figure {
    bool is_given = false;   // the record has an entry for the group; "not given" is not 0
    std::string_view value;  // as written: "12.3", "NA"; may be empty
    std::string_view spread; // the single figure of a standard deviation and the like
    std::string_view lower;
    std::string_view upper;
    std::string_view comment; // markup
    Denominator denominator;
};

struct MeasureCategory {
    std::string_view title;      // empty: the class has this one row
    std::vector<Figure> figures; // one a group
};

struct MeasureClass {
    std::string_view title; // empty: the measure has this one class
    std::vector<MeasureCategory> categories;
    std::vector<Denominator> denominators; // its own, one a group; empty: it has none
};

// All texts as the record has them; markup and entities are the pages' business.
struct Measure {
    study::Value value;
    std::string path; // of its node
    std::string_view title;
    std::string_view description; // markup
    std::string_view population;  // markup
    std::string_view unit;
    std::string_view parameter;  // code: MEAN, COUNT_OF_PARTICIPANTS …
    std::string_view dispersion; // code or words: STANDARD_DEVIATION, "95% Confidence Interval"; "NA": none
    Groups groups;
    std::vector<Denominator> denominators; // the measure's, else the module's; one a group, empty: none
    std::vector<MeasureClass> classes;

    // A count of people or units whose percentage the sponsor has not ruled out.
    bool has_percentages() const;
    bool is_count() const { return parameter == "COUNT_OF_PARTICIPANTS" || parameter == "COUNT_OF_UNITS"; }
    bool has_dispersion() const { return !dispersion.empty() && dispersion != "NA"; }
    std::size_t rows() const; // of the table: categories of all classes
};

// Reads `measure` over `groups`, which has every group that its figures name. `module` holds the denominators that all
// measures share; it is absent for outcome measures, which have their own.
Measure read_measure(study::Value measure, study::Value module, Groups groups, std::string path);

// Columns for the groups that figures of `measure` name and `groups` lacks.
void add_missing_groups(Groups& groups, study::Value measure);

// The count of `group_id` in the nearest of the holders' lists of denominators, the nearest first; of each list the one
// in `units` counts, else the first.
struct DenominatorHolder {
    study::Value value; // with a member "denoms"
    Denominator::Level level;
};
Denominator nearest_denominator(std::initializer_list<DenominatorHolder> holders, std::string_view units,
                                std::string_view group_id);

// Standard deviations and errors, which stand behind ±; other single figures (coefficients of variation) do not, nor do
// those of a geometric mean: they are of logarithms or a factor (22 of 451 real outcomes with geometric means have
// one).
bool is_spread_around(std::string_view parameter, std::string_view dispersion);

// "Mean (Standard deviation)" in the words of the tables; empty when the record names no kind.
std::string kind_in_words(std::string_view parameter, std::string_view dispersion);
std::string kind_in_words(const Measure& measure);

// "Standard deviation", "95% confidence interval"; empty for none.
std::string dispersion_in_words(const Measure& measure);

} // namespace trialdex::results
