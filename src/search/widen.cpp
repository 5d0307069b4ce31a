// The site's wider readings: the words of every term anywhere in the study, all of them or some.
#include "search/search.h"
#include "text/words.h"

#include <algorithm>

namespace trialdex::search {

namespace {

using Kind = Expression::Kind;

std::vector<Expression> words_of(const Expression& term) {
    std::vector<Expression> words;
    text::Splitter splitter;
    for (const text::Word& word : splitter.split(term.text, text::Markup::Plain)) {
        if (word.joined || text::is_function_word(word.folded)) continue;
        Expression one;
        one.kind = Kind::Words;
        one.text = std::string(word.folded);
        one.range = term.range;
        words.push_back(std::move(one));
    }
    return words;
}

Expression together(Kind kind, std::vector<Expression> parts) {
    if (parts.size() == 1) return std::move(parts[0]);
    Expression sum;
    sum.kind = kind;
    sum.parts = std::move(parts);
    return sum;
}

// A study that the writer excluded stays out, and filters keep filtering: only terms are widened.
Expression widen(const Expression& expression, Widening how, bool& changed) {
    if (expression.kind == Kind::Words && expression.expansion >= Expansion::Relaxation) {
        auto words = words_of(expression);
        if (words.empty()) return expression;
        changed = true;
        return together(how == Widening::AllWordsAnywhere ? Kind::And : Kind::Or, std::move(words));
    }
    if (expression.kind != Kind::And && expression.kind != Kind::Or) return expression;
    std::vector<Expression> terms;
    std::vector<Expression> filters;
    for (const Expression& part : expression.parts) {
        bool of_part = false;
        Expression wider = widen(part, how, of_part);
        (of_part ? terms : filters).push_back(std::move(wider));
        changed |= of_part;
    }
    if (terms.empty()) return expression;
    const bool any = how == Widening::SomeWords || expression.kind == Kind::Or;
    if (expression.kind == Kind::Or) {
        std::move(filters.begin(), filters.end(), std::back_inserter(terms));
        return together(Kind::Or, std::move(terms));
    }
    filters.insert(filters.begin(), together(any ? Kind::Or : Kind::And, std::move(terms)));
    return together(Kind::And, std::move(filters));
}

} // namespace

std::optional<Expression> widened(const Expression& expression, Widening how) {
    bool changed = false;
    Expression wider = widen(expression, how, changed);
    if (!changed) return std::nullopt;
    return wider;
}

} // namespace trialdex::search
