#include "search/language/leaves.h"

#include "search/language/circle.h"
#include "search/language/codes.h"
#include "search/language/names.h"
#include "study/sortable.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace trialdex::search {

namespace {

constexpr std::string_view kSizeSuffix = ":size";
// A number that the registry keeps in its index only.
constexpr std::string_view kArmCount = "NumArmGroups";
constexpr std::string_view kArms = "ArmGroup";
constexpr std::string_view kGeoPiece = "LocationGeoPoint";

Expression leaf(Expression::Kind kind, const Scope& scope, TextRange range) {
    Expression made;
    made.kind = kind;
    made.scope = scope;
    made.range = range;
    return made;
}

std::optional<std::int64_t> count_of(std::string_view text) {
    std::int64_t count = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (problem != std::errc() || end != text.data() + text.size() || count < 0) return std::nullopt;
    return count;
}

// What a word or bound means on the line of the setting's piece, or of its size.
std::optional<study::Span> span_of(const Setting& setting, std::string_view word) {
    if (!setting.of_size) return study::span_on_line(*setting.scope.node, word);
    const auto count = count_of(word);
    if (!count) return std::nullopt;
    return study::Span{*count, *count};
}

ParseError not_a_value(const Setting& setting, TextRange range, std::string_view word) {
    const schema::Node& node = *setting.scope.node;
    return setting.of_size ? not_a_count(range, word, node) : not_on_the_line(range, word, node);
}

Parsed<Expression> words_on_line(const Setting& setting, std::string_view words, TextRange range) {
    const auto span = span_of(setting, trimmed(words));
    if (!span) return tl::unexpected(not_a_value(setting, range, words));
    Expression made = leaf(setting.of_size ? Expression::Kind::Size : Expression::Kind::Range, setting.scope, range);
    made.lower = span->first;
    made.upper = span->last;
    return made;
}

Parsed<Expression> code(std::string_view text, const Setting& setting, std::string_view words, TextRange range) {
    const schema::Node& node = *setting.scope.node;
    Expression made = leaf(Expression::Kind::Code, setting.scope, range);
    if (node.value == schema::ValueKind::Boolean) {
        made.text = code_key(words);
        if (made.text != "true" && made.text != "false") return tl::unexpected(not_a_truth_value(text, range, node));
        return made;
    }
    const schema::EnumValue* value = find_code(node, words);
    if (value == nullptr) return tl::unexpected(not_a_code(text, range, node));
    made.text = value->value;
    return made;
}

std::vector<std::string_view> split_at_commas(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        parts.push_back(trimmed(text.substr(start, end - start)));
        start = end + 1;
    }
    return parts;
}

} // namespace

Parsed<Expression> term_leaf(std::string_view text, const Setting& setting, std::string words, bool quoted,
                             TextRange range) {
    if (const schema::Node* node = setting.scope.node) {
        if (setting.of_size || study::is_sortable(*node)) return words_on_line(setting, words, range);
        if (node->value == schema::ValueKind::Boolean || node->enum_type != nullptr) {
            return code(text, setting, words, range);
        }
        if (node->value != schema::ValueKind::Text && node->value != schema::ValueKind::Markup) {
            return tl::unexpected(no_words_here(range, *node));
        }
    }
    Expression made = leaf(Expression::Kind::Words, setting.scope, range);
    made.text = std::move(words);
    made.quoted = quoted;
    made.coverage = setting.coverage;
    made.expansion = setting.expansion;
    return made;
}

Parsed<Expression> range_leaf(std::string_view text, const Setting& setting, const Token& token) {
    const schema::Node* node = setting.scope.node;
    if (node == nullptr || !(setting.of_size || study::is_sortable(*node))) {
        return tl::unexpected(no_range_here(token.range, setting.scope));
    }
    const std::vector<std::string_view> bounds = split_at_commas(slice(text, token.argument));
    if (bounds.size() != 2) return tl::unexpected(no_bounds(token.range));
    Expression made =
        leaf(setting.of_size ? Expression::Kind::Size : Expression::Kind::Range, setting.scope, token.range);
    for (const bool is_lower : {true, false}) {
        const std::string_view bound = bounds[is_lower ? 0 : 1];
        if (bound == (is_lower ? "MIN" : "MAX")) continue;
        const auto span = span_of(setting, bound);
        if (!span) return tl::unexpected(not_a_value(setting, token.argument, bound));
        (is_lower ? made.lower : made.upper) = is_lower ? span->first : span->last;
    }
    return made;
}

Parsed<Expression> distance_leaf(const Setting& setting, const Token& token) {
    static const schema::Node* const point = schema::find_piece(kGeoPiece);
    // Places are only here, so the default scope of a parameter will do.
    if (setting.of_size || (setting.scope.node != point && setting.scope.node != nullptr)) {
        return tl::unexpected(no_distance_here(token.range, setting.scope));
    }
    const std::vector<std::string_view> numbers = split_at_commas(token.text);
    const auto found = numbers.size() == 3 ? circle_of(numbers[0], numbers[1], numbers[2]) : std::nullopt;
    if (!found) return tl::unexpected(not_a_circle(token.range, token.text));
    Expression made = leaf(Expression::Kind::Distance, {nullptr, point}, token.range);
    made.circle = *found;
    return made;
}

Parsed<Setting> in_area(std::string_view text, Setting setting, const Token& token) {
    std::string_view name = token.text;
    setting.of_size = name.ends_with(kSizeSuffix);
    if (setting.of_size) name.remove_suffix(kSizeSuffix.size());
    if (token.text == kArmCount) {
        name = kArms;
        setting.of_size = true;
    }
    const schema::Node* node = schema::find_piece(name);
    setting.scope = {setting.of_size ? nullptr : find_area(name), node};
    const bool is_known =
        setting.of_size ? node != nullptr && node->list : setting.scope.area != nullptr || node != nullptr;
    if (!is_known) return tl::unexpected(unknown_name(text, token.argument));
    return setting;
}

} // namespace trialdex::search
