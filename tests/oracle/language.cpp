#include "oracle/language.h"

#include "oracle/leaves.h"
#include "oracle/tokens.h"

#include <map>

namespace trialdex::oracle {

namespace {

using Kind = Token::Kind;
using Parsed = tl::expected<Tree, std::string>;

constexpr int kMaxDepth = 250; // of our own recursion; the language says nothing

bool starts_source(Kind kind) {
    return kind == Kind::Word || kind == Kind::Phrase || kind == Kind::Open || kind == Kind::All ||
           kind == Kind::Missing;
}
bool starts_unary(Kind kind) { return starts_source(kind) || kind == Kind::Not || kind == Kind::Bracket; }

Tree joined(Tree::Kind kind, std::vector<Tree> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    Tree tree;
    tree.kind = kind;
    tree.parts = std::move(parts);
    return tree;
}

// expr = and {"OR" and};  and = unary {["AND" | ","] unary};  unary = {prefix} source
class Parser {
public:
    explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

    Parsed whole(const Context& context) {
        Parsed tree = expression(context);
        if (tree && peek() != Kind::End) return tl::unexpected(std::string("something after the end"));
        return tree;
    }

private:
    Kind peek() const { return tokens_[at_].kind; }

    Parsed expression(const Context& context) {
        std::vector<Tree> parts;
        do {
            Parsed part = conjunction(context);
            if (!part) return part;
            parts.push_back(std::move(*part));
        } while (take(Kind::Or));
        return joined(Tree::Kind::Or, std::move(parts));
    }

    Parsed conjunction(const Context& context) {
        std::vector<Tree> parts;
        do {
            Parsed part = unary(context);
            if (!part) return part;
            parts.push_back(std::move(*part));
        } while (take(Kind::And) || take(Kind::Comma) || starts_unary(peek()));
        return joined(Tree::Kind::And, std::move(parts));
    }

    Parsed unary(const Context& context) {
        if (++depth_ > kMaxDepth) return tl::unexpected(std::string("too deep"));
        Parsed result = unary_here(context);
        --depth_;
        return result;
    }

    Parsed unary_here(const Context& context) {
        if (take(Kind::Not)) return wrapped(Tree::Kind::Not, unary(context));
        if (peek() != Kind::Bracket) return source(context);
        const Token token = tokens_[at_++];
        if (token.text == "RANGE") return range_leaf(context, token.argument);
        if (token.text == "DISTANCE") return distance_leaf(context, token.argument);
        if (token.text == "SEARCH") {
            if (token.argument == "Location") return wrapped(Tree::Kind::SomeLocation, unary(context));
            if (token.argument == "Study") return wrapped(Tree::Kind::WholeStudy, unary(context));
            return tl::unexpected("no document " + token.argument);
        }
        const auto narrowed = with_prefix(context, token.text, token.argument);
        if (!narrowed) return tl::unexpected(narrowed.error());
        return unary(*narrowed);
    }

    Parsed source(const Context& context) {
        if (take(Kind::All)) return Tree{};
        if (take(Kind::Missing)) return missing_leaf(context);
        if (take(Kind::Open)) {
            Parsed inside = expression(context);
            if (inside && !take(Kind::Close)) return tl::unexpected(std::string("an open parenthesis"));
            return inside;
        }
        if (peek() == Kind::Phrase) return words_leaf(context, tokens_[at_++].text, true);
        if (peek() != Kind::Word) return tl::unexpected(std::string("a source is missing"));
        std::string text = tokens_[at_++].text;
        while (peek() == Kind::Word) text += " " + tokens_[at_++].text;
        return words_leaf(context, text, false);
    }

    static Parsed wrapped(Tree::Kind kind, Parsed inside) {
        if (!inside) return inside;
        Tree tree;
        tree.kind = kind;
        tree.parts.push_back(std::move(*inside));
        return tree;
    }

    bool take(Kind kind) {
        if (peek() != kind) return false;
        ++at_;
        return true;
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

} // namespace

tl::expected<Tree, std::string> read_expression(std::string_view text, const Scope& default_scope) {
    auto cut = tokens(text);
    if (!cut) return tl::unexpected(cut.error());
    Context context;
    context.scope = default_scope;
    return Parser(std::move(*cut)).whole(context);
}

} // namespace trialdex::oracle
