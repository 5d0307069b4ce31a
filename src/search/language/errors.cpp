#include "search/language/errors.h"

#include "search/language/names.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <vector>

namespace trialdex::search {

namespace {

// As the registry's parser lists them.
constexpr std::string_view kExpected =
    "{<EOF>, '(', ',', 'NOT', 'AND', 'OR', 'SEARCH', 'AREA', 'RANGE', 'DISTANCE', 'COVERAGE', 'COVER', 'EXPANSION', "
    "'TILT', 'MISSING', 'ALL', TERM, PHRASE}";

constexpr std::array<std::string_view, 8> kBracketOperators = {"AREA",      "SEARCH", "COVERAGE", "COVER",
                                                               "EXPANSION", "TILT",   "RANGE",    "DISTANCE"};

ParseError error(std::string detail, std::string plain, TextRange range, std::string suggestion = {}) {
    return {std::move(detail), std::move(plain), std::move(suggestion), range};
}

std::string name_of(const Scope& scope) {
    if (scope.node != nullptr) return std::string(scope.node->piece);
    return scope.area != nullptr ? std::string(scope.area->name) : "the whole record";
}

// The place of the scope as errors name it: a field by its path, as in the contract's texts.
std::string field_of(const Scope& scope) {
    return fmt::format("`{}`", scope.node != nullptr ? std::string(scope.node->path) : name_of(scope));
}

std::string did_you_mean(std::string_view name) {
    return name.empty() ? std::string() : fmt::format(" Did you mean “{}”?", name);
}

std::string_view form_of(const schema::Node& node) {
    switch (node.value) {
    case schema::ValueKind::Integer:
    case schema::ValueKind::Number: return "a number";
    case schema::ValueKind::Time: return "an age or a duration such as 18 years or 6 months";
    default: return "a date such as 2024, 2024-05 or 2024-05-31";
    }
}

std::string list_of_values(const schema::EnumType& type, std::string_view mark) {
    std::string list;
    for (const schema::EnumValue& value : type.values) {
        if (!list.empty()) list += ", ";
        list.append(mark).append(value.value).append(mark);
    }
    return list;
}

} // namespace

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string_view slice(std::string_view text, TextRange range) {
    return text.substr(range.begin, range.end - range.begin);
}

std::string replaced(std::string_view text, TextRange range, std::string_view by) {
    return std::string(text.substr(0, range.begin)).append(by).append(text.substr(range.end));
}

ParseError too_long() {
    return error(fmt::format("query is longer than {} bytes", kMaxExpressionBytes),
                 "This search is too long. Please shorten it.", {0, 0});
}

ParseError too_deep(TextRange range) {
    return error(fmt::format("query is nested deeper than {} levels", kMaxExpressionDepth),
                 "There are too many parentheses inside one another.", range);
}

ParseError unclosed_quote(std::string_view text, std::size_t quote) {
    std::string_view whole = text;
    // A backslash at the end would take the new quotation mark away.
    while (whole.ends_with('\\')) whole.remove_suffix(1);
    return error("token recognition error at: '\"'", "A quotation mark has no partner.", {quote, quote + 1},
                 std::string(whole) + '"');
}

ParseError unclosed_bracket(std::string_view text, TextRange head) {
    // The argument is taken to be one word.
    const std::size_t word_end = std::min(text.find_first_of(" ()[\"", head.end), text.size());
    return error("missing ']' at '<EOF>'", fmt::format("The bracket of {}] is not closed.", slice(text, head)), head,
                 replaced(text, {word_end, word_end}, "]"));
}

ParseError unclosed_group(std::string_view text, std::size_t open, std::size_t count) {
    return error("missing ')' at '<EOF>'", "A parenthesis is not closed.", {open, open + 1},
                 std::string(text) + std::string(count, ')'));
}

ParseError nothing_inside(TextRange range, std::string mended) {
    return error(std::string(kNothingInside), "Something to search for is missing here.", range, std::move(mended));
}

ParseError unexpected(std::string_view text, TextRange found) {
    const std::string_view written = slice(text, found);
    if (written.empty()) {
        return error(fmt::format("mismatched input '<EOF>' expecting {}", kExpected), "The search ends too early.",
                     found);
    }
    return error(fmt::format("extraneous input '{}' expecting {}", written, kExpected),
                 fmt::format("“{}” cannot stand here.", written), found, replaced(text, found, " "));
}

ParseError raw_bracket(std::string_view text, TextRange bracket, std::string_view word_before) {
    const char written = text[bracket.begin];
    std::string mended = replaced(text, bracket, " ");
    const std::string_view meant = nearest(word_before, kBracketOperators);
    if (written == '[' && !meant.empty()) {
        // "Area[Phase]" and "AREA [Phase]": the operator is there, not quite as it must be.
        const std::size_t word = text.rfind(word_before, bracket.begin);
        if (word != std::string_view::npos) mended = replaced(text, {word, bracket.begin}, meant);
    } else if (const std::size_t close = mended.find(']', bracket.begin);
               written == '[' && close != std::string::npos) {
        mended[close] = ' ';
    }
    return error(
        fmt::format("{} input '{}' expecting {}", written == '[' && !word_before.empty() ? "mismatched" : "extraneous",
                    written, kExpected),
        "Square brackets belong right after AREA, RANGE and the other operators in capitals. Leave them out to "
        "search for the words inside.",
        bracket, std::move(mended));
}

ParseError wrong_argument(std::string_view text, TextRange argument, std::string detail, std::string plain,
                          std::string_view nearest) {
    std::string mended = nearest.empty() ? std::string() : replaced(text, argument, nearest);
    return error(std::move(detail), std::move(plain), argument, std::move(mended));
}

ParseError unknown_name(std::string_view text, TextRange argument) {
    const std::string_view name = trimmed(slice(text, argument));
    const std::string_view meant = nearest_piece_or_area(name);
    return wrong_argument(text, argument, fmt::format("Unknown area name: `{}`", name),
                          fmt::format("There is no field called “{}”.{}", name, did_you_mean(meant)), meant);
}

ParseError not_a_code(std::string_view text, TextRange word, const schema::Node& node) {
    std::vector<std::string_view> values;
    for (const schema::EnumValue& value : node.enum_type->values) values.push_back(value.value);
    const std::string_view meant = nearest(trimmed(slice(text, word)), values);
    return wrong_argument(
        text, word,
        fmt::format("Allowed values for enum field `{}` are {}", node.path, list_of_values(*node.enum_type, "`")),
        fmt::format("“{}” takes one of {}.{}", node.label, list_of_values(*node.enum_type, ""), did_you_mean(meant)),
        meant);
}

ParseError not_a_truth_value(std::string_view text, TextRange word, const schema::Node& node) {
    constexpr std::array<std::string_view, 2> kValues = {"true", "false"};
    return wrong_argument(
        text, word, fmt::format("Allowed values for boolean field `{}` are `true`, `false`", node.path),
        fmt::format("“{}” takes true or false.", node.label), nearest(trimmed(slice(text, word)), kValues));
}

ParseError not_on_the_line(TextRange word, std::string_view word_text, const schema::Node& node) {
    return error(fmt::format("Invalid value for {} field `{}`: `{}`", node.type, node.path, word_text),
                 fmt::format("“{}” takes {}, not “{}”.", node.label, form_of(node), word_text), word);
}

ParseError no_words_here(TextRange word, const schema::Node& node) {
    const bool is_point = node.value == schema::ValueKind::GeoPoint;
    return error(fmt::format("Field `{}` of type {} has no words", node.path, node.type),
                 is_point ? fmt::format("“{}” is searched with DISTANCE[latitude,longitude,radius].", node.label)
                          : fmt::format("“{}” is a group of fields: search one of them by its name.", node.label),
                 word);
}

ParseError not_a_count(TextRange word, std::string_view word_text, const schema::Node& node) {
    return error(fmt::format("Invalid size of `{}`: `{}`", node.path, word_text),
                 fmt::format("A number of entries is needed, not “{}”.", word_text), word);
}

ParseError no_range_here(TextRange range, const Scope& scope) {
    return error(fmt::format("RANGE is not supported for {}", field_of(scope)),
                 fmt::format("RANGE is for dates, numbers and ages, as in AREA[StartDate]RANGE[2024,MAX]; {} is none.",
                             name_of(scope)),
                 range);
}

ParseError no_bounds(TextRange range) {
    return error("RANGE must have two bounds", "RANGE takes two ends with a comma between them, as in RANGE[2020,MAX].",
                 range);
}

ParseError no_distance_here(TextRange range, const Scope& scope) {
    return error(fmt::format("DISTANCE is not supported for {}", field_of(scope)),
                 "DISTANCE is asked of the study's places: AREA[LocationGeoPoint]DISTANCE[…].", range);
}

ParseError not_a_circle(TextRange range, std::string_view argument) {
    return error(fmt::format("Invalid distance: `{}`", argument),
                 "DISTANCE takes latitude, longitude and a radius of up to 500 miles or 805 km, as in "
                 "DISTANCE[42.36,-71.06,50mi].",
                 range);
}

ParseError nested_search(TextRange range) {
    return error("SEARCH cannot be used inside SEARCH[Location]", "One SEARCH cannot stand inside another.", range);
}

} // namespace trialdex::search
