#include "search/evaluate/evaluator.h"

#include "index/term_keys.h"
#include "search/evaluate/verify.h"

#include <algorithm>
#include <functional>

namespace trialdex::search {

using index::Bits;
using index::Cursor;
using Kind = Expression::Kind;

const WordsPlan& Plans::of(const Expression& leaf, bool site) {
    const auto key = std::pair{&leaf, site};
    const auto found = plans_.find(key);
    if (found != plans_.end()) return found->second;
    const auto mask = site ? location_mask(leaf.scope) : scope_mask(leaf.scope);
    return plans_.emplace(key, planner_.plan(leaf, mask)).first->second;
}

std::vector<SynonymUse> Plans::used() const {
    std::vector<SynonymUse> all;
    for (const auto& [leaf, plan] : plans_) {
        for (const SynonymUse& use : plan.used) {
            const bool known = std::any_of(all.begin(), all.end(), [&](const SynonymUse& other) {
                return other.phrase == use.phrase && other.source == use.source &&
                       other.concept_name == use.concept_name;
            });
            if (!known) all.push_back(use);
        }
    }
    return all;
}

Result<Matches> Evaluator::evaluate(const Expression& expression, const Matches* within, bool scored) {
    Result<Matches> matches;
    switch (expression.kind) {
    case Kind::And: {
        std::vector<Part> parts;
        parts.reserve(expression.parts.size());
        for (const Expression& part : expression.parts) parts.push_back({&part, scored});
        matches = all_of(parts, within);
        break;
    }
    case Kind::Or: matches = any_of(expression, within, scored); break;
    case Kind::Not: {
        auto inner = evaluate(expression.parts[0], within, false);
        if (!inner) return inner;
        if (!within) return complement(*inner, size());
        Matches rest = *within;
        rest.scores.clear();
        return without(std::move(rest), *inner);
    }
    default: matches = leaf(expression, within, scored); break;
    }
    if (matches && scored && expression.tilt) tilt(*expression.tilt, *matches);
    if (matches && scored && expression.weight != 1) {
        for (float& score : matches->scores) score *= expression.weight;
    }
    return matches;
}

namespace {

// Parts that are conjunctions themselves, taken apart: the cheapest of all comes first then.
void take_apart(const Evaluator::Part& part, std::vector<Evaluator::Part>& out) {
    const Expression& expression = *part.expression;
    if (expression.kind != Kind::And || expression.tilt || expression.weight != 1) {
        out.push_back(part);
        return;
    }
    for (const Expression& inner : expression.parts) take_apart({&inner, part.scored}, out);
}

} // namespace

// The cheapest part first; each further part only looks at what is left.
Result<Matches> Evaluator::all_of(const std::vector<Part>& clauses, const Matches* within, std::size_t best) {
    std::vector<Part> parts;
    for (const Part& clause : clauses) take_apart(clause, parts);
    if (parts.empty()) return within ? *within : complement(Matches(), size());
    if (parts.size() == 1) {
        const Part& part = parts[0];
        const bool only_best = best > 0 && !within && part.scored && part.expression->kind == Kind::Words;
        if (!only_best || !narrows(*part.expression)) return evaluate(*part.expression, within, part.scored);
        const auto matcher = take(*part.expression);
        return matcher ? matcher->best(best) : Matches();
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [this](const Part& a, const Part& b) { return cost(*a.expression) < cost(*b.expression); });
    Matches so_far;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Part& part = parts[i];
        if (i == 1 && best > 0) drop_hopeless(so_far, std::span(parts).subspan(1), best);
        if (i > 0 && !so_far.as_bits && narrows(*part.expression)) {
            const auto matcher = take(*part.expression);
            if (!matcher) return Matches();
            matcher->narrow(so_far, part.scored && part.expression->kind == Kind::Words);
            continue;
        }
        auto next = evaluate(*part.expression, i == 0 ? within : &so_far, part.scored);
        if (!next) return next;
        so_far = i == 0 ? std::move(*next) : with_scores_of(std::move(*next), so_far);
        if (!so_far.as_bits && so_far.studies.empty()) break;
    }
    return so_far;
}

