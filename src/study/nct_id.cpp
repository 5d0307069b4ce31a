#include "study/nct_id.h"

namespace trialdex::study {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

std::optional<NctId> NctId::parse(std::string_view text) {
    if (text.size() != 11 || !text.starts_with("NCT")) return std::nullopt;
    return parse_lenient(text);
}

std::optional<NctId> NctId::parse_lenient(std::string_view text) {
    if (text.size() < 4 || (text[0] | 0x20) != 'n' || (text[1] | 0x20) != 'c' || (text[2] | 0x20) != 't') {
        return std::nullopt;
    }
    std::uint64_t number = 0;
    for (const char c : text.substr(3)) {
        if (!is_digit(c)) return std::nullopt;
        number = number * 10 + static_cast<std::uint64_t>(c - '0');
        if (number > 99'999'999) return std::nullopt;
    }
    if (number == 0) return std::nullopt;
    return NctId(static_cast<std::uint32_t>(number));
}

// By hand: a study page asks 40 times for it.
std::string NctId::text() const {
    std::string text = "NCT00000000";
    std::uint32_t rest = number_;
    for (std::size_t at = text.size() - 1; rest > 0; rest /= 10) text[at--] = static_cast<char>('0' + rest % 10);
    return text;
}

} // namespace trialdex::study
