// Why a study stands where it stands: the parts of its score, term by term.
#include "index/term_keys.h"
#include "search/engine.h"
#include "search/evaluate/term_matcher.h"

#include <algorithm>

namespace trialdex::search {

namespace {

using Kind = Expression::Kind;

// Leaves that add to the score: words not below a NOT or inside a location.
void collect(const Expression& expression, std::vector<const Expression*>& leaves) {
    if (expression.kind == Kind::Words) leaves.push_back(&expression);
    if (expression.kind != Kind::And && expression.kind != Kind::Or) return;
    for (const Expression& part : expression.parts) collect(part, leaves);
}

// Label of the field, among those that hold the term, that counts most in the ranking.
std::string best_field(std::span<const PlaceCode> codes) {
    const schema::Node* best = nullptr;
    float most = -1;
    for (const PlaceCode code : codes) {
        const auto rank = index::rank_of(index::field_at(code));
        const float weight = rank ? index::ranked_fields()[*rank].weight : 0;
        if (weight > most) {
            most = weight;
            best = index::node_of(index::field_at(code));
        }
    }
    return best ? std::string(best->label) : std::string();
}

class Explainer {
public:
    Explainer(const TermSource& source, std::uint32_t study, Explanation& out)
        : source_(source), study_(study), out_(out) {}

    void leaf(const WordsPlan& plan) {
        auto matcher = make_matcher(plan, source_);
        if (!matcher) return;
        matcher->advance(study_);
        if (matcher->study() != study_ || !matcher->matches()) return;
        for (const Variant& variant : plan.variants) {
            for (const Unit& unit : variant.units) {
                for (const auto& part : unit.own.parts) term(part.term, part.term);
                for (const auto id : unit.concepts)
                    term(index::concept_key(id), source_.snapshot.synonyms.concepts()[id].name);
            }
        }
        out_.score += matcher->score();
    }

private:
    void term(std::string_view key, std::string_view name) {
        index::Cursor cursor(source_.segment.dictionary.find(key));
        cursor.advance(study_);
        if (cursor.study() != study_) return;
        ScorePart part;
        part.term = name;
        part.rarity = source_.rarity_of(key);
        part.weight = index::impact_at(cursor.impact());
        part.score = part.rarity * part.weight;
        part.field = best_field(cursor.codes());
        for (const auto& segment : source_.snapshot.parts) part.studies += segment.segment->dictionary.find(key).count;
        out_.parts.push_back(std::move(part));
    }

    const TermSource& source_;
    std::uint32_t study_;
    Explanation& out_;
};

} // namespace

Result<Explanation> Engine::explain(const Query& query, NctId id) const {
    Explanation explanation;
    Plans plans(snapshot_->synonyms, query.synonyms);
    for (const Part& part : parts_) {
        const auto study = part.segment->find(id);
        if (!study || !part.holds(*study)) continue;
        const auto found = matches(query, part, plans, 0);
        if (!found) return tl::unexpected(found.error());
        explanation.matches = to_bits(*found, part.segment->studies()).test(*study);
        std::vector<const Expression*> leaves;
        for (const Clause& clause : query.clauses) {
            if (clause.scored) collect(clause.expression, leaves);
        }
        Explainer explainer(part.source, *study, explanation);
        for (const Expression* leaf : leaves) explainer.leaf(plans.of(*leaf, false));
    }
    return explanation;
}

} // namespace trialdex::search