namespace {

// A score that at least `count` of them reach: the highest ones of so many blocks do.
float reached_by(const UninitializedVector<float>& scores, std::size_t count) {
    constexpr std::size_t kScores = 16; // in a block
    std::vector<float> highest;
    for (std::size_t at = 0; at < scores.size(); at += kScores) {
        const auto end = scores.begin() + static_cast<std::ptrdiff_t>(std::min(at + kScores, scores.size()));
        highest.push_back(*std::max_element(scores.begin() + static_cast<std::ptrdiff_t>(at), end));
    }
    const std::size_t nth = std::min(count, highest.size()) - 1;
    std::nth_element(highest.begin(), highest.begin() + static_cast<std::ptrdiff_t>(nth), highest.end(),
                     std::greater<>());
    return highest[nth];
}

} // namespace

// Before the remaining parts look at a long list: a short list of what leads so far is finished first, and what cannot
// reach the last of its `best` even with the most that the parts can add is dropped.
void Evaluator::drop_hopeless(Matches& so_far, std::span<const Part> rest, std::size_t best) {
    constexpr std::size_t kLeading = 32;      // times `best`
    constexpr std::size_t kMostLeading = 128; // times `best`
    constexpr std::size_t kWorthIt = 256;     // times `best`
    constexpr float kRounding = 0.9999F;      // sums of floats in another order
    if (so_far.as_bits || !so_far.scored() || so_far.studies.size() < best * kWorthIt) return;
    double most = 0;
    for (const Part& part : rest) {
        if (!narrows(*part.expression)) return;
        const auto matcher = made_.find(part.expression);
        if (matcher == made_.end() || !matcher->second || !matcher->second->told_by_impacts()) return;
        if (part.scored && part.expression->kind == Kind::Words) most += matcher->second->most();
    }
    Matches leading = so_far;
    keep_scores_from(leading, reached_by(so_far.scores, best * kLeading));
    leading.studies.resize(
        std::min(leading.studies.size(), best * kMostLeading)); // of many with one score, any will do
    leading.scores.resize(leading.studies.size());
    for (const Part& part : rest)
        made_[part.expression]->narrow(leading, part.scored && part.expression->kind == Kind::Words);
    if (leading.studies.size() < best) return;
    const auto last = leading.scores.begin() + static_cast<std::ptrdiff_t>(best - 1);
    std::nth_element(leading.scores.begin(), last, leading.scores.end(), std::greater<>());
    keep_scores_from(so_far, *last * kRounding - static_cast<float>(most));
}

// Whether the expression is a plain term, which narrows a list in place and adds its score as it stands.
bool Evaluator::narrows(const Expression& expression) {
    if (expression.kind != Kind::Words && expression.kind != Kind::Code) return false;
    if (expression.tilt || expression.weight != 1) return false;
    return expression.kind == Kind::Code || !plans_.of(expression, false).as_written;
}

Result<Matches> Evaluator::any_of(const Expression& expression, const Matches* within, bool scored) {
    Matches sum;
    for (const Expression& part : expression.parts) {
        auto next = evaluate(part, within, scored);
        if (!next) return next;
        sum = united(std::move(sum), std::move(*next));
    }
    return sum;
}

