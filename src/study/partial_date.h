// Dates as the registry writes them: a year, a month or a day. The precision is part of the fact and is never invented.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trialdex::study {

struct PartialDate {
    std::int16_t year = 0;
    std::uint8_t month = 0; // 0: not stated
    std::uint8_t day = 0;   // 0: not stated

    // "2020", "2020-11", "2020-11-30"; nothing else, and only days that the calendar has.
    static std::optional<PartialDate> parse(std::string_view text);

    std::string iso() const;   // as parsed
    std::string words() const; // "30 November 2020", "November 2020", "2020"
    // Days since 1970-01-01 of the first and of the last day that the date can mean.
    std::int32_t first_day() const;
    std::int32_t last_day() const;
    bool is_full() const { return day != 0; }

    // Orders by first day, a coarser date before a finer one.
    auto operator<=>(const PartialDate&) const = default;
};

// "2020-11-30T14:05" as the registry stamps uploads: "30 November 2020, 14:05". nullopt for any other form.
std::optional<std::string> date_time_words(std::string_view text);

} // namespace trialdex::study
