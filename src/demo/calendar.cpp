#include "demo/calendar.h"

#include <chrono>
#include <fmt/format.h>

namespace trialdex::demo {

Day day_of(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    return static_cast<Day>(std::chrono::sys_days(date).time_since_epoch().count());
}

int year_of(Day day) { return int(std::chrono::year_month_day{std::chrono::sys_days(std::chrono::days(day))}.year()); }

std::string iso(Day day) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

std::string DateFact::text() const {
    const std::size_t length = precision == Precision::Exact ? 10 : precision == Precision::Month ? 7 : 4;
    return iso(day).substr(0, length);
}

} // namespace trialdex::demo