Result<Matches> Evaluator::leaf(const Expression& expression, const Matches* within, bool scored) {
    if (expression.kind == Kind::Words) return words(expression, within, scored);
    Matches matches;
    switch (expression.kind) {
    case Kind::Code: {
        const auto matcher = take(expression);
        return matcher ? scan(*matcher, within, false) : Matches();
    }
    case Kind::Range: matches = ranged(expression); break;
    case Kind::Size: matches = sized(expression); break;
    case Kind::Distance: matches = near(expression); break;
    case Kind::Missing: matches = missing(expression.scope); break;
    case Kind::Location: {
        const auto found = sites(expression.parts[0]);
        if (!found) return tl::unexpected(found.error());
        matches = studies_with(*found);
        break;
    }
    case Kind::All: {
        Bits all(size());
        all.set_all();
        matches = Matches::of_bits(std::move(all));
        break;
    }
    default: break; // Nothing
    }
    if (!within) return matches;
    if (!within->as_bits) {
        Matches kept = *within;
        kept.scores.clear();
        return kept_in(std::move(kept), to_bits(matches, size()));
    }
    return kept_in(std::move(matches), within->bits);
}

Result<Matches> Evaluator::words(const Expression& leaf, const Matches* within, bool scored) {
    const WordsPlan& plan = plans_.of(leaf, false);
    if (plan.as_written) return written(leaf, plan, within, scored);
    const auto matcher = take(leaf);
    return matcher ? scan(*matcher, within, scored) : Matches();
}

MatcherPointer Evaluator::make(const Expression& leaf) {
    return leaf.kind == Kind::Code ? code_matcher(leaf) : make_matcher(plans_.of(leaf, false), source_);
}

MatcherPointer Evaluator::take(const Expression& leaf) {
    const auto found = made_.extract(&leaf);
    return found ? std::move(found.mapped()) : make(leaf);
}

MatcherPointer Evaluator::code_matcher(const Expression& leaf) const {
    const auto field = leaf.scope.node ? index::field_of(*leaf.scope.node) : std::nullopt;
    return field ? make_code_matcher(*field, leaf.text, source_) : nullptr;
}

Matches Evaluator::scan(Matcher& matcher, const Matches* within, bool scored) {
    if (!within || within->as_bits) return matcher.all(within ? &within->bits : nullptr, scored);
    Matches list;
    list.studies = within->studies;
    matcher.narrow(list, scored);
    return list;
}

// EXPANSION[None]: codes count as they are, words are looked up in the records of the studies that may match.
Result<Matches> Evaluator::written(const Expression& leaf, const WordsPlan& plan, const Matches* within, bool scored) {
    WordsPlan codes = plan;
    codes.variants.clear();
    WordsPlan words = plan;
    words.codes.clear();
    Matches found;
    if (const auto matcher = make_matcher(codes, source_)) found = scan(*matcher, within, scored);
    const auto matcher = make_matcher(words, source_);
    if (!matcher) return found;
    const Matches candidates = scan(*matcher, within, scored);
    if (auto few = few_enough(candidates); !few) return tl::unexpected(few.error());
    AsWritten as_written(leaf, plan.mask);
    Matches kept;
    for (std::size_t i = 0; i < candidates.studies.size(); ++i) {
        const auto record = store_.get(study::NctId(source_.segment.ids[candidates.studies[i]]));
        if (!record) return tl::unexpected(record.error());
        if (as_written.values(record->json).empty()) continue;
        kept.studies.push_back(candidates.studies[i]);
        if (candidates.scored()) kept.scores.push_back(candidates.scores[i]);
    }
    return united(std::move(found), std::move(kept));
}

Result<void> Evaluator::few_enough(const Matches& candidates) {
    if (candidates.studies.size() <= kMaxVerifiedRecords) return {};
    return fail(ErrorCode::TooLarge, "EXPANSION[None] would have to read " + std::to_string(candidates.studies.size()) +
                                         " records, more than " + std::to_string(kMaxVerifiedRecords) +
                                         "; narrow the search");
}

Bits Evaluator::present(const schema::Node& node) const {
    Bits bits(size());
    Cursor cursor(source_.segment.dictionary.find(index::presence_key(node)));
    for (Cursor::Block block; cursor.block(block); cursor.next_block()) {
        for (std::uint32_t i = 0; i < block.count; ++i) bits.set(block.studies[i]);
    }
    return bits;
}

