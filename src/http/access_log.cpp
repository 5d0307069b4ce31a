#include "http/access_log.h"

#include <fmt/format.h>
#include <iterator>

namespace trialdex::http {

namespace {

constexpr std::size_t kLongestPart = 512;

void append_visible(std::string& line, std::string_view text) {
    for (const char c : text.substr(0, kLongestPart)) {
        if (c >= 0x20 && c < 0x7F && c != '\\') {
            line += c;
        } else {
            fmt::format_to(std::back_inserter(line), "\\x{:02x}", static_cast<unsigned char>(c));
        }
    }
    if (text.size() > kLongestPart) line += "...";
}

std::string_view or_dash(std::string_view text) { return text.empty() ? std::string_view("-") : text; }

} // namespace

std::string log_line(const LogEntry& entry) {
    std::string line;
    append_visible(line, or_dash(entry.method));
    line += ' ';
    append_visible(line, or_dash(entry.target.substr(0, entry.target.find('?'))));
    fmt::format_to(std::back_inserter(line), " {} {} {}us", entry.status, entry.bytes, entry.time.count());
    if (!entry.note.empty()) {
        line += " (";
        append_visible(line, entry.note);
        line += ')';
    }
    return line;
}

} // namespace trialdex::http
