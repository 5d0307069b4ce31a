// The words and signs that make a quantity of a number. Tables, in the letters of real texts.
#pragma once

#include <string_view>

namespace trialdex::study {

// clang-format off
// Longer ones first where one begins with another. Not "=" alone: "(n=50)".
inline constexpr std::string_view kSigns[] = {
    "> or =", "< or =", ">/=", "</=", ">=", "<=", "=>", "=<", "≥", "≤", "≧", "≦", ">", "<", "±", "~", "≈",
    "˂", "˃"}; // these two are letters that look like signs

inline constexpr std::string_view kComparisons[] = {
    "greater than or equal to", "less than or equal to", "not more than", "no more than", "not less than",
    "no less than", "greater than", "more than", "less than", "lower than", "higher than", "fewer than",
    "longer than", "older than", "younger than", "at least", "at most", "up to", "within", "between", "under",
    "over", "below", "above", "every", "past", "last", "previous", "minimum of", "maximum of", "exceeding"};

inline constexpr std::string_view kAges[] = {
    "aged between", "ages between", "age between", "aged from", "aged", "ages", "age of", "age"};

// Of these alone a bare number is an age: "siblings younger than 16".
inline constexpr std::string_view kAgeComparisons[] = {"older than", "younger than"};

// After an age or an amount: "18 years and older", "aged 16 and over", "50 kg or more".
inline constexpr std::string_view kOpenEnds[] = {
    "and older", "or older", "and over", "or over", "and above", "or above", "and up", "and younger", "or younger",
    "or more", "or less", "or greater", "or higher", "or lower"};

// A number after these is a name, whatever follows it: "chromosome 17 copies".
inline constexpr std::string_view kNamedByNumber[] = {"chromosome", "chromosomes"};

inline constexpr std::string_view kUnits[] = {
    "years of age", "years old", "year of age", "years-old", "year-old", "years", "year", "yrs", "yr",
    "months of age", "months old", "months", "month", "weeks", "week", "wks", "days", "day", "hours", "hour",
    "hrs", "hr", "h", "minutes", "minute", "min", "seconds", "sec", "msec", "ms", "s", "half-lives", "percent",
    "%", "mmol", "µmol", "μmol", "umol", "nmol", "pmol", "mol", "mg", "mcg", "µg", "μg", "ug", "ng", "pg", "kg",
    "g", "lbs", "lb", "microL", "microliter", "microlitre", "micromol", "mL", "ml", "dL", "dl", "µL", "μL",
    "uL", "fL", "L", "l", "mmHg", "mm Hg", "cmH2O", "cm H2O", "mm3", "mm^3", "mm³", "cm2", "cm²", "cm^2", "mm2",
    "mm²", "mm", "cm", "m2", "m^2", "m²", "m2.7", "m^2.7", "1.73 m2", "1.73m2", "1.73 m^2", "1.73m^2", "1.73 m²", "1.73m²",
    "bpm", "beats per minute", "beats", "breaths", "mIU", "IU", "kU", "U", "units", "unit", "mEq", "ULN", "LLN",
    "Gy", "cGy", "°C", "°F", "kcal", "pack-years", "pack years", "pack-year", "cells", "copies", "platelets",
    "Hz", "dB", "cycles", "points", "drinks", "cigarettes", "weeks of gestation", "weeks' gestation",
    "weeks gestation", "weeks’ gestation", "diopters", "D", "kPa", "mV", "meters", "metres", "m", "litres",
    "liters", "ppb", "ppm", "joules", "METs", "ng/mL", "fold", "times per week", "times a week", "doses",
    "log10"};

inline constexpr std::string_view kTimesWhat[] = {
    "the upper limit of normal", "upper limit of normal", "the ULN", "ULN", "LLN", "the lower limit of normal",
    "10^9", "10^6", "10^3", "10^12", "10⁹", "10⁶", "10³", "109", "103", "106", "10e9", "the institutional ULN",
    "institutional ULN", "the institutional upper limit of normal", "institutional upper limit of normal"};
// clang-format on

} // namespace trialdex::study
