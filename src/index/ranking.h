// How much does a term weigh in a study? BM25 over fields (Robertson, Zaragoza, Taylor 2004): the counts of a term in
// the ranked fields are each divided by the field's relative length and added up with the fields' weights; the sum is
// divided by the study's relative length and saturates once for the study:
//
//   length of the study = Σ over fields  weight · length         of each field at most thrice its average
//   count  = Σ over fields  weight · occurrences / (1 − b + b · length / average length)
//            / (1 − B + B · length of the study / average study)
//   impact = count / (k1 + count)                     between 0 and 1
//   score  = Σ over terms   rarity(term) · impact
//
// The study's own length matters beside its fields': a word in a title says more of a study that says little else. On a
// model of the ranking mean nDCG@10 on the judged topics was 0.217 without, 0.225 with it (bench/relevance). The limit
// of three averages keeps a study of 900 sites from being long.
//
// Average lengths are constants (schema/ranking.tsv), so an old segment's impacts stay valid when studies are added.
// The index keeps the count as one of 63 levels, each 12 % above the one below: levels of the impact itself would be
// one and the same for all studies that name the term in their titles. Rarity is computed when a query runs.
#pragma once

#include "index/fields.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace trialdex::index {

inline constexpr double kSaturation = 2.5;      // k1
inline constexpr float kStudyLengthPart = 0.7F; // B
inline constexpr float kAverageStudy = 400;     // of 3,546 whole records: mean 382, median 353
inline constexpr float kMostFieldLengths = 3;

struct RankedField {
    FieldNumber field;
    float weight;
    float length_part;    // b
    float average_length; // words in the field, all elements together, of studies that have it
};

std::span<const RankedField> ranked_fields();
// Position in ranked_fields(), or nullopt.
std::optional<std::size_t> rank_of(FieldNumber field);

// What one occurrence in a field of that length adds to `count`.
float occurrence_count(const RankedField& field, std::uint32_t length);
// By what all counts of a study are divided; `lengths` are those of its ranked fields, by rank.
float study_divisor(std::span<const std::uint32_t> lengths);
inline double impact(double count) { return count / (kSaturation + count); }

// Levels 1 to 63 of a count; level 1 stands for "present, but in no ranked field" and weighs nothing.
std::uint8_t level_of(float count);
double impact_at(std::uint8_t level);
// The count that a level stands for; 0 for level 1 and below.
double count_of(std::uint8_t level);

// ln(1 + (studies − holders + ½) / (holders + ½)), Lucene's form of the Robertson–Spärck Jones weight: never negative.
double rarity(std::uint64_t studies, std::uint64_t holders);

} // namespace trialdex::index
