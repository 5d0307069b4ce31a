#include "results/csv.h"

#include <algorithm>
#include <array>

namespace trialdex::results {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// An optional sign, digits with at most one point, an optional exponent: nothing that a formula could hide in.
bool is_plain_number(std::string_view text) {
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
    const auto digits = [&text] {
        std::size_t count = 0;
        while (!text.empty() && is_digit(text[0])) {
            text.remove_prefix(1);
            ++count;
        }
        return count;
    };
    std::size_t count = digits();
    if (!text.empty() && text[0] == '.') {
        text.remove_prefix(1);
        count += digits();
    }
    if (count == 0) return false;
    if (!text.empty() && (text[0] == 'e' || text[0] == 'E')) {
        text.remove_prefix(1);
        if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
        if (digits() == 0) return false;
    }
    return text.empty();
}

bool starts_a_formula(std::string_view text) {
    constexpr std::array<std::string_view, 11> kStarts = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
    const auto starts = [&](std::string_view start) { return text.starts_with(start); };
    if (std::any_of(kStarts.begin(), kStarts.end(), starts)) return true;
    while (text.starts_with(' ')) text.remove_prefix(1);
    return std::any_of(kStarts.begin(), kStarts.end(), starts);
}

void append_cell(std::string& out, std::string_view text) {
    const std::string safe = safe_cell(text);
    if (safe.find_first_of(",\"\r\n") == std::string::npos) {
        out += safe;
        return;
    }
    out += '"';
    for (const char c : safe) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

} // namespace

std::string safe_cell(std::string_view text) {
    if (starts_a_formula(text) && !is_plain_number(text)) return "'" + std::string(text);
    return std::string(text);
}

void CsvWriter::row(std::span<const std::string_view> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out_ += ',';
        append_cell(out_, cells[i]);
    }
    out_ += "\r\n";
}

void CsvWriter::row(std::initializer_list<std::string_view> cells) {
    row(std::span<const std::string_view>(cells.begin(), cells.size()));
}

} // namespace trialdex::results
