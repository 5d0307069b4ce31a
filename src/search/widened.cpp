// The site's wider readings: the words of a query anywhere in the study, or only some of them. What the contract's
// reading finds is always part of the wider one, so that nothing is lost on the way.
#include "search/search.h"
#include "text/words.h"

#include <algorithm>

namespace trialdex::search {

namespace {

using Kind = Expression::Kind;

Expression joined(Kind kind, std::vector<Expression> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    Expression whole;
    whole.kind = kind;
    whole.parts = std::move(parts);
    return whole;
}

class Widener {
public:
    explicit Widener(Widening how) : how_(how) {}

    // nullopt when nothing in it can be read more widely.
    std::optional<Expression> widen(const Expression& expression) {
        switch (expression.kind) {
        case Kind::Words: return widen_words(expression);
        case Kind::And: return widen_and(expression);
        case Kind::Or: return widen_each(expression);
        default: return std::nullopt; // what is excluded, tied to one location, or no words stays as it is
        }
    }

private:
    // A term in one field that was asked for by name stays there.
    std::optional<Expression> widen_words(const Expression& term) {
        if (term.scope.area == nullptr) return std::nullopt;
        std::vector<Expression> words = single_words(term);
        if (words.empty() || (how_ == Widening::SomeWords && words.size() < 2)) return std::nullopt;
        Expression spread = joined(how_ == Widening::SomeWords ? Kind::Or : Kind::And, std::move(words));
        std::vector<Expression> either;
        either.push_back(term); // its other names are known to the whole term only
        either.push_back(std::move(spread));
        return joined(Kind::Or, std::move(either));
    }

    std::optional<Expression> widen_and(const Expression& all) {
        if (how_ == Widening::SomeWords) return some_parts(all);
        return widen_each(all);
    }

    // Any of the parts that are words, together with all that are not.
    std::optional<Expression> some_parts(const Expression& all) {
        std::vector<Expression> some;
        std::vector<Expression> parts;
        for (const Expression& part : all.parts) {
            auto everywhere = Widener(Widening::AllWordsAnywhere).widen(part);
            if (everywhere) {
                auto wider = widen(part);
                some.push_back(wider ? std::move(*wider) : std::move(*everywhere));
            } else {
                parts.push_back(part);
            }
        }
        if (some.empty()) return std::nullopt;
        parts.push_back(joined(Kind::Or, std::move(some)));
        return joined(Kind::And, std::move(parts));
    }

    // The same parts, each as wide as it gets.
    std::optional<Expression> widen_each(const Expression& whole) {
        std::vector<Expression> parts;
        bool has_changed = false;
        for (const Expression& part : whole.parts) {
            auto wider = widen(part);
            has_changed = has_changed || wider.has_value();
            if (wider)
                parts.push_back(std::move(*wider));
            else
                parts.push_back(part);
        }
        return has_changed ? std::optional(joined(whole.kind, std::move(parts))) : std::nullopt;
    }

    // Each word of a term as a term of its own, in the whole record; function words are no terms.
    std::vector<Expression> single_words(const Expression& term) {
        std::vector<Expression> words;
        for (std::size_t at = 0; at < term.text.size();) {
            const std::size_t end = std::min(term.text.find(' ', at), term.text.size());
            const std::string_view word = std::string_view(term.text).substr(at, end - at);
            at = end + 1;
            if (!has_content(word)) continue;
            Expression single;
            single.kind = Kind::Words;
            single.text = word;
            single.tilt = term.tilt;
            single.range = term.range;
            words.push_back(std::move(single));
        }
        return words;
    }

    bool has_content(std::string_view word) {
        const auto split = splitter_.split(word, text::Markup::Plain);
        return std::any_of(split.begin(), split.end(),
                           [](const text::Word& one) { return !text::is_function_word(one.folded); });
    }

    Widening how_;
    text::Splitter splitter_;
};

} // namespace

std::optional<Expression> widened(const Expression& expression, Widening how) { return Widener(how).widen(expression); }

} // namespace trialdex::search
