#include "ingest/value_scanner.h"

#include <array>
#include <cstring>

namespace trialdex::ingest {

namespace {

constexpr std::string_view kFirstKey = "\"protocolSection\"";

constexpr std::array<bool, 256> table_of(std::string_view bytes) {
    std::array<bool, 256> table{};
    for (const char c : bytes) table[static_cast<unsigned char>(c)] = true;
    return table;
}

constexpr auto kMarks = table_of("{}[]\"");
constexpr auto kScalarEnds = table_of(",]} \n\r\t");

bool is_in(const std::array<bool, 256>& table, char c) { return table[static_cast<unsigned char>(c)]; }

} // namespace

std::size_t ValueScanner::skip_string(std::string_view part, std::size_t at) {
    while (at < part.size()) {
        const char c = part[at++];
        if (after_backslash_) {
            after_backslash_ = false;
        } else if (c == '\\') {
            after_backslash_ = true;
        } else if (c == '"') {
            in_string_ = false;
            break;
        }
    }
    return at;
}

std::size_t ValueScanner::feed(std::string_view part) {
    std::size_t at = 0;
    while (at < part.size() && !ended_) {
        if (in_string_) {
            at = skip_string(part, at);
            ended_ = !in_string_ && depth_ == 0;
            continue;
        }
        const char c = part[at];
        if (depth_ == 0 && started_ && is_in(kScalarEnds, c)) { // a number, true, false or null
            ended_ = true;
            break;
        }
        started_ = true;
        ++at;
        if (!is_in(kMarks, c)) continue;
        if (c == '"') {
            in_string_ = true;
        } else if (c == '{' || c == '[') {
            ++depth_;
        } else {
            depth_ -= depth_ == 0 ? 0 : 1;
            ended_ = depth_ == 0;
        }
    }
    return at;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) ++at;
    return at;
}

bool is_whole_object(std::string_view line) {
    const std::size_t start = skip_space(line);
    if (start == line.size() || line[start] != '{') return false;
    ValueScanner scanner;
    const std::size_t length = scanner.feed(line.substr(start));
    return scanner.ended() && skip_space(line, start + length) == line.size();
}

bool is_cut_off(std::string_view text) {
    ValueScanner scanner;
    scanner.feed(text.substr(skip_space(text)));
    return !scanner.ended();
}

std::optional<std::size_t> find_record_start(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size();) {
        const void* found = memmem(text.data() + at, text.size() - at, kFirstKey.data(), kFirstKey.size());
        if (found == nullptr) break;
        const auto key = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
        std::size_t bracket = key;
        while (bracket > from && is_space(text[bracket - 1])) --bracket;
        if (bracket > from && text[bracket - 1] == '{') return bracket - 1;
        at = key + 1;
    }
    return std::nullopt;
}

} // namespace trialdex::ingest
