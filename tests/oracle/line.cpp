#include "oracle/line.h"

#include <cctype>
#include <charconv>
#include <chrono>
#include <string>

namespace trialdex::oracle {

namespace {

using schema::ValueKind;

bool all_digits(std::string_view text) {
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
    }
    return !text.empty();
}

template <class Number> std::optional<Number> read(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<Span> days(int year, std::optional<unsigned> month, std::optional<unsigned> day) {
    using namespace std::chrono;
    const year_month_day first{std::chrono::year(year), std::chrono::month(month.value_or(1)),
                               std::chrono::day(day.value_or(1))};
    if (!first.ok()) return std::nullopt;
    const auto count = [](sys_days at) { return static_cast<Place>(at.time_since_epoch().count()); };
    sys_days last = first;
    if (!month) {
        last = sys_days(first.year() / 12 / 31);
    } else if (!day) {
        last = sys_days(first.year() / first.month() / std::chrono::last);
    }
    return Span{count(first), count(last)};
}

// yyyy, yyyy-MM, yyyy-MM-dd, MM/dd/yyyy
std::optional<Span> date_span(std::string_view text) {
    if (text.size() == 10 && text[2] == '/' && text[5] == '/') {
        const std::string iso =
            std::string(text.substr(6)) + "-" + std::string(text.substr(0, 2)) + "-" + std::string(text.substr(3, 2));
        return date_span(iso);
    }
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    if (!all_digits(text.substr(0, 4))) return std::nullopt;
    std::optional<unsigned> month;
    std::optional<unsigned> day;
    if (text.size() > 4) {
        if (text[4] != '-' || !all_digits(text.substr(5, 2))) return std::nullopt;
        month = read<unsigned>(text.substr(5, 2));
    }
    if (text.size() > 7) {
        if (text[7] != '-' || !all_digits(text.substr(8, 2))) return std::nullopt;
        day = read<unsigned>(text.substr(8, 2));
    }
    return days(*read<int>(text.substr(0, 4)), month, day);
}

std::optional<Place> unit_seconds(std::string unit) {
    for (char& c : unit) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (unit.size() > 1 && unit.back() == 's') unit.pop_back();
    constexpr Place kDay = 86400;
    constexpr Place kYear = 365.25L * kDay;
    if (unit == "year" || unit == "y") return kYear;
    if (unit == "month" || unit == "m") return kYear / 12;
    if (unit == "week" || unit == "w") return 7 * kDay;
    if (unit == "day" || unit == "d") return kDay;
    if (unit == "hour") return 3600;
    if (unit == "minute") return 60;
    return std::nullopt;
}

// "18 Years", "6 months", "18y"
std::optional<Place> age_place(std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    const auto number = read<std::int64_t>(text.substr(0, digits));
    std::size_t unit = digits;
    while (unit < text.size() && text[unit] == ' ') ++unit;
    const auto seconds = unit_seconds(std::string(text.substr(unit)));
    if (!number || !seconds) return std::nullopt;
    return static_cast<Place>(*number) * *seconds;
}

std::optional<Span> one_place(std::optional<Place> place) {
    return place ? std::optional(Span{*place, *place}) : std::nullopt;
}

} // namespace

bool is_on_line(const schema::Node& node) {
    switch (node.value) {
    case ValueKind::Integer:
    case ValueKind::Number:
    case ValueKind::Date:
    case ValueKind::PartialDate:
    case ValueKind::DateTime:
    case ValueKind::Time: return true;
    default: return false;
    }
}

std::optional<Place> place_of(const schema::Node& node, study::Value value) {
    const auto first_day = [](std::string_view text) -> std::optional<Place> {
        const auto span = date_span(text);
        return span ? std::optional(span->first) : std::nullopt;
    };
    switch (node.value) {
    case ValueKind::Integer: return value.integer();
    case ValueKind::Number: return value.number();
    case ValueKind::Time: return age_place(value.text());
    case ValueKind::Date:
    case ValueKind::PartialDate: return first_day(value.text());
    case ValueKind::DateTime: return first_day(value.text().substr(0, 10));
    default: return std::nullopt;
    }
}

std::optional<Span> span_of(const schema::Node& node, std::string_view word) {
    switch (node.value) {
    case ValueKind::Integer: return one_place(read<std::int64_t>(word));
    case ValueKind::Number: return one_place(read<double>(word));
    case ValueKind::Time: return one_place(age_place(word));
    case ValueKind::Date:
    case ValueKind::PartialDate:
    case ValueKind::DateTime: return date_span(word);
    default: return std::nullopt;
    }
}

} // namespace trialdex::oracle
