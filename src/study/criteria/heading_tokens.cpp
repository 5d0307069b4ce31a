#include "study/criteria/heading_tokens.h"

namespace trialdex::study {

namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word_byte(char c) {
    return is_ascii_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// A sign of three or two bytes that means one of ours: its letter, and how many bytes it takes.
struct WideSign {
    std::string_view bytes;
    char meaning;
};
constexpr WideSign kWideSigns[] = {{"：", ':'},     {"（", '('}, {"）", ')'}, {"–", '-'}, {"—", '-'}, {"‑", '-'},
                                   {"\u00a0", ' '}, {"“", ' '},  {"”", ' '},  {"’", ' '}, {"。", '.'}};

const WideSign* wide_sign(std::string_view text) {
    for (const WideSign& sign : kWideSigns) {
        if (text.starts_with(sign.bytes)) return &sign;
    }
    return nullptr;
}

} // namespace

std::vector<HeadingToken> heading_tokens(std::string_view line) {
    line = line.substr(0, kMaxHeadingBytes);
    std::vector<HeadingToken> tokens;
    bool in_word = false;
    for (std::size_t at = 0; at < line.size();) {
        const WideSign* wide = wide_sign(line.substr(at));
        const char c = wide ? wide->meaning : line[at];
        const std::size_t length = wide ? wide->bytes.size() : 1;
        if (!wide && is_word_byte(c)) {
            if (!in_word) tokens.push_back({"", at, at, true, c >= 'A' && c <= 'Z'});
            tokens.back().text += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
            tokens.back().end = at + 1;
            in_word = true;
        } else {
            in_word = false;
            if (std::string_view(":().,/-;&?").find(c) != std::string_view::npos) {
                tokens.push_back({std::string(1, c), at, at + length, false, false});
            }
        }
        at += length;
    }
    return tokens;
}

} // namespace trialdex::study
