#include "search/language/tokens.h"

#include "search/language/errors.h"

#include <array>
#include <optional>

namespace trialdex::search {

namespace {

struct Named {
    std::string_view name;
    TokenKind kind;
};

constexpr std::array<Named, 5> kOperators = {{
    {"AND", TokenKind::And},
    {"OR", TokenKind::Or},
    {"NOT", TokenKind::Not},
    {"MISSING", TokenKind::Missing},
    {"ALL", TokenKind::All},
}};

constexpr std::array<Named, 8> kOperatorsWithArgument = {{
    {"AREA", TokenKind::Area},
    {"SEARCH", TokenKind::Search},
    {"COVERAGE", TokenKind::Coverage},
    {"COVER", TokenKind::Coverage},
    {"EXPANSION", TokenKind::Expansion},
    {"TILT", TokenKind::Tilt},
    {"RANGE", TokenKind::Range},
    {"DISTANCE", TokenKind::Distance},
}};

constexpr std::array<std::pair<char, TokenKind>, 5> kMarks = {{
    {'(', TokenKind::Open},
    {')', TokenKind::Close},
    {',', TokenKind::Comma},
    {'[', TokenKind::LeftBracket},
    {']', TokenKind::RightBracket},
}};

template <std::size_t N> TokenKind find(const std::array<Named, N>& table, std::string_view name) {
    for (const Named& entry : table) {
        if (entry.name == name) return entry.kind;
    }
    return TokenKind::End;
}

std::optional<TokenKind> mark(char c) {
    for (const auto& [written, kind] : kMarks) {
        if (written == c) return kind;
    }
    return std::nullopt;
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    tl::expected<std::vector<Token>, ParseError> run() {
        for (skip_space(); at_ < text_.size(); skip_space()) {
            if (const auto kind = mark(text_[at_])) {
                push({*kind, {}, {at_, at_ + 1}, {}});
            } else if (const auto problem = text_[at_] == '"' ? phrase() : word()) {
                return tl::unexpected(*problem);
            }
        }
        push({TokenKind::End, {}, {text_.size(), text_.size()}, {}});
        return std::move(tokens_);
    }

private:
    void push(Token token) {
        at_ = token.range.end;
        tokens_.push_back(std::move(token));
    }

    void skip_space() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }

    std::optional<ParseError> phrase() {
        std::string content;
        for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
            if (text_[i] == '"') {
                push({TokenKind::Phrase, std::move(content), {at_, i + 1}, {}});
                return std::nullopt;
            }
            if (text_[i] == '\\' && ++i == text_.size()) break;
            content += text_[i];
        }
        return unclosed_quote(text_, at_);
    }

    std::optional<ParseError> word() {
        std::string content;
        bool escaped = false;
        std::size_t i = at_;
        for (; i < text_.size() && !is_space(text_[i]) && text_[i] != '"' && !mark(text_[i]); ++i) {
            if (text_[i] == '\\') {
                escaped = true;
                if (++i == text_.size()) break;
            }
            content += text_[i];
        }
        const TokenKind plain = escaped ? TokenKind::End : find(kOperators, content);
        const TokenKind bracketed = escaped ? TokenKind::End : operator_with_argument(content);
        if (bracketed != TokenKind::End && i < text_.size() && text_[i] == '[') return with_argument(bracketed, i);
        push({plain == TokenKind::End ? TokenKind::Word : plain, std::move(content), {at_, i}, {}});
        return std::nullopt;
    }

    std::optional<ParseError> with_argument(TokenKind kind, std::size_t bracket) {
        const std::size_t end = text_.find_first_of("[]\"", bracket + 1);
        if (end == std::string_view::npos || text_[end] != ']') return unclosed_bracket(text_, {at_, bracket + 1});
        const TextRange argument{bracket + 1, end};
        push({kind, std::string(trimmed(slice(text_, argument))), {at_, end + 1}, argument});
        return std::nullopt;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

} // namespace

bool has_argument(TokenKind kind) { return kind >= TokenKind::Area && kind < TokenKind::End; }

TokenKind operator_with_argument(std::string_view word) { return find(kOperatorsWithArgument, word); }

tl::expected<std::vector<Token>, ParseError> tokens_of(std::string_view text) { return Lexer(text).run(); }

} // namespace trialdex::search