Matches Evaluator::missing(const Scope& scope) const {
    Bits there(size());
    if (scope.node) there |= present(*scope.node);
    if (scope.area) {
        for (const auto& part : scope.area->parts) {
            for (const auto piece : part.pieces) {
                if (const schema::Node* node = schema::find_piece(piece)) there |= present(*node);
            }
        }
    }
    there.flip();
    return Matches::of_bits(std::move(there));
}

Matches Evaluator::sized(const Expression& leaf) const {
    Bits bits(size());
    if (!leaf.scope.node) return Matches::of_bits(std::move(bits));
    const auto clamp = [](std::int64_t value) {
        return static_cast<std::uint32_t>(std::clamp<std::int64_t>(value, 0, UINT32_MAX));
    };
    if (leaf.lower > leaf.upper || leaf.upper < 0) return Matches::of_bits(std::move(bits));
    const std::string last = index::size_key(*leaf.scope.node, clamp(leaf.upper));
    index::Dictionary::Walk walk(source_.segment.dictionary, index::size_key(*leaf.scope.node, clamp(leaf.lower)));
    for (; !walk.at_end() && walk.term() <= last; walk.next()) {
        Cursor cursor(walk.list());
        for (Cursor::Block block; cursor.block(block); cursor.next_block()) {
            for (std::uint32_t i = 0; i < block.count; ++i) bits.set(block.studies[i]);
        }
    }
    return Matches::of_bits(std::move(bits));
}

Matches Evaluator::ranged(const Expression& leaf) const {
    Bits bits(size());
    const auto* column = leaf.scope.node ? source_.segment.columns.find(leaf.scope.node->id) : nullptr;
    if (column && leaf.lower <= leaf.upper) column->match(leaf.lower, leaf.upper, bits);
    return Matches::of_bits(std::move(bits));
}

Matches Evaluator::near(const Expression& leaf) const {
    Bits found(source_.segment.sites.sites());
    source_.segment.sites.within({leaf.circle.latitude, leaf.circle.longitude}, leaf.circle.metres, found);
    return studies_with(found);
}

// The smallest value halves the score, the largest leaves it, what has none is halved.
void Evaluator::tilt(const schema::Node& node, Matches& matches) const {
    if (!matches.scored()) return;
    const auto* column = source_.segment.columns.find(node.id);
    std::int64_t least = INT64_MAX;
    std::int64_t most = INT64_MIN;
    std::vector<std::optional<std::int64_t>> values;
    values.reserve(matches.studies.size());
    for (const std::uint32_t study : matches.studies) {
        values.push_back(column ? column->value(study) : std::nullopt);
        if (!values.back()) continue;
        least = std::min(least, *values.back());
        most = std::max(most, *values.back());
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        double share = 0;
        if (values[i]) {
            const double width = static_cast<double>(most) - static_cast<double>(least);
            share = width > 0 ? (static_cast<double>(*values[i]) - static_cast<double>(least)) / width : 1;
        }
        matches.scores[i] *= static_cast<float>(0.5 + 0.5 * share);
    }
}

// How many studies a part looks at, about: what is cheap and narrow comes first.
std::uint64_t Evaluator::cost(const Expression& expression) {
    switch (expression.kind) {
    case Kind::Words:
    case Kind::Code: {
        const auto [at, added] = made_.try_emplace(&expression);
        if (added) at->second = make(expression);
        return at->second ? at->second->cost() : 0;
    }
    case Kind::And: {
        std::uint64_t least = size();
        for (const Expression& part : expression.parts) least = std::min(least, cost(part));
        return least;
    }
    case Kind::Or: {
        std::uint64_t sum = 0;
        for (const Expression& part : expression.parts) sum += cost(part);
        return std::min<std::uint64_t>(sum, size());
    }
    case Kind::Nothing: return 0;
    default: return size(); // filters by column cost the same whatever they keep: better on what is left
    }
}

} // namespace trialdex::search
