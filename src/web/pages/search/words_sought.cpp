#include "web/pages/search/words_sought.h"

#include <algorithm>

namespace trialdex::web {

namespace {

using search::Expression;

constexpr std::size_t kMostPhrases = 400; // a strategy of 6,000 characters has some 300 terms; names of drugs more
constexpr std::size_t kAnywhere = 0;      // the scope of synonyms: wherever any clause looks

bool is_text(const schema::Node& node) {
    return node.value == schema::ValueKind::Text || node.value == schema::ValueKind::Markup;
}

void raise(double& weight, double to) { weight = std::max(weight, to); }

std::vector<double> weights_of(const search::Scope& scope) {
    std::vector<double> weights(schema::nodes().size(), 0.0);
    if (scope.node) {
        for (const schema::Node& node : schema::nodes()) {
            if (node.piece == scope.node->piece) weights[node.id] = 1;
        }
    } else if (scope.area) {
        for (const schema::SearchAreaPart& part : scope.area->parts) {
            for (const std::string_view piece : part.pieces) {
                const schema::Node* node = schema::find_piece(piece);
                if (node && is_text(*node)) raise(weights[node->id], part.weight);
            }
        }
    } else {
        for (const schema::Node& node : schema::nodes()) {
            if (is_text(node)) weights[node.id] = 0.1;
        }
    }
    return weights;
}

// Overlaps become one range; so do neighbours with one space between them, which read as one phrase.
void join_ranges(std::vector<MarkedRange>& ranges, std::string_view text) {
    std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    std::vector<MarkedRange> joined;
    for (const MarkedRange& range : ranges) {
        const bool touches =
            !joined.empty() && (range.begin <= joined.back().end ||
                                (range.begin == joined.back().end + 1 && text[range.begin - 1] == ' '));
        if (touches) {
            joined.back().end = std::max(joined.back().end, range.end);
        } else {
            joined.push_back(range);
        }
    }
    ranges = std::move(joined);
}

} // namespace

WordsSought::WordsSought(std::span<const search::Clause> clauses, std::span<const search::SynonymUse> synonyms)
    : scopes_(1, std::vector<double>(schema::nodes().size(), 0.0)), scope_keys_(1),
      weights_(schema::nodes().size(), 0.0) {
    for (const search::Clause& clause : clauses) {
        if (clause.scored) add_clause(clause.expression);
    }
    asked_ = phrases_.size();
    for (const std::vector<double>& scope : scopes_) {
        for (std::size_t node = 0; node < scope.size(); ++node) raise(weights_[node], scope[node]);
    }
    scopes_[kAnywhere] = weights_;
    for (const search::SynonymUse& use : synonyms) {
        for (const std::string& form : use.forms) add_phrase(terms_of(form), kAnywhere);
    }
}

void WordsSought::add_clause(const Expression& expression) {
    if (expression.kind == Expression::Kind::Not) return;
    if (expression.kind == Expression::Kind::Words) add_words(expression);
    for (const Expression& part : expression.parts) add_clause(part);
}

void WordsSought::add_words(const Expression& words) {
    const std::size_t scope = scope_number(words.scope);
    const bool as_phrase =
        words.quoted || words.expansion == search::Expansion::None || words.expansion == search::Expansion::Term ||
        words.expansion == search::Expansion::Concept || words.coverage != search::Coverage::Contains;
    std::vector<std::string> terms = terms_of(words.text);
    if (as_phrase) return add_phrase(std::move(terms), scope);
    for (std::string& term : terms) {
        if (term != "*") add_phrase({std::move(term)}, scope);
    }
}

std::vector<std::string> WordsSought::terms_of(std::string_view text) {
    std::vector<std::string> terms;
    for (const text::Word& word : splitter_.split(text, text::Markup::Plain)) {
        if (word.joined) continue;
        const bool is_open = text::is_function_word(word.folded);
        terms.emplace_back(is_open ? std::string_view("*") : stemmer_.term(word.folded));
    }
    while (!terms.empty() && terms.back() == "*") terms.pop_back();
    const auto first = std::find_if(terms.begin(), terms.end(), [](const std::string& term) { return term != "*"; });
    terms.erase(terms.begin(), first);
    return terms;
}

void WordsSought::add_phrase(std::vector<std::string> terms, std::size_t scope) {
    if (terms.empty() || phrases_.size() >= kMostPhrases) return;
    const bool is_known = std::any_of(phrases_.begin(), phrases_.end(), [&](const Phrase& known) {
        return known.terms == terms && known.scope == scope;
    });
    if (is_known) return;
    by_first_term_.emplace(terms.front(), phrases_.size());
    first_bytes_ |= text::Stemmer::first_bytes(terms.front());
    phrases_.push_back({std::move(terms), scope});
}

std::size_t WordsSought::scope_number(const search::Scope& scope) {
    for (std::size_t i = 1; i < scope_keys_.size(); ++i) {
        if (scope_keys_[i].area == scope.area && scope_keys_[i].node == scope.node) return i;
    }
    scope_keys_.push_back(scope);
    scopes_.push_back(weights_of(scope));
    return scopes_.size() - 1;
}

const std::string& WordsSought::term(std::string_view folded) {
    const auto known = terms_.find(folded);
    if (known != terms_.end()) return known->second;
    return terms_.emplace(folded, stemmer_.term(folded)).first->second;
}

// `first` holds the phrase's first term already. `last` becomes the word that holds its last.
bool WordsSought::stands_at(const Phrase& phrase, std::span<const text::Word> words, std::size_t first,
                            std::size_t& last) {
    last = first;
    for (std::size_t i = 1; i < phrase.terms.size(); ++i) {
        const std::uint32_t place = words[first].place + static_cast<std::uint32_t>(i);
        while (last < words.size() && (words[last].place < place || words[last].joined)) ++last;
        if (last == words.size() || words[last].place != place) return false;
        if (phrase.terms[i] != "*" && term(words[last].folded) != phrase.terms[i]) return false;
    }
    return true;
}

FoundWords WordsSought::find(const schema::Node& node, std::string_view text) {
    FoundWords found;
    found.weight = weights_[node.id];
    if (found.weight <= 0) return found;
    const std::span<const text::Word> words = splitter_.split(text, text::Markup::Plain);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!may_begin(words[i].folded)) continue;
        const auto [from, to] = by_first_term_.equal_range(term(words[i].folded));
        for (auto at = from; at != to; ++at) {
            const Phrase& phrase = phrases_[at->second];
            std::size_t last = i;
            if (scopes_[phrase.scope][node.id] <= 0 || !stands_at(phrase, words, i, last)) continue;
            found.ranges.push_back({words[i].begin, words[last].end});
            found.words.insert(at->second);
        }
    }
    join_ranges(found.ranges, text);
    return found;
}

} // namespace trialdex::web
