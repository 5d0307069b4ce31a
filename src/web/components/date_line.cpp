#include "web/components/date_line.h"

#include "study/partial_date.h"

#include <chrono>
#include <fmt/format.h>

namespace trialdex::web {

namespace {

struct CivilTime {
    study::PartialDate day;
    int hour;
    int minute;
};

CivilTime civil_time(store::Milliseconds time) {
    const auto minutes = std::chrono::floor<std::chrono::minutes>(
        std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(time)));
    const auto days = std::chrono::floor<std::chrono::days>(minutes);
    const std::chrono::year_month_day date(days);
    const auto since_midnight = static_cast<int>((minutes - days).count());
    return {{static_cast<std::int16_t>(int(date.year())), static_cast<std::uint8_t>(unsigned(date.month())),
             static_cast<std::uint8_t>(unsigned(date.day()))},
            since_midnight / 60,
            since_midnight % 60};
}

} // namespace

std::string moment_words(store::Milliseconds time) {
    const CivilTime civil = civil_time(time);
    return fmt::format("{}, {:02}:{:02} UTC", civil.day.words(), civil.hour, civil.minute);
}

void moment(Html& html, store::Milliseconds time) {
    const CivilTime civil = civil_time(time);
    html.element("time", moment_words(time),
                 {{"datetime", fmt::format("{}T{:02}:{:02}Z", civil.day.iso(), civil.hour, civil.minute)}});
}

void registry_dates(Html& html, store::Milliseconds first_seen, store::Milliseconds last_changed) {
    html.open("p", {{"class", "registry-dates"}}).text("First seen in this registry ");
    moment(html, first_seen);
    html.text("; last changed here ");
    moment(html, last_changed);
    html.text(".").close("p");
}

std::optional<int> age_in_days(std::string_view iso, store::Milliseconds now) {
    const auto date = study::PartialDate::parse(iso);
    if (!date || !date->is_full()) return std::nullopt;
    constexpr store::Milliseconds kDay = 86'400'000;
    return static_cast<int>(now / kDay) - date->first_day();
}

} // namespace trialdex::web
