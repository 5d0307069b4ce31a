#include "study/criteria/quantities.h"

#include "study/criteria/quantity_words.h"

#include <algorithm>

namespace trialdex::study {

namespace {

constexpr std::size_t kMaxUnits = 5; // "mL/min/1.73 m²"

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
// From U+3000 on, Chinese, Japanese and Korean letters stand beside numbers and units without a space.
bool is_unspaced(char first_byte) { return static_cast<unsigned char>(first_byte) >= 0xE3; }
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool starts_small(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (small(text[i]) != small(word[i])) return false;
    }
    return true;
}

class QuantityScanner {
public:
    explicit QuantityScanner(std::string_view text) : text_(text) {}

    std::vector<TextRange> scan() {
        for (std::size_t at = 0; at < text_.size();) {
            if (!is_digit(text_[at])) {
                ++at;
                continue;
            }
            if (!begins_number(at)) {
                at = number_end(at); // or "A10,2 cm" would give "2 cm"
                continue;
            }
            const std::size_t end = read(at);
            if (end > at) {
                done_ = end;
                at = end;
            } else {
                at = number_end(at);
            }
        }
        return std::move(found_);
    }

private:
    // Not in "CYP3A4", "PD-1", "v1.1".
    bool begins_number(std::size_t at) const {
        if (at == 0) return true;
        const char before = text_[at - 1];
        if (before == '-') return at == 1 || !is_word_byte(text_[at - 2]);
        // The bytes of "≥", "≤", "±" and the like count as letters.
        if (static_cast<unsigned char>(before) >= 0x80)
            return sign_before(at) != at || is_wide_space(at) || is_unspaced(first_byte_before(at));
        return !is_word_byte(before) && before != '.' && before != '^' && before != '_';
    }

    char first_byte_before(std::size_t at) const {
        do --at;
        while (at > 0 && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U);
        return text_[at];
    }

    bool is_wide_space(std::size_t at) const {
        const std::string_view head = text_.substr(0, at);
        return head.ends_with("\u00a0") || head.ends_with("\u2009") || head.ends_with("–") || head.ends_with("“");
    }

    std::size_t spaces_before(std::size_t at) const {
        while (at > done_ && text_[at - 1] == ' ') --at;
        return at;
    }

    std::size_t after_spaces(std::size_t at) const {
        while (at < text_.size() && text_[at] == ' ') ++at;
        if (text_.substr(at).starts_with("\u00a0")) return after_spaces(at + 2);
        return at;
    }

    std::size_t sign_before(std::size_t at) const {
        const std::size_t end = spaces_before(at);
        for (const std::string_view sign : kSigns) {
            if (end - done_ >= sign.size() && text_.substr(end - sign.size(), sign.size()) == sign)
                return end - sign.size();
        }
        return at;
    }

    template <std::size_t N> std::size_t words_before(std::size_t at, const std::string_view (&phrases)[N]) const {
        const std::size_t end = spaces_before(at);
        if (end == at) return at;
        for (const std::string_view phrase : phrases) {
            if (end - done_ < phrase.size()) continue;
            const std::size_t begin = end - phrase.size();
            if (begin > 0 && is_word_byte(text_[begin - 1])) continue;
            if (starts_small(text_.substr(begin), phrase)) return begin;
        }
        return at;
    }

    std::size_t number_end(std::size_t at) const {
        while (at < text_.size() && is_digit(text_[at])) ++at;
        while (at + 1 < text_.size() && (text_[at] == '.' || text_[at] == ',') && is_digit(text_[at + 1])) {
            ++at;
            while (at < text_.size() && is_digit(text_[at])) ++at;
        }
        return at;
    }

    // "7.0-10.5", "18 to 65", "between 2 and 6"; the second number, or where the first ends.
    std::size_t range_end(std::size_t at, bool is_between) const {
        std::size_t next = after_spaces(at);
        for (const std::string_view between : {"-", "–", "—", "to", "and"}) {
            if (!text_.substr(next).starts_with(between)) continue;
            const bool is_word = between == "to" || between == "and";
            if ((between == "and" && !is_between) || (is_word && next == at)) return at;
            next = after_spaces(next + between.size());
            for (const std::string_view sign : kSigns) {
                if (text_.substr(next).starts_with(sign)) next = after_spaces(next + sign.size());
            }
            return next < text_.size() && is_digit(text_[next]) ? number_end(next) : at;
        }
        return at;
    }

