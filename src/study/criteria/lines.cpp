#include "study/criteria/lines.h"

#include <algorithm>
#include <array>

namespace trialdex::study {

namespace {

constexpr std::size_t kMaxMarkers = 3; // "* 1\. a) Age"
constexpr std::size_t kMaxTag = 12;    // bytes of a tag that ends a line: "</blockquote"
constexpr std::uint32_t kTagIndent = 2;

constexpr std::array<std::string_view, 12> kBullets = {"•", "◦", "▪", "●", "○", "·", "–", "—", "*", "-", "+", "§"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_small(c) || is_capital(c) || static_cast<unsigned char>(c) >= 0x80; }

// Bytes of the white space that `text` begins with: also the no-break space, which sponsors paste.
std::size_t space_length(std::string_view text) {
    if (text.empty()) return 0;
    if (text[0] == ' ' || text[0] == '\t' || text[0] == '\v' || text[0] == '\f') return 1;
    if (text.starts_with("\u00a0")) return 2;
    return text.starts_with("\u200b") || text.starts_with("\u3000") || text.starts_with("\ufeff") ? 3 : 0;
}

std::size_t spaces_at(std::string_view text) {
    std::size_t at = 0;
    while (const std::size_t length = space_length(text.substr(at))) at += length;
    return at;
}

std::size_t without_end_spaces(std::string_view text) {
    std::size_t end = text.size();
    while (end > 0) {
        const std::size_t back = end >= 3 && space_length(text.substr(end - 3, 3)) == 3 ? 3
                                 : end >= 2 && space_length(text.substr(end - 2, 2)) == 2
                                     ? 2
                                     : space_length(text.substr(end - 1, 1));
        if (back == 0) break;
        end -= back;
    }
    return end;
}

// "*", "\-", "•", "o", "--"
std::size_t bullet_length(std::string_view line) {
    const std::size_t escape = line.starts_with("\\") ? 1 : 0;
    const std::string_view rest = line.substr(escape);
    if (escape == 0 && rest.starts_with("o ")) return 1;
    for (const std::string_view bullet : kBullets) {
        if (!rest.starts_with(bullet)) continue;
        std::size_t length = bullet.size();
        while (bullet == "-" && rest.substr(length).starts_with("-")) ++length;
        const std::string_view after = rest.substr(length);
        const bool is_apart = after.empty() || space_length(after) > 0;
        const bool is_glued = (bullet == "-" || bullet.size() > 1) && !after.empty() && is_letter(after[0]);
        return is_apart || is_glued ? escape + length : 0;
    }
    return 0;
}

// How many characters of `text` a number, a letter or a small Roman number takes.
std::size_t counter_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && length < 3 && is_digit(text[length])) ++length;
    if (length > 0) return length;
    while (length < text.size() && length < 5 && std::string_view("ivxIVX").find(text[length]) != text.npos) ++length;
    if (length > 1 && length < text.size() && !is_letter(text[length])) return length;
    return !text.empty() && (is_small(text[0]) || is_capital(text[0])) ? 1 : 0;
}

// "1.", "1\.", "a)", "(iv)"
std::size_t number_length(std::string_view line) {
    std::size_t at = line.starts_with("(") ? 1 : 0;
    const bool in_brackets = at == 1;
    const std::size_t counter = counter_length(line.substr(at));
    if (counter == 0) return 0;
    const bool is_number = is_digit(line[at]);
    const bool is_one_capital = counter == 1 && is_capital(line[at]);
    at += counter;
    for (const std::string_view wide : {"．", "、"}) {
        if (is_number && line.substr(at).starts_with(wide)) return at + wide.size();
    }
    if (line.substr(at).starts_with("\\")) ++at;
    if (at >= line.size() || (line[at] != ')' && (line[at] != '.' || in_brackets))) return 0;
    const bool is_bracket = line[at++] == ')';
    const std::string_view after = line.substr(at);
    const std::size_t gap = spaces_at(after);
    if (after.size() == gap) return is_number || is_bracket ? at : 0;
    // "A. fumigatus" and "E. coli" are names.
    if (gap > 0) return is_one_capital && !is_bracket && is_small(after[gap]) ? 0 : at;
    return (is_number || is_bracket) && is_letter(after[0]) ? at : 0;
}

class LineReader {
public:
    explicit LineReader(std::string_view text) : text_(text), is_html_(text.substr(spaces_at(text)).starts_with('<')) {}

    std::vector<CriteriaLine> read() {
        std::size_t start = 0;
        std::size_t at = 0;
        while (at < text_.size()) {
            const std::size_t length = break_length(at);
            if (length == 0) {
                ++at;
                continue;
            }
            add(start, at);
            tag(text_.substr(at, length));
            at += length;
            start = at;
        }
        add(start, text_.size());
        return std::move(lines_);
    }

private:
    // Bytes of the line's end at `at`: a line feed, or in HTML a tag of a paragraph or list.
    std::size_t break_length(std::size_t at) const {
        const char c = text_[at];
        if (c == '\n' || c == '\r') return 1;
        if (!is_html_ || c != '<') return 0;
        const std::size_t close = text_.substr(at, kMaxTag).find('>');
        if (close == std::string_view::npos) return 0;
        std::string_view name = text_.substr(at + 1, close - 1);
        if (name.starts_with('/')) name.remove_prefix(1);
        constexpr std::array<std::string_view, 6> kTags = {"p", "ul", "ol", "li", "br", "br/"};
        return std::find(kTags.begin(), kTags.end(), name) != kTags.end() ? close + 1 : 0;
    }

    void tag(std::string_view line_end) {
        if (line_end == "<ul>" || line_end == "<ol>") ++lists_;
        if (line_end == "<li>") is_listed_ = true;
        if ((line_end == "</ul>" || line_end == "</ol>") && lists_ > 0) --lists_;
    }

    void add(std::size_t start, std::size_t end) {
        const std::string_view raw = text_.substr(start, end - start);
        const std::size_t gap = spaces_at(raw);
        if (gap == raw.size()) return;
        const std::string_view line = raw.substr(gap, without_end_spaces(raw) - gap);
        CriteriaLine added;
        added.begin = static_cast<std::uint32_t>(start + gap);
        added.end = static_cast<std::uint32_t>(added.begin + line.size());
        added.content = static_cast<std::uint32_t>(added.begin + marker_length(line));
        added.indent = is_html_ ? lists_ * kTagIndent : static_cast<std::uint32_t>(gap);
        added.is_listed = is_listed_;
        is_listed_ = false;
        lines_.push_back(added);
    }

    std::string_view text_;
    bool is_html_;
    std::uint32_t lists_ = 0;
    bool is_listed_ = false;
    std::vector<CriteriaLine> lines_;
};

} // namespace

std::size_t marker_length(std::string_view line) {
    std::size_t at = 0;
    for (std::size_t markers = 0; markers < kMaxMarkers; ++markers) {
        const std::string_view rest = line.substr(at);
        std::size_t length = bullet_length(rest);
        if (length == 0) length = number_length(rest);
        if (length == 0) break;
        at += length;
        at += spaces_at(line.substr(at));
    }
    return at;
}

std::vector<CriteriaLine> criteria_lines(std::string_view text) { return LineReader(text).read(); }

} // namespace trialdex::study
