// Evaluates expressions over one segment.
#pragma once

#include "base/result.h"
#include "search/evaluate/matcher.h"
#include "search/evaluate/matches.h"
#include "search/language/expression.h"
#include "store/store.h"

#include <map>

namespace trialdex::search {

// EXPANSION[None] looks into at most so many records; beyond, the answer is an error that says so.
inline constexpr std::uint64_t kMaxVerifiedRecords = 50'000;

// Terms of an expression, planned once for all segments.
class Plans {
public:
    Plans(const text::Synonyms& synonyms, bool use_synonyms) : planner_(synonyms, use_synonyms) {}
    // `mask` is the leaf's scope, narrowed to locations when `site` is set.
    const WordsPlan& of(const Expression& leaf, bool site);
    std::vector<SynonymUse> used() const; // each phrase and concept once

private:
    WordsPlanner planner_;
    std::map<std::pair<const Expression*, bool>, WordsPlan> plans_;
};

class Evaluator {
public:
    Evaluator(const TermSource& source, Plans& plans, const store::Reader& store)
        : source_(source), plans_(plans), store_(store) {}

    // The studies that match, those of `within` only when it is given. With `scored`, words add scores.
    // TooLarge from EXPANSION[None], otherwise no failure.
    Result<Matches> evaluate(const Expression& expression, const Matches* within, bool scored);

    struct Part {
        const Expression* expression;
        bool scored;
    };
    // What all parts match; every study when there are none. With `best` above 0 only that many of the highest score
    // are asked for: the others may be missing.
    Result<Matches> all_of(const std::vector<Part>& clauses, const Matches* within, std::size_t best = 0);

private:
    Result<Matches> any_of(const Expression& expression, const Matches* within, bool scored);
    Result<Matches> leaf(const Expression& expression, const Matches* within, bool scored);
    Result<Matches> words(const Expression& leaf, const Matches* within, bool scored);
    MatcherPointer code_matcher(const Expression& leaf) const;
    MatcherPointer make(const Expression& leaf); // of kind Words or Code
    MatcherPointer take(const Expression& leaf);
    static Matches scan(Matcher& matcher, const Matches* within, bool scored);
    bool narrows(const Expression& expression);
    void drop_hopeless(Matches& so_far, std::span<const Part> rest, std::size_t best);
    Result<Matches> written(const Expression& leaf, const WordsPlan& plan, const Matches* within, bool scored);
    static Result<void> few_enough(const Matches& candidates);
    Matches missing(const Scope& scope) const;
    index::Bits present(const schema::Node& node) const;
    Matches sized(const Expression& leaf) const;
    Matches ranged(const Expression& leaf) const;
    Matches near(const Expression& leaf) const;
    void tilt(const schema::Node& node, Matches& matches) const;
    std::uint64_t cost(const Expression& expression);

    // SEARCH[Location]: bits of sites.
    Result<index::Bits> sites(const Expression& expression);
    Result<index::Bits> sites_of_leaf(const Expression& leaf);
    Result<index::Bits> sites_of_words(const Expression& leaf);
    index::Bits sites_sized(const Expression& leaf) const;
    void mark_sites(Matcher& matcher, index::Bits& sites) const;
    bool mark_site(std::uint32_t study, std::uint32_t site, index::Bits& sites) const;
    index::Bits sites_missing(const Scope& scope) const;
    Matches studies_with(const index::Bits& sites) const;
    index::Bits sites_of(const Matches& studies) const;

    std::uint32_t size() const { return source_.segment.studies(); }

    const TermSource& source_;
    Plans& plans_;
    const store::Reader& store_;
    std::map<const Expression*, MatcherPointer> made_; // when their cost was asked, to be used once
};

// Whether a leaf of that scope is about single locations, and its mask narrowed to them.
bool has_location_fields(const Scope& scope);
index::FieldMask location_mask(const Scope& scope);

} // namespace trialdex::search
