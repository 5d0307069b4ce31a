#include "web/pages/search/typed_clauses.h"

#include "study/partial_date.h"
#include "study/sortable.h"
#include "web/components/value.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace trialdex::web {

namespace {

using search::Expression;
using Kind = SearchRange::Kind;

constexpr double kMetresPerMile = 1609.344;
constexpr double kLargestMiles = 500;
constexpr double kLargestKilometres = 805;

// One end of a range: as the language takes it, in words, and its span on the line.
struct Bound {
    std::string word;
    std::string words;
    study::Span span{0, 0};
};

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "55" is 55 years; "1,000" is 1000.
std::string usual_form(Kind kind, std::string_view text) {
    std::string word(text);
    if (kind == Kind::Number) std::erase_if(word, [](char c) { return c == ',' || c == ' '; });
    if (kind == Kind::Age && is_number(word)) word += " years";
    return word;
}

std::string in_words(Kind kind, const std::string& word) {
    if (kind == Kind::Number) return grouped(word);
    const auto date = kind == Kind::Date ? study::PartialDate::parse(word) : std::nullopt;
    return date ? date->words() : word;
}

// nullopt for what is no value of the piece. An empty text is none either.
std::optional<Bound> read_bound(Kind kind, std::string_view piece, std::string_view text) {
    const schema::Node* node = schema::find_piece(piece);
    const std::string word = usual_form(kind, text);
    const auto span = node && !word.empty() ? study::span_on_line(*node, word) : std::nullopt;
    if (!span) return std::nullopt;
    return Bound{word, in_words(kind, word), *span};
}

Expression between(std::string_view piece, const std::optional<Bound>& from, const std::optional<Bound>& to) {
    Expression expression;
    expression.kind = Expression::Kind::Range;
    expression.scope.node = schema::find_piece(piece);
    if (from) expression.lower = from->span.first;
    if (to) expression.upper = to->span.last;
    return expression;
}

std::string between_text(std::string_view piece, const std::optional<Bound>& from, const std::optional<Bound>& to) {
    return fmt::format("AREA[{}]RANGE[{}, {}]", piece, from ? from->word : "MIN", to ? to->word : "MAX");
}

Expression joined(Expression::Kind kind, Expression first, Expression second) {
    Expression expression;
    expression.kind = kind;
    expression.parts.push_back(std::move(first));
    expression.parts.push_back(std::move(second));
    return expression;
}

std::string span_in_words(const std::optional<Bound>& from, const std::optional<Bound>& to) {
    if (!from) return "up to " + to->words;
    if (!to) return from->words + " or later";
    return from->words + " to " + to->words;
}

std::string at_least_in_words(const std::optional<Bound>& from, const std::optional<Bound>& to) {
    return from && !to ? from->words + " or more" : span_in_words(from, to);
}

void add_clause(Question& question, std::string_view name, std::string_view label, std::string text,
                std::string language, Expression expression) {
    AskedClause clause;
    clause.name = name;
    clause.label = label;
    clause.text = std::move(text);
    clause.language = std::move(language);
    clause.clause = {std::move(expression), false};
    question.clauses.push_back(std::move(clause));
}

void left_out(Question& question, std::string_view label, std::string_view text, Kind kind) {
    const std::string_view form = kind == Kind::Date  ? "a date such as 2020, 2020-05 or 2020-05-31"
                                  : kind == Kind::Age ? "an age such as 18 or 6 months"
                                                      : "a whole number";
    question.remarks.push_back(fmt::format("{}: “{}” is not {}, so it was left out.", label, text.substr(0, 60), form));
}

void add_range(Question& question, const SearchRange& range) {
    const std::string_view value = question.address.get(range.name);
    if (value.empty()) return;
    const std::size_t middle = value.find('_');
    const std::string_view lower = value.substr(0, middle);
    const std::string_view upper = middle == std::string_view::npos ? lower : value.substr(middle + 1);
    const auto from = read_bound(range.kind, range.lower, lower);
    const auto to = read_bound(range.kind, range.upper, upper);
    if (!from && !lower.empty()) left_out(question, range.label, lower, range.kind);
    if (!to && !upper.empty() && upper != lower) left_out(question, range.label, upper, range.kind);
    if (!from && !to) return;
    const bool is_date = range.kind == Kind::Date;
    std::string words = is_date ? span_in_words(from, to) : at_least_in_words(from, to);
    if (range.lower == range.upper) {
        return add_clause(question, range.name, range.label, std::move(words), between_text(range.lower, from, to),
                          between(range.lower, from, to));
    }
    std::string language = from ? between_text(range.lower, from, {}) : std::string();
    if (to) language += (from ? " AND " : "") + between_text(range.upper, {}, to);
    Expression expression =
        from && to ? joined(Expression::Kind::And, between(range.lower, from, {}), between(range.upper, {}, to))
        : from     ? between(range.lower, from, {})
                   : between(range.upper, {}, to);
    add_clause(question, range.name, range.label, std::move(words), std::move(language), std::move(expression));
}

Expression missing(std::string_view piece) {
    Expression expression;
    expression.kind = Expression::Kind::Missing;
    expression.scope.node = schema::find_piece(piece);
    return expression;
}

// Somebody of that age may take part: no bound of the study's excludes them, stated or not.
void add_age(Question& question) {
    constexpr std::string_view kYoungest = "MinimumAge";
    constexpr std::string_view kOldest = "MaximumAge";
    constexpr std::string_view kLabel = "Open to somebody aged";
    const std::string_view value = question.address.get(kAgeParameter);
    if (value.empty()) return;
    const auto age = read_bound(Kind::Age, kYoungest, value);
    if (!age) return left_out(question, kLabel, value, Kind::Age);
    using enum Expression::Kind;
    Expression young = joined(Or, between(kYoungest, {}, age), missing(kYoungest));
    Expression old = joined(Or, between(kOldest, age, {}), missing(kOldest));
    std::string language =
        fmt::format("({} OR AREA[{}]MISSING) AND ({} OR AREA[{}]MISSING)", between_text(kYoungest, {}, age), kYoungest,
                    between_text(kOldest, age, {}), kOldest);
    add_clause(question, kAgeParameter, kLabel, age->words, std::move(language),
               joined(And, std::move(young), std::move(old)));
}

std::optional<double> read_number(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

struct Distance {
    double amount;
    bool is_miles;
    double metres() const { return is_miles ? amount * kMetresPerMile : amount * 1000; }
};

std::optional<Distance> read_distance(std::string_view text) {
    const bool is_kilometres = text.ends_with("km");
    if (!is_kilometres && !text.ends_with("mi")) return std::nullopt;
    const auto amount = read_number(text.substr(0, text.size() - 2));
    const double largest = is_kilometres ? kLargestKilometres : kLargestMiles;
    if (!amount || *amount <= 0 || *amount > largest) return std::nullopt;
    return Distance{*amount, !is_kilometres};
}

void add_place(Question& question) {
    const std::string_view written = question.address.get("distance");
    const std::string_view latitude_text = question.address.get("lat");
    const std::string_view longitude_text = question.address.get("lng");
    if (latitude_text.empty() && longitude_text.empty()) {
        if (!written.empty()) {
            question.remarks.emplace_back("A distance needs a place: give its latitude and longitude as well.");
        }
        return;
    }
    const auto latitude = read_number(latitude_text);
    const auto longitude = read_number(longitude_text);
    if (!latitude || !longitude || std::abs(*latitude) > 90 || std::abs(*longitude) > 180) {
        question.remarks.emplace_back(
            "The place was left out: latitude runs from -90 to 90, longitude from -180 to 180, "
            "both in degrees with a decimal point.");
        return;
    }
    question.near = Expression::Circle{*latitude, *longitude, 0};
    if (written.empty()) return;
    const auto distance = read_distance(written);
    if (!distance) {
        question.remarks.emplace_back("The distance was left out: it may be up to 500 miles or 805 kilometres.");
        return;
    }
    question.near->metres = distance->metres();
    Expression expression;
    expression.kind = Expression::Kind::Distance;
    expression.scope.node = schema::find_piece("LocationGeoPoint");
    expression.circle = *question.near;
    const std::string language = fmt::format("AREA[LocationGeoPoint]DISTANCE[{}, {}, {}{}]", latitude_text,
                                             longitude_text, distance->amount, distance->is_miles ? "mi" : "km");
    add_clause(question, "distance", "Distance",
               fmt::format("within {} {} of {}, {}", distance->amount, distance->is_miles ? "miles" : "km",
                           latitude_text, longitude_text),
               language, std::move(expression));
}

} // namespace

void add_typed_clauses(Question& question) {
    add_place(question);
    add_age(question);
    for (const SearchRange& range : search_ranges()) add_range(question, range);
}

} // namespace trialdex::web
