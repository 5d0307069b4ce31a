#include "study/criteria/heading_tokens.h"

namespace trialdex::study {

namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word_byte(char c) {
    return is_ascii_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::size_t kBytesAToken = 6; // of running English

// A sign of three or two bytes that means one of ours: its letter, and how many bytes it takes.
struct WideSign {
    std::string_view bytes;
    char meaning;
};
constexpr WideSign kWideSigns[] = {{"：", ':'},     {"（", '('}, {"）", ')'}, {"–", '-'}, {"—", '-'}, {"‑", '-'},
                                   {"\u00a0", ' '}, {"“", ' '},  {"”", ' '},  {"’", ' '}, {"。", '.'}};

const WideSign* wide_sign(std::string_view text) {
    if (static_cast<unsigned char>(text[0]) < 0x80) return nullptr; // nearly all
    for (const WideSign& sign : kWideSigns) {
        if (text.starts_with(sign.bytes)) return &sign;
    }
    return nullptr;
}

// The end of the word that begins at `at`, which is no wide sign.
std::size_t word_end(std::string_view line, std::size_t at) {
    while (at < line.size() && is_word_byte(line[at]) && !wide_sign(line.substr(at))) ++at;
    return at;
}

HeadingToken word_token(std::string_view line, std::size_t at, std::size_t end) {
    HeadingToken token{std::string(line.substr(at, end - at)), at, end, true, line[at] >= 'A' && line[at] <= 'Z'};
    for (char& c : token.text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return token;
}

} // namespace

std::vector<HeadingToken> heading_tokens(std::string_view line) {
    line = line.substr(0, kMaxHeadingBytes);
    std::vector<HeadingToken> tokens;
    tokens.reserve(line.size() / kBytesAToken + 4);
    for (std::size_t at = 0; at < line.size();) {
        if (const std::size_t end = word_end(line, at); end > at) {
            tokens.push_back(word_token(line, at, end));
            at = end;
            continue;
        }
        const WideSign* wide = wide_sign(line.substr(at));
        const char c = wide ? wide->meaning : line[at];
        const std::size_t length = wide ? wide->bytes.size() : 1;
        if (std::string_view(":().,/-;&?").find(c) != std::string_view::npos) {
            tokens.push_back({std::string(1, c), at, at + length, false, false});
        }
        at += length;
    }
    return tokens;
}

} // namespace trialdex::study
