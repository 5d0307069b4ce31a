// Recursive descent over the tokens. One method a rule of the grammar (contract section 7.1); depth is bounded, and an
// expression of one part is that part.
#include "search/language/parse.h"

#include "search/language/leaves.h"
#include "search/language/names.h"
#include "search/language/tokens.h"
#include "study/sortable.h"

#include <array>
#include <fmt/format.h>
#include <optional>

namespace trialdex::search {

namespace {

constexpr std::size_t kMaxMendings = 8; // an expression with more mistakes gets no suggestion

constexpr std::array<std::string_view, 4> kCoverages = {"Contains", "FullMatch", "StartsWith", "EndsWith"};
constexpr std::array<std::string_view, 5> kExpansions = {"None", "Term", "Concept", "Relaxation", "Lossy"};
constexpr std::array<std::string_view, 2> kDocuments = {"Study", "Location"};

bool is_prefix(TokenKind kind) {
    return kind == TokenKind::Not || (has_argument(kind) && kind != TokenKind::Range && kind != TokenKind::Distance);
}

// What must be followed by something to search for.
bool leads_on(TokenKind kind) {
    return is_prefix(kind) || kind == TokenKind::Open || kind == TokenKind::Comma || kind == TokenKind::And ||
           kind == TokenKind::Or;
}

Expression joined(Expression::Kind kind, std::vector<Expression> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    Expression whole;
    whole.kind = kind;
    whole.range = {parts.front().range.begin, parts.back().range.end};
    whole.parts = std::move(parts);
    return whole;
}

Expression wrapped(Expression::Kind kind, Expression inside) {
    Expression whole;
    whole.kind = kind;
    whole.parts.push_back(std::move(inside));
    return whole;
}

class Parser {
public:
    Parser(std::string_view text, std::vector<Token> tokens) : text_(text), tokens_(std::move(tokens)) {}

    Parsed<Expression> run(const Setting& setting) {
        auto whole = alternatives(setting, 0);
        if (whole && now().kind != TokenKind::End) return tl::unexpected(misplaced());
        return whole;
    }

private:
    const Token& now() const { return tokens_[at_]; }

    bool take(TokenKind kind) {
        if (now().kind != kind) return false;
        ++at_;
        return true;
    }

    // Whether the clause ends here.
    bool at_end() const { return now().kind == TokenKind::End || now().kind == TokenKind::Close; }

    // expr = and { "OR" and }
    Parsed<Expression> alternatives(const Setting& setting, std::size_t depth) {
        std::vector<Expression> parts;
        do {
            auto part = conjunction(setting, depth);
            if (!part) return part;
            parts.push_back(std::move(*part));
        } while (take(TokenKind::Or));
        return joined(Expression::Kind::Or, std::move(parts));
    }

    // and = unary { [ "AND" | "," ] unary }; a comma with nothing on one side of it is passed over
    Parsed<Expression> conjunction(const Setting& setting, std::size_t depth) {
        std::vector<Expression> parts;
        bool needs_another = true;
        for (;;) {
            while (take(TokenKind::Comma)) {
            }
            if (at_end() || now().kind == TokenKind::Or) break;
            auto part = unary(setting, depth);
            if (!part) return part;
            parts.push_back(std::move(*part));
            needs_another = take(TokenKind::And);
        }
        if (!needs_another) return joined(Expression::Kind::And, std::move(parts));
        return tl::unexpected(at_end() ? nothing_here() : misplaced());
    }

    // unary = { prefix } source
    Parsed<Expression> unary(Setting setting, std::size_t depth) {
        const std::size_t begin = now().range.begin;
        if (depth > kMaxExpressionDepth) return tl::unexpected(too_deep(now().range));
        auto made = is_prefix(now().kind) ? prefixed(setting, depth) : source(setting, depth);
        // With its prefixes and parentheses, so that a part can be cut out of the text.
        if (made) made->range = {begin, tokens_[at_ - 1].range.end};
        return made;
    }

    Parsed<Expression> prefixed(Setting setting, std::size_t depth) {
        const Token& token = tokens_[at_++];
        switch (token.kind) {
        case TokenKind::Area: {
            auto scoped = in_area(text_, setting, token);
            if (!scoped) return tl::unexpected(scoped.error());
            setting = *scoped;
            break;
        }
        case TokenKind::Coverage: {
            const auto choice = argument(token, kCoverages, "coverage");
            if (!choice) return tl::unexpected(choice.error());
            setting.coverage = static_cast<Coverage>(*choice);
            break;
        }
        case TokenKind::Expansion: {
            const auto choice = argument(token, kExpansions, "expansion");
            if (!choice) return tl::unexpected(choice.error());
            setting.expansion = static_cast<Expansion>(*choice);
            break;
        }
        case TokenKind::Search: return search(setting, token, depth);
        case TokenKind::Tilt: return tilted(setting, token, depth);
        default:
            return unary(setting, depth + 1).map([](Expression inside) {
                return wrapped(Expression::Kind::Not, std::move(inside));
            });
        }
        return unary(setting, depth + 1);
    }

    Parsed<Expression> search(Setting setting, const Token& token, std::size_t depth) {
        const auto document = argument(token, kDocuments, "document");
        if (!document) return tl::unexpected(document.error());
        if (setting.in_location) return tl::unexpected(nested_search(token.range));
        setting.in_location = kDocuments[*document] == "Location";
        auto inside = unary(setting, depth + 1);
        if (!inside || !setting.in_location) return inside;
        return wrapped(Expression::Kind::Location, std::move(*inside));
    }

