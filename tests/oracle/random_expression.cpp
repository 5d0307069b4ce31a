#include "oracle/random_expression.h"

#include "oracle/codes.h"
#include "oracle/scope.h"

#include <fmt/format.h>

namespace trialdex::oracle {

namespace {

constexpr std::size_t kMaxDepth = 4;

void replace_first(std::string& text, std::string_view from, std::string_view to) {
    if (const std::size_t at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
}

std::string in_case(std::string text, bool upper) {
    for (char& c : text) {
        if (upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (!upper && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

std::string area(const schema::Node& node) { return fmt::format("AREA[{}]", node.piece); }

const schema::Node& location_node(std::string_view piece) { return *schema::find_piece(piece); }

} // namespace

Sketch RandomExpressions::next() { return nested(draws_.below(kMaxDepth)); }

Sketch RandomExpressions::nested(std::size_t depth) {
    if (depth == 0) return leaf();
    switch (draws_.below(12)) {
    case 0: return prefixed("NOT ", nested(depth - 1));
    case 1: return prefixed("SEARCH[Location]", inside_location(depth - 1));
    case 2: return prefixed(draws_.one_in(2) ? "COVERAGE[StartsWith]" : "COVER[EndsWith]", words_leaf());
    case 3: return prefixed("COVERAGE[FullMatch]", scoped_words());
    case 4: return prefixed("EXPANSION[Lossy]", nested(depth - 1));
    case 5: {
        static const std::vector<std::string> levels = {"None", "Term", "Concept", "Relaxation"};
        return prefixed("EXPANSION[" + draws_.one_of(levels) + "]", nested(depth - 1));
    }
    case 6: {
        const auto areas = schema::search_areas();
        return prefixed(fmt::format("AREA[{}]", areas[draws_.below(areas.size())].name), several(depth - 1));
    }
    case 7: return prefixed(draws_.one_in(2) ? "TILT[StartDate]" : "SEARCH[Study]", nested(depth - 1));
    default: return several(depth);
    }
}

Sketch RandomExpressions::several(std::size_t depth) {
    static const std::vector<std::string> ands = {" AND ", " AND ", ", ", " ,", " ", "  AND\t"};
    Sketch sketch;
    sketch.kind = draws_.one_in(2) ? Sketch::Kind::And : Sketch::Kind::Or;
    sketch.text = sketch.kind == Sketch::Kind::And ? draws_.one_of(ands) : " OR ";
    for (std::size_t left = 2 + draws_.below(2); left > 0; --left) {
        sketch.parts.push_back(depth == 0 ? leaf() : nested(depth - 1));
        if (sketch.kind == Sketch::Kind::And && draws_.one_in(5)) {
            sketch.parts.back() = prefixed("NOT ", std::move(sketch.parts.back()));
        }
    }
    return sketch;
}

Sketch RandomExpressions::inside_location(std::size_t depth) {
    Sketch sketch;
    sketch.kind = draws_.one_in(3) ? Sketch::Kind::Or : Sketch::Kind::And;
    sketch.text = sketch.kind == Sketch::Kind::And ? " AND " : " OR ";
    sketch.parts.push_back(location_leaf());
    sketch.parts.push_back(location_leaf());
    if (draws_.one_in(3)) sketch.parts.push_back(leaf());
    if (draws_.one_in(3)) sketch.parts.front() = prefixed("NOT ", std::move(sketch.parts.front()));
    if (depth > 0 && draws_.one_in(4)) sketch.parts.push_back(prefixed("NOT ", inside_location(depth - 1)));
    return sketch;
}

Sketch RandomExpressions::leaf() {
    switch (draws_.below(10)) {
    case 0:
    case 1:
    case 2: return words_leaf();
    case 3:
    case 4:
    case 5: return scoped_words();
    case 6:
    case 7: return typed_leaf();
    case 8: return location_leaf();
    default: return structure_leaf();
    }
}

// Words for whichever area is the default.
Sketch RandomExpressions::words_leaf() {
    static const std::vector<std::string_view> areas = {"BasicSearch",        "BasicSearch", "ConditionSearch",
                                                        "InterventionSearch", "TitleSearch", "LocationSearch"};
    return source(term(node_of(*area_named(draws_.one_of(areas)))));
}

Sketch RandomExpressions::scoped_words() {
    if (draws_.one_in(3)) {
        const auto areas = schema::search_areas();
        const schema::SearchArea& chosen = areas[draws_.below(areas.size())];
        return prefixed(fmt::format("AREA[{}]", chosen.name), source(term(node_of(chosen))));
    }
    const schema::Node& node = *draws_.one_of(draws_.text_nodes());
    return prefixed(area(node) + (draws_.one_in(8) ? " " : ""), source(term(node)));
}

Sketch RandomExpressions::typed_leaf() {
    if (draws_.one_in(3)) {
        const schema::Node& node = *draws_.one_of(draws_.code_nodes());
        return prefixed(area(node), source(draws_.code(node)));
    }
    const schema::Node& node = *draws_.one_of(draws_.line_nodes());
    if (draws_.one_in(4)) return prefixed(area(node), source(draws_.bound(node)));
    return prefixed(area(node), source(draws_.range(node)));
}

Sketch RandomExpressions::structure_leaf() {
    switch (draws_.below(6)) {
    case 0: return source("ALL");
    case 1: return source(draws_.id());
    case 2: {
        const auto areas = schema::search_areas();
        return prefixed(fmt::format("AREA[{}]", areas[draws_.below(areas.size())].name), source("MISSING"));
    }
    case 3: {
        const auto nodes = schema::nodes();
        return prefixed(area(nodes[draws_.below(nodes.size())]), source("MISSING"));
    }
    default: {
        const schema::Node& node = *draws_.one_of(draws_.list_nodes());
        const std::size_t size = draws_.list_size(node);
        const std::string prefix = fmt::format("AREA[{}:size]", node.piece);
        if (draws_.one_in(2)) return prefixed(prefix, source(std::to_string(size)));
        return prefixed(
            prefix, source(fmt::format("RANGE[{}, {}]", size, draws_.one_in(2) ? "MAX" : std::to_string(size + 2))));
    }
    }
}

Sketch RandomExpressions::location_leaf() {
    static const std::vector<std::string_view> pieces = {"LocationCity",   "LocationCountry",    "LocationState",
                                                         "LocationZip",    "LocationFacility",   "LocationContactName",
                                                         "LocationStatus", "LocationContactRole"};
    switch (draws_.below(8)) {
    case 0: return prefixed("AREA[LocationGeoPoint]", source(draws_.circle()));
    case 1: return prefixed("AREA[LocationStatus]", source("RECRUITING"));
    case 2: return prefixed(area(location_node(draws_.one_of(pieces))), source("MISSING"));
    case 3:
        return prefixed("AREA[LocationSearch]",
                        source(term(location_node(draws_.one_in(2) ? "LocationCity" : "LocationFacility"))));
    case 4: return prefixed("AREA[LocationContact:size]", source(std::to_string(1 + draws_.below(2))));
    default: {
        const schema::Node& node = location_node(pieces[draws_.below(6)]);
        return prefixed(area(node), source(term(node)));
    }
    }
}

const schema::Node& RandomExpressions::node_of(const schema::SearchArea& area) {
    const schema::SearchAreaPart& part = area.parts[draws_.below(area.parts.size())];
    return *schema::find_piece(part.pieces[draws_.below(part.pieces.size())]);
}

// A term or a phrase that some value of the node holds, or nearly.
std::string RandomExpressions::term(const schema::Node& node) {
    if (holds_codes(node)) return draws_.code(node);
    std::string words = node.synonyms && draws_.one_in(6) ? draws_.name() : draws_.words(node, 1 + draws_.below(4));
    if (words.empty()) return "placebo";
    words = without_operators(dressed(std::move(words)));
    return draws_.one_in(3) ? "\"" + words + "\"" : words;
}

// Written another way now and then: case, plural, accent, hyphen, possessive, spelling, spacing, function words.
std::string RandomExpressions::dressed(std::string words) {
    switch (draws_.below(16)) {
    case 0: return in_case(words, false);
    case 1: return in_case(words, true);
    case 2: return words + "s";
    case 3: replace_first(words, "e", "é"); break;
    case 4: replace_first(words, " ", "-"); break;
    case 5: replace_first(words, "-", " "); break;
    case 6: replace_first(words, "-", ""); break;
    case 7: return words + "'s";
    case 8: replace_first(words, "or ", "our "); break;
    case 9: replace_first(words, "ae", "e"); break;
    case 10: replace_first(words, " ", "  \t "); break;
    case 11: return "the " + words;
    case 12: replace_first(words, " ", " of the "); break;
    default: break;
    }
    return words;
}

} // namespace trialdex::oracle
