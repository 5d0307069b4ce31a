#include "web/components/web_links.h"

#include <algorithm>
#include <string>

namespace trialdex::web {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool starts_with(std::string_view text, std::string_view lower_case_prefix) {
    if (text.size() < lower_case_prefix.size()) return false;
    return std::equal(lower_case_prefix.begin(), lower_case_prefix.end(), text.begin(),
                      [](char expected, char c) { return expected == lower(c); });
}

bool is_word(char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9'); }

// Length of the address that `text` begins with, 0 when it is none.
std::size_t address_length(std::string_view text) {
    const bool has_scheme = starts_with(text, "http://") || starts_with(text, "https://");
    if (!has_scheme && !starts_with(text, "www.")) return 0;
    std::size_t end = 0;
    while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' &&
           std::string_view("<>\"`{}|\\^").find(text[end]) == std::string_view::npos) {
        ++end;
    }
    while (end > 0) {
        const char last = text[end - 1];
        const std::string_view address = text.substr(0, end);
        const bool is_open =
            std::count(address.begin(), address.end(), '(') >= std::count(address.begin(), address.end(), ')');
        if (last == ')' ? is_open : std::string_view(".,;:!?'*_]").find(last) == std::string_view::npos) break;
        --end;
    }
    const std::size_t prefix = has_scheme ? text.find("//") + 2 : 4;
    return end > prefix && is_word(text[prefix]) ? end : 0;
}

// Whether an address can stand in `text`: most texts have neither "//" nor "www." and need no look at each letter.
bool may_hold_address(std::string_view text) {
    if (text.find("//") != std::string_view::npos) return true;
    for (std::size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
        if (at >= 3 && starts_with(text.substr(at - 3), "www.")) return true;
    }
    return false;
}

} // namespace

bool is_web_address(std::string_view address) {
    return starts_with(address, "https://") || starts_with(address, "http://") || starts_with(address, "mailto:");
}

void text_with_links(Html& html, std::string_view text) {
    if (!may_hold_address(text)) {
        html.text(text);
        return;
    }
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((lower(text[i]) != 'h' && lower(text[i]) != 'w') || (i > 0 && is_word(text[i - 1]))) continue;
        const std::size_t length = address_length(text.substr(i));
        if (length == 0) continue;
        html.text(text.substr(written, i - written));
        const std::string address(text.substr(i, length));
        html.external_link(starts_with(address, "www.") ? "http://" + address : address, address);
        written = i + length;
        i = written - 1;
    }
    html.text(text.substr(written));
}

} // namespace trialdex::web