    template <std::size_t N> std::size_t one_of(std::size_t at, const std::string_view (&words)[N]) const {
        std::size_t longest = at;
        if (at >= text_.size()) return at;
        for (const std::string_view word : words) {
            if (text_[at] != word[0] || word.size() <= longest - at || !text_.substr(at).starts_with(word)) continue;
            const std::size_t end = at + word.size();
            const bool goes_on = end < text_.size() && is_word_byte(text_[end]) && !is_unspaced(text_[end]);
            if (goes_on && is_word_byte(word.back()) && word != "%") continue;
            if (is_digit(word.back()) && number_end(end - 1) > end) continue; // "m2" of "m2.7"
            longest = end;
        }
        return longest;
    }

    // "× ULN", "x 10^9", "times the upper limit of normal".
    std::size_t times_end(std::size_t at) const {
        const std::size_t next = after_spaces(at);
        for (const std::string_view times : {"×", "x", "X", "*", "times", "fold"}) {
            if (!text_.substr(next).starts_with(times)) continue;
            const std::size_t what = after_spaces(next + times.size());
            const std::size_t end = one_of(what, kTimesWhat);
            return end > what ? end : at;
        }
        return at;
    }

    std::size_t units_end(std::size_t at) const {
        std::size_t end = at;
        std::size_t next = after_spaces(at);
        // "24-hour", "100,000/mm³", "0.5x 10^9/ L"
        if (next == at && next < text_.size()) {
            if (text_[next] == '-')
                ++next;
            else if (text_[next] == '/')
                next = after_spaces(next + 1);
        }
        for (std::size_t units = 0; units < kMaxUnits; ++units) {
            const std::size_t unit = one_of(next, kUnits);
            if (unit == next) return end;
            end = unit;
            next = after_spaces(end);
            if (next < text_.size() && text_[next] == '/') {
                next = after_spaces(next + 1);
            } else if (text_.substr(next).starts_with("per ")) {
                next += 4;
            } else {
                return end;
            }
        }
        return end;
    }

    // "18 years and older"
    std::size_t open_end(std::size_t at) const {
        const std::size_t next = after_spaces(at);
        const std::size_t end = next == at ? at : one_of(next, kOpenEnds);
        return end > next ? end : at;
    }

    // Reads from the number at `at`; its end when it counts, `at` otherwise.
    std::size_t read(std::size_t at) {
        const std::size_t number = sign_before(at);
        std::size_t begin = number;
        const bool has_sign = begin != at;
        const std::size_t words = words_before(begin, kComparisons);
        const bool has_words = words != begin;
        const bool is_between = has_words && starts_small(text_.substr(words), "between");
        const std::size_t age = words_before(words, kAges);
        begin = words;
        std::size_t end = number_end(at);
        std::size_t unit = units_end(end);
        bool has_unit = unit > end;
        // "18 to 65 years", "18 years to 65 years"
        if (const std::size_t range = range_end(unit, is_between || age != words); range > unit) {
            end = range;
            unit = units_end(end);
            has_unit = has_unit || unit > end;
        }
        if (const std::size_t times = times_end(end); times > end) {
            unit = std::max(units_end(times), times);
            has_unit = true;
        }
        const bool is_age = age != words || words_before(number, kAgeComparisons) != number;
        if (!has_unit && !has_sign && !is_age) return at;
        if (words_before(at, kNamedByNumber) != at) return at;
        const std::size_t quantity_end = open_end(std::max(unit, end));
        found_.push_back({begin, quantity_end});
        return quantity_end;
    }

    std::string_view text_;
    std::size_t done_ = 0; // the end of the last one found
    std::vector<TextRange> found_;
};

} // namespace

std::vector<TextRange> find_quantities(std::string_view plain) { return QuantityScanner(plain).scan(); }

} // namespace trialdex::study