    Parsed<Expression> tilted(const Setting& setting, const Token& token, std::size_t depth) {
        const schema::Node* node = schema::find_piece(token.text);
        if (node == nullptr) return tl::unexpected(unknown_name(text_, token.argument));
        if (!study::is_sortable(*node)) {
            return tl::unexpected(wrong_argument(text_, token.argument,
                                                 fmt::format("TILT is not supported for `{}`", node->path),
                                                 "TILT takes a date, a number or an age, as in TILT[StartDate].", {}));
        }
        auto inside = unary(setting, depth + 1);
        if (inside && inside->tilt == nullptr) inside->tilt = node;
        return inside;
    }

    template <std::size_t N>
    Parsed<std::size_t> argument(const Token& token, const std::array<std::string_view, N>& choices,
                                 std::string_view what) const {
        for (std::size_t i = 0; i < N; ++i) {
            if (choices[i] == token.text) return i;
        }
        return tl::unexpected(
            wrong_argument(text_, token.argument, fmt::format("Invalid {}: {}", what, token.text),
                           fmt::format("“{}” is not known here; it can be {}.", token.text, fmt::join(choices, ", ")),
                           nearest(token.text, choices)));
    }

    Parsed<Expression> source(const Setting& setting, std::size_t depth) {
        const Token& token = now();
        switch (token.kind) {
        case TokenKind::Word: return words(setting);
        case TokenKind::Phrase: ++at_; return term_leaf(text_, setting, token.text, true, token.range);
        case TokenKind::Open: return group(setting, depth);
        case TokenKind::Range: ++at_; return range_leaf(text_, setting, token);
        case TokenKind::Distance: ++at_; return distance_leaf(setting, token);
        case TokenKind::Missing:
        case TokenKind::All: {
            ++at_;
            Expression made;
            made.kind = token.kind == TokenKind::All ? Expression::Kind::All : Expression::Kind::Missing;
            if (token.kind == TokenKind::Missing) made.scope = setting.scope;
            return made;
        }
        default: return tl::unexpected(misplaced());
        }
    }

    // A run of words is one term.
    Parsed<Expression> words(const Setting& setting) {
        TextRange range = now().range;
        std::string text;
        for (; now().kind == TokenKind::Word; ++at_) {
            if (!text.empty()) text += ' ';
            text += now().text;
            range.end = now().range.end;
        }
        return term_leaf(text_, setting, std::move(text), false, range);
    }

    Parsed<Expression> group(const Setting& setting, std::size_t depth) {
        open_.push_back(tokens_[at_++].range.begin);
        auto inside = alternatives(setting, depth + 1);
        if (!inside) return inside;
        if (!take(TokenKind::Close)) {
            return tl::unexpected(now().kind == TokenKind::End ? unclosed_group(text_, open_.front(), open_.size())
                                                               : misplaced());
        }
        open_.pop_back();
        return inside;
    }

    // Why the token that is now cannot be taken.
    ParseError misplaced() const {
        const Token& token = now();
        if (token.kind != TokenKind::LeftBracket && token.kind != TokenKind::RightBracket) {
            return unexpected(text_, token.range);
        }
        const bool after_word = at_ > 0 && tokens_[at_ - 1].kind == TokenKind::Word;
        return raw_bracket(text_, token.range, after_word ? slice(text_, tokens_[at_ - 1].range) : std::string_view());
    }

    // A clause ends where a term must stand: what leads to nothing is left out, and what is open closed.
    ParseError nothing_here() const {
        const Token& end = now();
        std::size_t kept = at_; // tokens
        while (kept > 0 && leads_on(tokens_[kept - 1].kind)) --kept;
        std::string mended(text_.substr(0, kept == 0 ? 0 : tokens_[kept - 1].range.end));
        // "()" goes as a whole.
        const bool drops_pair = kept < at_ && end.kind == TokenKind::Close && tokens_[at_ - 1].kind == TokenKind::Open;
        mended += ' ';
        mended += text_.substr(drops_pair ? end.range.end : end.range.begin);
        if (end.kind == TokenKind::End) {
            for (std::size_t i = 0; i < open_.size() && open_[i] < tokens_[kept].range.begin; ++i) mended += ')';
        }
        return nothing_inside({tokens_[kept].range.begin, end.range.end}, std::move(mended));
    }

    std::string_view text_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::vector<std::size_t> open_; // parentheses
};

Parsed<Expression> parse_once(std::string_view text, const Scope& scope) {
    if (text.size() > kMaxExpressionBytes) return tl::unexpected(too_long());
    auto tokens = tokens_of(text);
    if (!tokens) return tl::unexpected(tokens.error());
    Setting setting;
    setting.scope = scope;
    return Parser(text, std::move(*tokens)).run(setting);
}

// A suggestion is one only when it parses; what else is wrong with it is mended on the way.
std::string whole_suggestion(std::string suggestion, const Scope& scope) {
    for (std::size_t i = 0; i < kMaxMendings && !trimmed(suggestion).empty(); ++i) {
        auto again = parse_once(suggestion, scope);
        if (again) return suggestion;
        suggestion = std::move(again.error().suggestion);
    }
    return {};
}

} // namespace

tl::expected<Expression, ParseError> parse(std::string_view text, Scope default_scope) {
    auto parsed = parse_once(text, default_scope);
    if (!parsed) parsed.error().suggestion = whole_suggestion(std::move(parsed.error().suggestion), default_scope);
    return parsed;
}

} // namespace trialdex::search
