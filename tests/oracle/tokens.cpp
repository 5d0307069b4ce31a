#include "oracle/tokens.h"

#include <array>
#include <cctype>

namespace trialdex::oracle {

namespace {

using Kind = Token::Kind;

bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
bool ends_word(char c) { return is_blank(c) || std::string_view("()[],\"").find(c) != std::string_view::npos; }

constexpr std::array<std::string_view, 7> kBracketed = {"AREA",      "SEARCH", "COVERAGE", "COVER",
                                                        "EXPANSION", "TILT",   "RANGE"};

bool takes_bracket(std::string_view word) {
    if (word == "DISTANCE") return true;
    for (const std::string_view name : kBracketed) {
        if (word == name) return true;
    }
    return false;
}

Kind kind_of_word(std::string_view word) {
    if (word == "AND") return Kind::And;
    if (word == "OR") return Kind::Or;
    if (word == "NOT") return Kind::Not;
    if (word == "ALL") return Kind::All;
    if (word == "MISSING") return Kind::Missing;
    return Kind::Word;
}

class Cutter {
public:
    explicit Cutter(std::string_view text) : text_(text) {}

    tl::expected<std::vector<Token>, std::string> run() {
        while (error_.empty()) {
            while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
            if (at_ == text_.size()) break;
            next();
        }
        if (!error_.empty()) return tl::unexpected(error_);
        result_.push_back({Kind::End, "", ""});
        return std::move(result_);
    }

private:
    void next() {
        switch (text_[at_]) {
        case '(': return single(Kind::Open);
        case ')': return single(Kind::Close);
        case ',': return single(Kind::Comma);
        case '"': return phrase();
        case '[':
        case ']': error_ = "a bracket among words"; return;
        default: return word();
        }
    }

    void single(Kind kind) {
        result_.push_back({kind, "", ""});
        ++at_;
    }

    void phrase() {
        std::string text;
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_; // \" is a quote, other backslashes are dropped
            text += text_[at_];
        }
        if (at_ == text_.size()) {
            error_ = "an odd quote";
            return;
        }
        ++at_;
        result_.push_back({Kind::Phrase, std::move(text), ""});
    }

    void word() {
        std::string text;
        bool escaped = false;
        for (; at_ < text_.size() && !ends_word(text_[at_]); ++at_) {
            if (text_[at_] == '\\') {
                escaped = true;
                if (++at_ == text_.size()) break;
            }
            text += text_[at_];
        }
        if (!escaped && at_ < text_.size() && text_[at_] == '[' && takes_bracket(text)) return bracket(std::move(text));
        result_.push_back({escaped ? Kind::Word : kind_of_word(text), std::move(text), ""});
    }

    void bracket(std::string name) {
        const std::size_t end = text_.find(']', at_);
        if (end == std::string_view::npos) {
            error_ = "an open bracket";
            return;
        }
        std::string_view argument = text_.substr(at_ + 1, end - at_ - 1);
        while (!argument.empty() && is_blank(argument.front())) argument.remove_prefix(1);
        while (!argument.empty() && is_blank(argument.back())) argument.remove_suffix(1);
        result_.push_back({Kind::Bracket, std::move(name), std::string(argument)});
        at_ = end + 1;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> result_;
    std::string error_;
};

} // namespace

tl::expected<std::vector<Token>, std::string> tokens(std::string_view text) { return Cutter(text).run(); }

} // namespace trialdex::oracle
