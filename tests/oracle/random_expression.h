// Random expressions of all kinds, always valid, of which a good share matches some studies and not all.
#pragma once

#include "oracle/draws.h"
#include "oracle/sketch.h"

namespace trialdex::oracle {

class RandomExpressions {
public:
    RandomExpressions(const std::vector<Study>& studies, std::uint64_t seed, Lexicon& lexicon,
                      const text::Synonyms& synonyms)
        : draws_(studies, seed, lexicon, synonyms) {}

    Sketch next();
    Draws& draws() { return draws_; }

private:
    Sketch nested(std::size_t depth);
    Sketch several(std::size_t depth);
    Sketch inside_location(std::size_t depth);
    Sketch leaf();
    Sketch words_leaf();
    Sketch scoped_words();
    Sketch typed_leaf();
    Sketch structure_leaf();
    Sketch location_leaf();

    std::string term(const schema::Node& node);
    std::string dressed(std::string words);
    const schema::Node& node_of(const schema::SearchArea& area);

    Draws draws_;
};

} // namespace trialdex::oracle
