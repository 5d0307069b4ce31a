#include "study/sortable.h"

#include "study/partial_date.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <string>

namespace trialdex::study {

namespace {

using schema::ValueKind;

struct AgeUnit {
    std::string_view name;
    char letter; // as in "18y"; 0: none, because m is a month
    std::int64_t seconds;
};

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kYear = 365 * kDay + kDay / 4;
constexpr std::array<AgeUnit, 7> kAgeUnits = {{{"year", 'y', kYear},
                                               {"month", 'm', kYear / 12},
                                               {"week", 'w', 7 * kDay},
                                               {"day", 'd', kDay},
                                               {"hour", 'h', 3'600},
                                               {"minute", 0, 60},
                                               {"second", 0, 1}}};
// Far above any age, and its seconds stay far below 64 bits.
constexpr std::int64_t kMaxAgeCount = 1'000'000;

template <class T> std::optional<T> whole_text_as(std::string_view text) {
    T value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

bool same_letters(std::string_view text, std::string_view lower) {
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b; });
}

bool names(std::string_view text, const AgeUnit& unit) {
    if (unit.letter != 0 && same_letters(text, std::string_view(&unit.letter, 1))) return true;
    if (text.size() == unit.name.size() + 1 && (text.back() == 's' || text.back() == 'S')) text.remove_suffix(1);
    return same_letters(text, unit.name);
}

// "18 Years", "1 Month", "18y": seconds.
std::optional<std::int64_t> age(std::string_view text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto count = whole_text_as<std::int64_t>(text.substr(0, digits));
    if (!count || *count > kMaxAgeCount) return std::nullopt;
    const std::string_view word = trimmed(text.substr(digits));
    const auto unit = std::ranges::find_if(kAgeUnits, [&](const AgeUnit& candidate) { return names(word, candidate); });
    if (unit == kAgeUnits.end()) return std::nullopt;
    return *count * unit->seconds;
}

std::optional<PartialDate> date(const schema::Node& node, std::string_view text) {
    // The day is enough of a stamp such as "2020-11-30T14:05".
    if (node.value == ValueKind::DateTime && text.size() > 10 && text[10] == 'T') text = text.substr(0, 10);
    return PartialDate::parse(text);
}

// "05/01/2022" as "2022-05-01"; anything else as it is.
std::string iso_order(std::string_view word) {
    if (word.size() != 10 || word[2] != '/' || word[5] != '/') return std::string(word);
    std::string iso(word.substr(6, 4));
    iso.append("-").append(word.substr(0, 2)).append("-").append(word.substr(3, 2));
    return iso;
}

std::optional<std::int64_t> finite_place(std::optional<double> number) {
    if (!number || !std::isfinite(*number)) return std::nullopt;
    return number_place(*number);
}

std::optional<Span> single(std::optional<std::int64_t> place) {
    if (!place) return std::nullopt;
    return Span{*place, *place};
}

} // namespace

bool is_sortable(const schema::Node& node) {
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

std::optional<std::int64_t> place_on_line(const schema::Node& node, Value value) {
    switch (node.value) {
    case ValueKind::Integer: return value.integer();
    case ValueKind::Number: return finite_place(value.number());
    case ValueKind::Time: return value.is_string() ? age(value.text()) : std::nullopt;
    case ValueKind::Date:
    case ValueKind::PartialDate:
    case ValueKind::DateTime: {
        const auto day = value.is_string() ? date(node, value.text()) : std::nullopt;
        if (!day) return std::nullopt;
        return day->first_day();
    }
    default: return std::nullopt;
    }
}

std::optional<Span> span_on_line(const schema::Node& node, std::string_view word) {
    word = trimmed(word);
    switch (node.value) {
    case ValueKind::Integer: return single(whole_text_as<std::int64_t>(word));
    case ValueKind::Number: return single(finite_place(whole_text_as<double>(word)));
    case ValueKind::Time: return single(age(word));
    case ValueKind::Date:
    case ValueKind::PartialDate:
    case ValueKind::DateTime: {
        const auto day = date(node, iso_order(word));
        if (!day) return std::nullopt;
        return Span{day->first_day(), day->last_day()};
    }
    default: return std::nullopt;
    }
}

// The bits of a positive double ascend with it; those of a negative one descend, so all but the sign are turned over.
std::int64_t number_place(double value) {
    const auto bits = std::bit_cast<std::int64_t>(value == 0 ? 0.0 : value); // -0 and 0 are one place
    return bits < 0 ? bits ^ INT64_MAX : bits;
}

double number_at(std::int64_t place) { return std::bit_cast<double>(place < 0 ? place ^ INT64_MAX : place); }

} // namespace trialdex::study
