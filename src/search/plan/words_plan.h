// A term of an expression, ready to be looked up: split into words, cut into units, widened by synonyms.
// docs/decisions/0005-what-a-search-means.md says what variants and units are.
#pragma once

#include "index/fields.h"
#include "search/language/expression.h"
#include "search/search.h"
#include "text/synonyms.h"
#include "text/words.h"

#include <span>
#include <string>
#include <vector>

namespace trialdex::search {

// Words that must stand at these places relative to each other; places without a word are free.
struct Phrase {
    struct Part {
        std::string term;
        std::uint32_t place;
        bool operator==(const Part&) const = default;
    };
    std::vector<Part> parts;
    std::uint32_t places = 0; // the whole takes, function words at its ends included
};

struct Unit {
    Phrase own;                            // its own words
    bool adjacent = false;                 // they must be a phrase
    std::vector<text::ConceptId> concepts; // of which it is a form, from vocabularies
    std::vector<Phrase> forms;             // other names to look for as phrases (of one word, of the records' own
                                           // concepts, or all of them when coverage matters)
};

struct Variant {
    index::FieldMask mask;
    std::vector<Unit> units;
};

// A code that the whole term names, in one of the fields.
struct CodeMatch {
    std::string value;
    index::FieldNumber field;
};

struct WordsPlan {
    index::FieldMask mask;
    std::vector<Variant> variants; // any of them; none: matches nothing
    std::vector<CodeMatch> codes;  // or any of these
    Coverage coverage = Coverage::Contains;
    bool lossy = false;      // half of the units will do
    bool as_written = false; // EXPANSION[None]: check the record's text
    std::vector<SynonymUse> used;
};

// The mask of a leaf's scope.
index::FieldMask scope_mask(const Scope& scope);

class WordsPlanner {
public:
    WordsPlanner(const text::Synonyms& synonyms, bool use_synonyms) : synonyms_(synonyms), use_(use_synonyms) {}
    // `leaf` is of kind Words. `mask` is its scope's, perhaps narrowed.
    WordsPlan plan(const Expression& leaf, const index::FieldMask& mask);

private:
    struct Word {
        std::string folded;
        std::string term;
        bool function_word;
    };
    std::vector<std::vector<Word>> variants_of(std::string_view text);
    Variant cut(std::span<const Word> words, bool quoted, bool synonyms, WordsPlan& plan);
    Unit unit_of(std::span<const Word> words, bool adjacent, bool synonyms, WordsPlan& plan);
    std::span<const text::ConceptId> concepts_of(std::span<const Word> words) const;

    const text::Synonyms& synonyms_;
    bool use_;
    text::Splitter splitter_;
    text::Stemmer stemmer_;
};

} // namespace trialdex::search
