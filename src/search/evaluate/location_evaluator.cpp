// SEARCH[Location]: the inside of the parentheses is evaluated over single locations, as bits numbered as in the
// segment's site table.
#include "index/term_keys.h"
#include "search/evaluate/evaluator.h"
#include "search/evaluate/term_matcher.h"
#include "search/evaluate/verify.h"

#include <algorithm>

namespace trialdex::search {

using index::Bits;
using index::Cursor;
using index::FieldMask;
using Kind = Expression::Kind;

namespace {

constexpr std::string_view kLocations = "protocolSection.contactsLocationsModule.locations";

bool below_locations(const schema::Node& node) {
    return node.path.size() > kLocations.size() && node.path.starts_with(kLocations);
}

bool is_location_field(index::FieldNumber field) {
    const schema::Node* node = index::node_of(field);
    return node && below_locations(*node);
}

std::vector<const schema::Node*> nodes_of(const Scope& scope) {
    std::vector<const schema::Node*> nodes;
    if (scope.node) nodes.push_back(scope.node);
    if (scope.area) {
        for (const auto& part : scope.area->parts) {
            for (const auto piece : part.pieces) {
                if (const schema::Node* node = schema::find_piece(piece)) nodes.push_back(node);
            }
        }
    }
    return nodes;
}

// Fields of the leaves at and below a node.
void add_fields(const schema::Node& node, FieldMask& mask) {
    const std::uint8_t all = FieldMask::kWords | FieldMask::kSynonyms | FieldMask::kCodes;
    if (const auto field = node.is_leaf() ? index::field_of(node) : std::nullopt) mask.add(*field, all);
    for (const schema::Node& child : schema::children(node)) add_fields(child, mask);
}

} // namespace

FieldMask location_mask(const Scope& scope) {
    const FieldMask all = scope_mask(scope);
    FieldMask narrowed;
    for (index::FieldNumber field = 0; field < index::kMaxFields; ++field) {
        if (all.of(field) != 0 && is_location_field(field)) narrowed.add(field, all.of(field));
    }
    return narrowed;
}

bool has_location_fields(const Scope& scope) {
    if (!scope.node && !scope.area) return true;
    const auto nodes = nodes_of(scope);
    return std::any_of(nodes.begin(), nodes.end(), [](const schema::Node* node) { return below_locations(*node); });
}

Matches Evaluator::studies_with(const Bits& sites) const {
    Matches found;
    std::uint32_t study = 0;
    sites.for_each([&](std::uint32_t site) {
        if (!found.studies.empty() && source_.segment.sites.first_site(found.studies.back() + 1) > site) return;
        while (study < size() && source_.segment.sites.first_site(study + 1) <= site) ++study;
        if (study < size()) found.studies.push_back(study);
    });
    return found;
}

Bits Evaluator::sites_of(const Matches& studies) const {
    const auto& table = source_.segment.sites;
    Bits sites(table.sites());
    const auto add = [&](std::uint32_t study) {
        const std::uint32_t end = std::min(table.first_site(study + 1), table.sites());
        for (std::uint32_t site = table.first_site(study); site < end; ++site) sites.set(site);
    };
    if (studies.as_bits) {
        studies.bits.for_each(add);
    } else {
        std::for_each(studies.studies.begin(), studies.studies.end(), add);
    }
    return sites;
}

Result<Bits> Evaluator::sites(const Expression& expression) {
    switch (expression.kind) {
    case Kind::And:
    case Kind::Or: {
        Bits sum;
        for (std::size_t i = 0; i < expression.parts.size(); ++i) {
            auto next = sites(expression.parts[i]);
            if (!next) return next;
            if (i == 0)
                sum = std::move(*next);
            else if (expression.kind == Kind::And)
                sum &= *next;
            else
                sum |= *next;
        }
        return sum;
    }
    case Kind::Not: {
        auto inner = sites(expression.parts[0]);
        if (inner) inner->flip();
        return inner;
    }
    case Kind::All: {
        Bits all(source_.segment.sites.sites());
        all.set_all();
        return all;
    }
    case Kind::Distance: {
        Bits found(source_.segment.sites.sites());
        source_.segment.sites.within({expression.circle.latitude, expression.circle.longitude},
                                     expression.circle.metres, found);
        return found;
    }
    default: return sites_of_leaf(expression);
    }
}

Result<Bits> Evaluator::sites_of_leaf(const Expression& leaf) {
    const bool located = has_location_fields(leaf.scope);
    const bool by_values = leaf.kind == Kind::Words || leaf.kind == Kind::Code;
    if (located && leaf.kind == Kind::Missing) return sites_missing(leaf.scope);
    if (located && leaf.kind == Kind::Size && leaf.scope.node) return sites_sized(leaf);
    if (!located || !by_values) {
        const auto studies = evaluate(leaf, nullptr, false);
        if (!studies) return tl::unexpected(studies.error());
        return sites_of(*studies);
    }
    if (leaf.kind == Kind::Words) return sites_of_words(leaf);
    Bits found(source_.segment.sites.sites());
    if (const auto matcher = code_matcher(leaf)) mark_sites(*matcher, found);
    return found;
}

bool Evaluator::mark_site(std::uint32_t study, std::uint32_t site, Bits& sites) const {
    const auto& table = source_.segment.sites;
    const std::uint64_t number = std::uint64_t{table.first_site(study)} + site;
    if (number >= table.first_site(study + 1) || number >= sites.size()) return false; // a damaged list
    sites.set(number);
    return true;
}

void Evaluator::mark_sites(Matcher& matcher, Bits& sites) const {
    for (std::uint32_t study = matcher.study(); study != kNoStudy; study = matcher.study()) {
        for (const PlaceCode code : matcher.values()) mark_site(study, index::site_at(code), sites);
        matcher.advance(study + 1);
    }
}

Result<Bits> Evaluator::sites_of_words(const Expression& leaf) {
    const WordsPlan& plan = plans_.of(leaf, true);
    Bits found(source_.segment.sites.sites());
    WordsPlan codes = plan;
    if (plan.as_written) codes.variants.clear();
    if (const auto matcher = make_matcher(codes, source_)) mark_sites(*matcher, found);
    if (!plan.as_written) return found;
    WordsPlan words = plan;
    words.codes.clear();
    const auto matcher = make_matcher(words, source_);
    if (!matcher) return found;
    const Matches candidates = scan(*matcher, nullptr, false);
    if (auto few = few_enough(candidates); !few) return tl::unexpected(few.error());
    AsWritten as_written(leaf, plan.mask);
    for (const std::uint32_t study : candidates.studies) {
        const auto record = store_.get(study::NctId(source_.segment.ids[study]));
        if (!record) return tl::unexpected(record.error());
        for (const PlaceCode code : as_written.values(record->json)) mark_site(study, index::site_at(code), found);
    }
    return found;
}

// Locations whose own list has that many elements.
Bits Evaluator::sites_sized(const Expression& leaf) const {
    Bits found(source_.segment.sites.sites());
    if (leaf.lower > leaf.upper || leaf.upper < 0) return found;
    const auto clamp = [](std::int64_t value) {
        return static_cast<std::uint32_t>(std::clamp<std::int64_t>(value, 0, UINT32_MAX));
    };
    const std::string last = index::site_size_key(*leaf.scope.node, clamp(leaf.upper));
    index::Dictionary::Walk walk(source_.segment.dictionary, index::site_size_key(*leaf.scope.node, clamp(leaf.lower)));
    for (; !walk.at_end() && walk.term() <= last; walk.next()) {
        Cursor cursor(walk.list());
        for (std::uint32_t study = cursor.study(); study != kNoStudy; cursor.next(), study = cursor.study()) {
            for (const std::uint32_t site : cursor.codes()) mark_site(study, site, found);
        }
    }
    return found;
}

// Locations without any value at the scope: every posting of its fields marks a location as having one.
Bits Evaluator::sites_missing(const Scope& scope) const {
    const auto& table = source_.segment.sites;
    Bits there(table.sites());
    FieldMask mask;
    for (const schema::Node* node : nodes_of(scope)) {
        if (!below_locations(*node)) continue;
        add_fields(*node, mask);
        if (node->value == schema::ValueKind::GeoPoint) {
            for (std::uint32_t site = 0; site < table.sites(); ++site) {
                if (table.place(site)) there.set(site);
            }
        }
    }
    const auto mark = [&](const index::ListBytes& list) {
        Cursor cursor(list);
        for (std::uint32_t study = cursor.study(); study != kNoStudy; cursor.next(), study = cursor.study()) {
            for (const PlaceCode code : cursor.codes()) {
                if (mask.of(index::field_at(code)) != 0) mark_site(study, index::site_at(code), there);
            }
        }
    };
    mark(source_.segment.dictionary.find(index::kEndKey));
    for (index::FieldNumber field = 0; field < index::kMaxFields; ++field) {
        if (mask.of(field) == 0) continue;
        const std::string prefix = index::code_key(field, {});
        index::Dictionary::Walk walk(source_.segment.dictionary, prefix);
        for (; !walk.at_end() && walk.term().starts_with(prefix); walk.next()) mark(walk.list());
    }
    there.flip();
    return there;
}

} // namespace trialdex::search
