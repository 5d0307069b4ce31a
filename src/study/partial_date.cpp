#include "study/partial_date.h"

#include <array>
#include <chrono>
#include <fmt/format.h>

namespace trialdex::study {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

// All of `text` as digits, or nullopt.
std::optional<unsigned> digits(std::string_view text) {
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

std::int32_t days(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

unsigned last_day_of(int year, unsigned month) {
    return static_cast<unsigned>(std::chrono::year_month_day_last(
                                     std::chrono::year(year), std::chrono::month_day_last(std::chrono::month(month)))
                                     .day());
}

} // namespace

std::optional<PartialDate> PartialDate::parse(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    PartialDate date;
    const auto year = digits(text.substr(0, 4));
    if (!year) return std::nullopt;
    date.year = static_cast<std::int16_t>(*year);
    if (text.size() >= 7) {
        const auto month = digits(text.substr(5, 2));
        if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
        date.month = static_cast<std::uint8_t>(*month);
    }
    if (text.size() == 10) {
        const auto day = digits(text.substr(8, 2));
        if (text[7] != '-' || !day || *day < 1 || *day > last_day_of(date.year, date.month)) return std::nullopt;
        date.day = static_cast<std::uint8_t>(*day);
    }
    return date;
}

std::string PartialDate::iso() const {
    if (month == 0) return fmt::format("{:04}", year);
    if (day == 0) return fmt::format("{:04}-{:02}", year, month);
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string PartialDate::words() const {
    std::string words;
    if (day != 0) words.append(std::to_string(day)).append(1, ' ');
    if (month != 0) words.append(kMonths[month - 1U]).append(1, ' ');
    return words.append(std::to_string(year));
}

std::int32_t PartialDate::first_day() const { return days(year, month == 0 ? 1U : month, day == 0 ? 1U : day); }

std::int32_t PartialDate::last_day() const {
    const unsigned last_month = month == 0 ? 12U : month;
    return days(year, last_month, day == 0 ? last_day_of(year, last_month) : day);
}

std::optional<std::string> date_time_words(std::string_view text) {
    if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
    const auto date = PartialDate::parse(text.substr(0, 10));
    const auto hour = digits(text.substr(11, 2));
    const auto minute = digits(text.substr(14, 2));
    if (!date || !hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return fmt::format("{}, {:02}:{:02}", date->words(), *hour, *minute);
}

} // namespace trialdex::study
