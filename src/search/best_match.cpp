#include "search/best_match.h"

#include "text/words.h"

#include <set>

namespace trialdex::search {

Expression best_match(std::string_view text) {
    Expression any;
    any.kind = Expression::Kind::Or;
    text::Splitter splitter;
    std::set<std::string, std::less<>> seen;
    for (const text::Word& word : splitter.split(text, text::Markup::Plain)) {
        if (word.joined || text::is_function_word(word.folded) || !seen.emplace(word.folded).second) continue;
        Expression one;
        one.kind = Expression::Kind::Words;
        one.text = std::string(word.folded);
        any.parts.push_back(std::move(one));
    }
    if (any.parts.empty()) any.kind = Expression::Kind::Nothing;
    return any;
}

} // namespace trialdex::search
