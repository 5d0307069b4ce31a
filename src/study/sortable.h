// A typed leaf as a number on a line, so that ranges, sorting and columns need one type: dates as days, ages as
// seconds, numbers as themselves.
#pragma once

#include "schema/schema.h"
#include "study/json.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace trialdex::study {

// Whether the node's values stand on a line: Integer, Number, Date, PartialDate, DateTime, Time.
bool is_sortable(const schema::Node& node);

// The place of a record's value. Dates: days since 1970-01-01, a partial date its first day (DateTime: its day).
// Ages: seconds ("18 Years"; a year is 365.25 days, a month a twelfth of that). Integer: itself. Number: the bits of
// the double put in order (see number_place). nullopt when the value is not of the node's form.
std::optional<std::int64_t> place_on_line(const schema::Node& node, Value value);

struct Span {
    std::int64_t first;
    std::int64_t last; // included
};

// What a query's word means on the node's line: a number or an age is one place, a date ("2022", "2022-05",
// "2022-05-01", "05/01/2022") the span of days it names. Ages also as "18y", "6m", "2w", "28d". nullopt when it is
// none.
std::optional<Span> span_on_line(const schema::Node& node, std::string_view word);

std::int64_t number_place(double value); // order-preserving
double number_at(std::int64_t place);

} // namespace trialdex::study
