// Days as numbers, for dates that must come one after the other, and their text in the precision that the record gives.
#pragma once

#include <cstdint>
#include <string>

namespace trialdex::demo {

using Day = std::int32_t; // since 1970-01-01

Day day_of(int year, unsigned month, unsigned day);
int year_of(Day day);
std::string iso(Day day); // "2024-03-05"

enum class Precision : std::uint8_t { Exact, Month, Year };

struct DateFact {
    Day day = 0;
    Precision precision = Precision::Exact;
    bool actual = false; // it has come to pass; otherwise it is what the study team expects
    bool has_type = true;

    std::string text() const;
};

} // namespace trialdex::demo
