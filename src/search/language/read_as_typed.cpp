// What a person typed: the language when it parses, else the words and phrases that can be made out.
#include "search/language/errors.h"
#include "search/language/tokens.h"

#include <array>
#include <utility>
#include <vector>

namespace trialdex::search {

namespace {

// What text editors and telephones make of quotation marks and blanks, with what it stands for, filled up to the same
// number of bytes so that places in the text stay right.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kTypography = {{
    {"\xE2\x80\x9C", "\"  "}, // “
    {"\xE2\x80\x9D", "  \""}, // ”
    {"\xE2\x80\x9E", "\"  "}, // „
    {"\xC2\xAB", "\" "},      // «
    {"\xC2\xBB", " \""},      // »
    {"\xC2\xA0", "  "},       // no-break space
}};

std::string as_on_a_keyboard(std::string_view text) {
    std::string plain(text);
    for (const auto& [typeset, typed] : kTypography) {
        for (std::size_t at = plain.find(typeset); at != std::string::npos; at = plain.find(typeset, at)) {
            plain.replace(at, typeset.size(), typed);
        }
    }
    return plain;
}

class WordReader {
public:
    WordReader(std::string_view text, const Scope& scope) : text_(text), scope_(scope) {}

    Expression read() {
        while (at_ < text_.size()) step();
        end_term();
        Expression whole;
        whole.kind = Expression::Kind::Nothing; // nothing but punctuation
        whole.range = {0, text_.size()};
        if (parts_.empty()) return whole;
        if (parts_.size() == 1) return std::move(parts_.front());
        whole.kind = Expression::Kind::And;
        whole.parts = std::move(parts_);
        return whole;
    }

private:
    void step() {
        const char c = text_[at_];
        if (c == '"') {
            quote();
        } else if (c == ',') {
            end_term();
            ++at_;
        } else if (is_separator(c)) {
            ++at_;
        } else {
            word();
        }
    }

    static bool is_separator(char c) {
        return is_space(c) || std::string_view("()[]\\").find(c) != std::string_view::npos;
    }

    // A pair of quotation marks keeps its phrase, a single one falls away.
    void quote() {
        const std::size_t end = text_.find('"', at_ + 1);
        if (end == std::string_view::npos) {
            ++at_;
            return;
        }
        end_term();
        const std::string_view phrase = trimmed(text_.substr(at_ + 1, end - at_ - 1));
        if (!phrase.empty()) add(std::string(phrase), true, {at_, end + 1});
        at_ = end + 1;
    }

    void word() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && !is_separator(text_[at_]) && text_[at_] != '"' && text_[at_] != ',') ++at_;
        const std::string_view word = text_.substr(begin, at_ - begin);
        if (is_operator(word)) return;
        if (term_.empty())
            range_.begin = begin;
        else
            term_ += ' ';
        term_ += word;
        range_.end = at_;
    }

    // Operators are no words here; those with brackets go with what stands in them.
    bool is_operator(std::string_view word) {
        if (word == "AND" || word == "OR" || word == "NOT") return true;
        if (operator_with_argument(word) == TokenKind::End || at_ >= text_.size() || text_[at_] != '[') return false;
        const std::size_t end = text_.find(']', at_);
        if (end != std::string_view::npos) at_ = end + 1;
        return true;
    }

    void end_term() {
        if (!term_.empty()) add(std::exchange(term_, {}), false, range_);
    }

    void add(std::string words, bool quoted, TextRange range) {
        Expression& made = parts_.emplace_back();
        made.kind = Expression::Kind::Words;
        made.scope = scope_;
        made.text = std::move(words);
        made.quoted = quoted;
        made.range = range;
    }

    std::string_view text_;
    Scope scope_;
    std::size_t at_ = 0;
    std::string term_; // the run of words so far
    TextRange range_;
    std::vector<Expression> parts_;
};

} // namespace

Reading read_as_typed(std::string_view text, Scope default_scope) {
    Reading reading;
    if (trimmed(text).empty()) {
        reading.expression.range = {0, text.size()};
        return reading; // nothing typed narrows nothing
    }
    const std::string typed = as_on_a_keyboard(text);
    auto parsed = parse(typed, default_scope);
    if (parsed) {
        reading.expression = std::move(*parsed);
        return reading;
    }
    reading.as_language = false;
    reading.problem = std::move(parsed.error());
    reading.expression = WordReader(std::string_view(typed).substr(0, kMaxExpressionBytes), default_scope).read();
    return reading;
}

} // namespace trialdex::search
