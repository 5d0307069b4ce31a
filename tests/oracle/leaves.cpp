#include "oracle/leaves.h"

#include "oracle/codes.h"

#include <cctype>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <type_traits>
#include <utility>

namespace trialdex::oracle {

namespace {

using Parsed = tl::expected<Tree, std::string>;

constexpr Place kEndless = std::numeric_limits<Place>::infinity();
constexpr double kMetresInMile = 1609.344;
constexpr double kMaxMiles = 500;
constexpr double kMaxKilometres = 805;

constexpr std::pair<std::string_view, Level> kLevels[] = {{"None", Level::None},
                                                          {"Term", Level::Term},
                                                          {"Concept", Level::Concept},
                                                          {"Relaxation", Level::Relaxation},
                                                          {"Lossy", Level::Lossy}};
constexpr std::pair<std::string_view, Coverage> kCoverages[] = {{"Contains", Coverage::Contains},
                                                                {"FullMatch", Coverage::FullMatch},
                                                                {"StartsWith", Coverage::StartsWith},
                                                                {"EndsWith", Coverage::EndsWith}};

template <class Table> auto named(const Table& table, std::string_view name) {
    std::optional<std::remove_cvref_t<decltype(table[0].second)>> found;
    for (const auto& [known, value] : table) {
        if (known == name) found.emplace(value);
    }
    return found;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split_at_commas(std::string_view text) {
    std::vector<std::string_view> items;
    for (std::size_t comma = text.find(','); comma != std::string_view::npos; comma = text.find(',')) {
        items.push_back(trimmed(text.substr(0, comma)));
        text.remove_prefix(comma + 1);
    }
    items.push_back(trimmed(text));
    return items;
}

std::optional<double> number(std::string_view text) {
    if (text.starts_with('.') || text.starts_with("-.")) return std::nullopt; // a digit comes first
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

Tree leaf(Tree::Kind kind, const Context& context) {
    Tree tree;
    tree.kind = kind;
    tree.scope = context.scope;
    tree.looks = looks(context.scope);
    tree.looks_inside = looks_inside_location(tree.looks);
    tree.coverage = context.coverage;
    tree.level = context.level;
    return tree;
}

Parsed spanned(Tree::Kind kind, const Context& context, Span span) {
    Tree tree = leaf(kind, context);
    tree.span = span;
    return tree;
}

// What a word or bound means in a typed scope; sizes are whole numbers.
std::optional<Span> typed_span(const Context& context, std::string_view word) {
    if (!context.size) return span_of(*context.scope.node, word);
    const auto elements = number(word);
    if (!elements || *elements < 0 || std::floor(*elements) != *elements) return std::nullopt;
    return Span{*elements, *elements};
}

bool is_typed(const Context& context) {
    return context.scope.node != nullptr && (context.size || is_on_line(*context.scope.node));
}

tl::expected<Context, std::string> with_area(Context context, std::string_view name) {
    context.size = name.ends_with(":size");
    if (context.size) name.remove_suffix(5);
    context.scope = {area_named(name), schema::find_piece(name)};
    if (context.scope.area != nullptr) context.scope.node = nullptr; // no name is both
    const schema::Node* node = context.scope.node;
    if (context.scope.whole_record()) return tl::unexpected("no area " + std::string(name));
    if (context.size && (node == nullptr || !node->list)) return tl::unexpected("no list " + std::string(name));
    return context;
}

} // namespace

tl::expected<Context, std::string> with_prefix(Context context, std::string_view operator_name,
                                               std::string_view argument) {
    if (operator_name == "AREA") return with_area(std::move(context), argument);
    if (operator_name == "TILT") {
        const schema::Node* node = schema::find_piece(argument);
        if (node == nullptr) return tl::unexpected("no piece " + std::string(argument));
        return context; // filters nothing
    }
    if (operator_name == "EXPANSION") {
        const auto level = named(kLevels, argument);
        if (!level) return tl::unexpected("no level " + std::string(argument));
        context.level = *level;
        return context;
    }
    const auto coverage = named(kCoverages, argument); // COVERAGE, COVER
    if (!coverage) return tl::unexpected("no coverage " + std::string(argument));
    context.coverage = *coverage;
    return context;
}

Parsed words_leaf(const Context& context, std::string text, bool quoted) {
    const schema::Node* node = context.scope.node;
    if (is_typed(context)) {
        const auto span = typed_span(context, trimmed(text));
        if (!span) return tl::unexpected("not a value of this piece: " + text);
        return spanned(context.size ? Tree::Kind::Size : Tree::Kind::Range, context, *span);
    }
    if (node != nullptr && (!node->is_leaf() || node->value == schema::ValueKind::GeoPoint)) {
        return tl::unexpected(std::string("words for a structure or a point"));
    }
    if (node != nullptr && holds_codes(*node) && codes_called(*node, code_form(text)).empty()) {
        return tl::unexpected("not a code of this piece: " + text);
    }
    Tree tree = leaf(Tree::Kind::Words, context);
    tree.text = std::move(text);
    tree.quoted = quoted;
    return tree;
}

Parsed range_leaf(const Context& context, std::string_view argument) {
    const auto bounds = split_at_commas(argument);
    if (bounds.size() != 2 || !is_typed(context)) return tl::unexpected(std::string("no range here"));
    Span span{-kEndless, kEndless};
    if (bounds[0] != "MIN") {
        const auto lower = typed_span(context, bounds[0]);
        if (!lower) return tl::unexpected("a bad bound " + std::string(bounds[0]));
        span.first = lower->first;
    }
    if (bounds[1] != "MAX") {
        const auto upper = typed_span(context, bounds[1]);
        if (!upper) return tl::unexpected("a bad bound " + std::string(bounds[1]));
        span.last = upper->last;
    }
    return spanned(context.size ? Tree::Kind::Size : Tree::Kind::Range, context, span);
}

Parsed distance_leaf(const Context& context, std::string_view argument) {
    const auto parts = split_at_commas(argument);
    const schema::Node* node = context.scope.node;
    if (parts.size() != 3 || node == nullptr || node->value != schema::ValueKind::GeoPoint) {
        return tl::unexpected(std::string("no distance here"));
    }
    std::string_view radius_text = parts[2];
    double unit = 1;
    double most = kMaxKilometres * 1000;
    if (radius_text.ends_with("mi")) {
        unit = kMetresInMile;
        most = kMaxMiles;
    } else if (radius_text.ends_with("km")) {
        unit = 1000;
        most = kMaxKilometres;
    }
    if (unit != 1) radius_text = trimmed(radius_text.substr(0, radius_text.size() - 2));
    const auto latitude = number(parts[0]);
    const auto longitude = number(parts[1]);
    const auto radius = number(radius_text);
    if (!latitude || !longitude || !radius) return tl::unexpected(std::string("not three numbers"));
    if (std::abs(*latitude) > 90 || std::abs(*longitude) > 180 || *radius <= 0 || *radius > most) {
        return tl::unexpected(std::string("a number out of bounds"));
    }
    Tree tree = leaf(Tree::Kind::Distance, context);
    tree.latitude = *latitude;
    tree.longitude = *longitude;
    tree.metres = *radius * unit;
    return tree;
}

Parsed missing_leaf(const Context& context) {
    if (context.size) return tl::unexpected(std::string("MISSING of a size"));
    return leaf(Tree::Kind::Missing, context);
}

} // namespace trialdex::oracle
