// Which studies match, best first? The face of the search engine: a query of expressions, choices and an order goes
// in; exact totals, a page of hits and facet counts come out. Everything is safe for several threads at once.
#pragma once

#include "base/result.h"
#include "index/bits.h"
#include "search/language/expression.h"
#include "store/store.h"
#include "text/synonyms.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace trialdex::index {
struct Snapshot;
}

namespace trialdex::search {

using study::NctId;

// One part of a query. All clauses must hold; those that are `scored` decide the order by relevance.
struct Clause {
    Expression expression;
    bool scored = true;
};

// A facet's chosen keys (see schema/facets.h): any of them must hold. Keys that the facet does not have match nothing.
struct Choice {
    std::string facet;
    std::vector<std::string> keys;
};

struct SortItem {
    enum class By : std::uint8_t { Relevance, Id, Piece, Distance } by = By::Relevance;
    const schema::Node* node = nullptr; // Piece: a sortable node that is not below a list, or a list: by its size
    bool ascending = false;
};

// geoDecay: scales a score by the distance of the study's nearest location from `centre`.
struct GeoDecay {
    enum class Shape : std::uint8_t { Gauss, Exponential, Linear } shape = Shape::Exponential;
    Expression::Circle centre;      // the radius is not read
    double scale_metres = 482803.2; // 300 miles
    double offset_metres = 0;
    double decay = 0.5;
};

inline constexpr std::uint64_t kMaxDecayedMatches = 10'000; // above it geoDecay has no effect

struct Query {
    std::vector<Clause> clauses; // none: every study
    std::vector<Choice> choices;
    std::vector<NctId> only_ids; // when not empty: these studies and nothing else of the query counts
    std::vector<SortItem> sort;  // none: best first when a clause is scored and has words, else by id
    std::optional<GeoDecay> decay;
    std::optional<Expression::Circle> near; // centre for sorting by distance and for Hit::metres
    std::uint64_t offset = 0;
    std::uint32_t limit = 10;
    std::vector<std::string> facets; // ids of facets to count
    std::uint32_t facet_values = 25; // values listed of a facet without a fixed list (countries, terms, years)
    bool synonyms = true;
    bool total = true; // false: nobody asks how many there are, so the best may be found without finding all
};

struct Hit {
    NctId id{1};
    double score = 0;             // 0 when nothing was scored
    std::optional<double> metres; // to the nearest location, when the query has a centre
};

struct FacetValue {
    std::string key;   // to choose it
    std::string label; // for people
    std::uint64_t count = 0;
    bool chosen = false;
};

struct FacetCounts {
    std::string id;
    std::vector<FacetValue> values; // fixed lists in their order, others most frequent first; chosen ones always there
};

// A phrase of the query that names a known concept, and what else was searched for it.
struct SynonymUse {
    std::string phrase;             // as written in the query
    std::string concept_name;       // preferred name
    std::string source;             // "D009203", "records"
    std::vector<std::string> forms; // the other names
};

struct Answer {
    std::uint64_t total = 0; // exact, unless the query said that it needs none: then at least offset + hits
    std::vector<Hit> hits;
    std::vector<FacetCounts> facets; // in the order asked
    std::vector<SynonymUse> synonyms;
};

// Why a study stands where it stands: score = sum over parts.
struct ScorePart {
    std::string term;          // as in the query
    std::string field;         // label of the field that gave most
    std::uint32_t studies = 0; // that hold the term
    double rarity = 0;         // idf
    double weight = 0;         // of the term in this study, 0 to 1
    double score = 0;          // rarity × weight
};

struct Explanation {
    bool matches = false;
    double score = 0;
    std::vector<ScorePart> parts;
};

struct Suggestion {
    enum class Kind : std::uint8_t { Condition, Intervention, Sponsor, Study } kind = Kind::Condition;
    std::string text; // a study's title; its number is in `id`
    std::optional<NctId> id;
    std::uint64_t studies = 0;
};

struct IndexInfo {
    std::uint64_t generation = 0;
    std::uint64_t store_sequence = 0; // the index holds the registry as of this change
    std::uint64_t studies = 0;
    std::uint64_t bytes = 0; // on disk
    std::uint64_t synonyms_fingerprint = 0;
    std::vector<std::string> warnings; // files found damaged at open; the last good index serves
};

class Searcher {
public:
    virtual ~Searcher() = default;

    // InvalidInput for a query that can't be answered (a sort by text, a facet that isn't there), Corrupt when a block
    // of the index fails its check, TooLarge when EXPANSION[None] had to look at too many records.
    virtual Result<Answer> search(const Query& query) const = 0;
    // How many studies each expression alone matches, for reports.
    virtual Result<std::vector<std::uint64_t>> count(const std::vector<Expression>& expressions,
                                                     bool synonyms) const = 0;
    virtual Result<Explanation> explain(const Query& query, NctId id) const = 0;
    // Names that start with `prefix` (or hold a word that does), most studies first.
    virtual std::vector<Suggestion> suggest(std::string_view prefix, std::size_t limit) const = 0;
    // A better spelling of `word` that more studies use; nullopt when it is fine or nothing is near.
    virtual std::optional<std::string> spelling(std::string_view word) const = 0;
    virtual const text::Synonyms& synonyms() const = 0;
    virtual IndexInfo info() const = 0;

    // For what looks into the index itself (src/related): the generation searched, and which studies of each of its
    // parts a query's clauses and choices keep; empty when it has none. Null and empty of searchers without an index.
    virtual std::shared_ptr<const index::Snapshot> snapshot() const { return nullptr; }
    virtual Result<std::vector<index::Bits>> kept_by(const Query&) const { return std::vector<index::Bits>(); }
};

// The index in use. A new generation is taken when it appears on disk; who holds the old one keeps it.
class LiveIndex {
public:
    virtual ~LiveIndex() = default;
    // Null as long as there is no index. Looks for a new generation at most once a second.
    virtual std::shared_ptr<const Searcher> current() const = 0;
};

// Opens the index below `folder` (the registry's); works without one until it is built. `store` must outlive it.
Result<std::unique_ptr<LiveIndex>> open_index(const std::string& folder, const store::Reader& store);

// The site's wider readings when the contract's finds too few: all words of the terms anywhere in the study, then some
// of them. nullopt when the expression has nothing to widen.
enum class Widening : std::uint8_t { AllWordsAnywhere, SomeWords };
std::optional<Expression> widened(const Expression& expression, Widening how);

} // namespace trialdex::search
