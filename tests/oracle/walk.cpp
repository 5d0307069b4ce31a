#include "oracle/walk.h"

#include "oracle/codes.h"
#include "oracle/value_match.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace trialdex::oracle {

namespace {

// Where an expression is asked: of the whole study, or of one of its locations.
struct At {
    const Study& study;
    int site = kNoSite;

    const std::vector<Look>& looks(const Tree& leaf) const { return site == kNoSite ? leaf.looks : leaf.looks_inside; }

    // Whether what stands at `value_site` of a node counts here: a piece below locations has to be of this one.
    bool counts(const Look& look, int value_site) const {
        return site == kNoSite || !look.below_locations || value_site == site;
    }
};

template <class Value, class Test>
bool any_value(const std::vector<Value>& values, const Look& look, const At& at, Test&& test) {
    return std::any_of(values.begin(), values.end(),
                       [&](const Value& value) { return at.counts(look, value.site) && test(value); });
}

template <class Value>
const std::vector<Value>& of_node(const std::map<NodeId, std::vector<Value>>& values, const schema::Node& node) {
    static const std::vector<Value> none;
    const auto found = values.find(node.id);
    return found == values.end() ? none : found->second;
}

bool words_hold(const Tree& leaf, const At& at) {
    const Term& term = *leaf.term;
    const bool with_synonyms = may_stand_in(term, term.with_synonyms, at.study);
    const bool plain = may_stand_in(term, term.plain, at.study);
    for (const Look& look : at.looks(leaf)) {
        const auto& values = at.study.texts[look.node->id];
        bool found = false;
        if (holds_codes(*look.node)) {
            const std::vector<std::string>& codes = term.codes.at(look.node->id);
            found = any_value(values, look, at, [&](const TextValue& value) {
                return std::find(codes.begin(), codes.end(), value.text) != codes.end();
            });
        } else if (look.synonyms ? with_synonyms : plain) {
            const auto& variants = look.synonyms ? term.with_synonyms : term.plain;
            found =
                any_value(values, look, at, [&](const TextValue& value) { return stands_in(term, variants, value); });
        }
        if (found) return true;
    }
    return false;
}

bool range_holds(const Tree& leaf, const At& at) {
    const Look& look = leaf.looks.front();
    return any_value(of_node(at.study.places, *look.node), look, at, [&](const LineValue& value) {
        return leaf.span.first <= value.place && value.place <= leaf.span.last;
    });
}

bool size_holds(const Tree& leaf, const At& at) {
    const Look& look = leaf.looks.front();
    return any_value(of_node(at.study.sizes, *look.node), look, at, [&](const ListSize& size) {
        return leaf.span.first <= size.elements && size.elements <= leaf.span.last;
    });
}

bool distance_holds(const Tree& leaf, const At& at) {
    return std::any_of(at.study.points.begin(), at.study.points.end(), [&](const Point& point) {
        return (at.site == kNoSite || point.site == at.site) &&
               great_circle(leaf.latitude, leaf.longitude, point) <= leaf.metres;
    });
}

bool missing_holds(const Tree& leaf, const At& at) {
    return std::none_of(at.looks(leaf).begin(), at.looks(leaf).end(), [&](const Look& look) {
        const NodeId node = look.node->id;
        if (at.site != kNoSite && look.below_locations) return at.study.present.contains({node, at.site});
        const auto first = at.study.present.lower_bound({node, kNoSite});
        return first != at.study.present.end() && first->first == node;
    });
}

bool holds_at(const Tree& tree, const At& at) {
    const auto part_holds = [&](const Tree& part) { return holds_at(part, at); };
    switch (tree.kind) {
    case Tree::Kind::And: return std::all_of(tree.parts.begin(), tree.parts.end(), part_holds);
    case Tree::Kind::Or: return std::any_of(tree.parts.begin(), tree.parts.end(), part_holds);
    case Tree::Kind::Not: return !part_holds(tree.parts.front());
    case Tree::Kind::WholeStudy: return holds_at(tree.parts.front(), {at.study});
    case Tree::Kind::SomeLocation:
        for (int site = 0; site < at.study.sites; ++site) {
            if (holds_at(tree.parts.front(), {at.study, site})) return true;
        }
        return false;
    case Tree::Kind::Words: return words_hold(tree, at);
    case Tree::Kind::Range: return range_holds(tree, at);
    case Tree::Kind::Size: return size_holds(tree, at);
    case Tree::Kind::Distance: return distance_holds(tree, at);
    case Tree::Kind::Missing: return missing_holds(tree, at);
    case Tree::Kind::All: return true;
    }
    return false;
}

} // namespace

void prepare(Tree& tree, Lexicon& lexicon, const text::Synonyms& synonyms, bool use_synonyms) {
    if (tree.kind == Tree::Kind::Words) {
        tree.term = std::make_shared<const Term>(cut_term(tree, lexicon, synonyms, use_synonyms));
    }
    for (Tree& part : tree.parts) prepare(part, lexicon, synonyms, use_synonyms);
}

bool holds(const Tree& tree, const Study& study) { return holds_at(tree, {study}); }

double great_circle(double latitude, double longitude, const Point& point) {
    constexpr double kRadius = 6'371'008.8;
    constexpr double kDegree = std::numbers::pi / 180;
    const double height = std::sin((point.latitude - latitude) * kDegree / 2);
    const double width = std::sin((point.longitude - longitude) * kDegree / 2);
    const double chord =
        height * height + std::cos(latitude * kDegree) * std::cos(point.latitude * kDegree) * width * width;
    return 2 * kRadius * std::asin(std::min(1.0, std::sqrt(chord)));
}

} // namespace trialdex::oracle
