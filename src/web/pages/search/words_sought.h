// Which words of a record are those that the search asked for? The terms of its clauses and the other names that were
// searched along, each where its clause looks for it.
#pragma once

#include "search/search.h"
#include "text/words.h"

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace trialdex::web {

struct MarkedRange {
    std::size_t begin;
    std::size_t end;
};

struct FoundWords {
    std::vector<MarkedRange> ranges; // bytes of the text, ascending, apart from each other
    std::set<std::size_t> words;     // which of the words sought are among them, by number
    double weight = 0;               // how much the search makes of this field, 0 to 1
};

class WordsSought {
public:
    WordsSought(std::span<const search::Clause> clauses, std::span<const search::SynonymUse> synonyms);

    bool is_empty() const { return phrases_.empty(); }
    // Whether word `number` was asked for; the others are other names of what was.
    bool was_asked(std::size_t number) const { return number < asked_; }
    std::size_t asked() const { return asked_; } // how many
    bool looks_at(const schema::Node& node) const { return weights_[node.id] > 0; }
    double weight(const schema::Node& node) const { return weights_[node.id]; }
    // `text` is plain: no markup, no entities. Not for two threads at once.
    FoundWords find(const schema::Node& node, std::string_view text);

private:
    struct Phrase {
        std::vector<std::string> terms; // "*" is any word
        std::size_t scope;
    };

    void add_clause(const search::Expression& expression);
    void add_words(const search::Expression& words);
    void add_phrase(std::vector<std::string> terms, std::size_t scope);
    std::vector<std::string> terms_of(std::string_view text);
    std::size_t scope_number(const search::Scope& scope);
    bool stands_at(const Phrase& phrase, std::span<const text::Word> words, std::size_t first, std::size_t& last);

    // By its first letter, which spares most words the stemmer.
    bool may_begin(std::string_view folded) const {
        return !folded.empty() && first_bytes_.test(static_cast<unsigned char>(folded.front()));
    }

    // The term of a record's word, kept: a page's records repeat their words, and stemming took a third of its time.
    const std::string& term(std::string_view folded);

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    text::Splitter splitter_;
    text::Stemmer stemmer_;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> terms_; // by folded word
    std::vector<Phrase> phrases_;
    std::multimap<std::string, std::size_t, std::less<>> by_first_term_;
    text::Stemmer::Bytes first_bytes_;        // of words that may begin a phrase
    std::vector<std::vector<double>> scopes_; // weight by schema node id, 0 where it does not look
    std::vector<search::Scope> scope_keys_;
    std::vector<double> weights_; // the largest of all scopes
    std::size_t asked_ = 0;       // phrases before this number were asked for
};

} // namespace trialdex::web
