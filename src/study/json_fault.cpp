#include "study/json_fault.h"

#include <vector>

namespace trialdex::study {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Reads on as long as the text is JSON; `at` stays where it no longer is. No recursion, so depth costs no stack.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::optional<std::size_t> fault() {
        do {
            if (!value()) return at_;
        } while (!open_.empty());
        space();
        return at_ == text_.size() ? std::nullopt : std::optional(at_);
    }

private:
    // One value up to where the next one is due: an opened structure, or a scalar and the ends that follow it.
    bool value() {
        space();
        if (take('{')) {
            open_.push_back('}');
            space();
            return take('}') ? closed() : member_name();
        }
        if (take('[')) {
            open_.push_back(']');
            space();
            return take(']') ? closed() : true;
        }
        return scalar() && after_value();
    }

    bool closed() {
        open_.pop_back();
        return after_value();
    }

    // A comma and what it announces, or the ends of structures.
    bool after_value() {
        while (!open_.empty()) {
            space();
            if (take(',')) return open_.back() == '}' ? member_name() : true;
            if (!take(open_.back())) return false;
            open_.pop_back();
        }
        return true;
    }

    bool member_name() {
        space();
        if (!string()) return false;
        space();
        return take(':');
    }

    bool scalar() {
        if (peek() == '"') return string();
        for (const std::string_view word : {"true", "false", "null"}) {
            if (!text_.substr(at_).starts_with(word)) continue;
            at_ += word.size();
            return true;
        }
        return number();
    }

    bool string() {
        const std::size_t start = at_;
        if (!take('"')) return false;
        while (at_ < text_.size() && text_[at_] != '"') {
            if (static_cast<unsigned char>(text_[at_]) < 0x20) return false;
            if (take('\\')) {
                if (!escape()) return false;
            } else {
                ++at_;
            }
        }
        if (take('"')) return true;
        at_ = start; // the quotation mark that opens it is what to look for
        return false;
    }

    bool escape() {
        if (at_ == text_.size()) return false;
        if (take('u')) {
            for (int i = 0; i < 4; ++i, ++at_) {
                if (!is_hex(peek())) return false;
            }
            return true;
        }
        if (std::string_view("\"\\/bfnrt").find(text_[at_]) == std::string_view::npos) return false;
        ++at_;
        return true;
    }

    bool number() {
        take('-');
        if (!take('0') && !digits()) return false;
        if (take('.') && !digits()) return false;
        if (!take('e') && !take('E')) return true;
        if (!take('+')) take('-');
        return digits();
    }

    bool digits() {
        const std::size_t start = at_;
        while (is_digit(peek())) ++at_;
        return at_ > start;
    }

    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    void space() {
        while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<char> open_; // ends that are still to come
};

} // namespace

std::optional<std::size_t> json_fault(std::string_view text) { return Reader(text).fault(); }

std::string place_in_text(std::string_view text, std::size_t offset) {
    std::size_t line = 1;
    std::size_t character = 1;
    for (const char c : text.substr(0, offset)) {
        if (c == '\n') {
            ++line;
            character = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
            ++character;
        }
    }
    return "line " + std::to_string(line) + ", character " + std::to_string(character);
}

} // namespace trialdex::study
