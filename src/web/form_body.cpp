#include "web/form_body.h"

#include <algorithm>

namespace trialdex::web {

namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char small = static_cast<char>(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string decoded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_escape =
            text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
        if (is_escape) {
            out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

} // namespace

std::vector<std::pair<std::string, std::string>> form_fields(std::string_view body) {
    std::vector<std::pair<std::string, std::string>> fields;
    while (!body.empty() && fields.size() < kMostFormFields) {
        const std::string_view pair = body.substr(0, body.find('&'));
        const std::size_t equals = std::min(pair.find('='), pair.size());
        if (equals > 0) {
            fields.emplace_back(decoded(pair.substr(0, equals)),
                                decoded(pair.substr(std::min(equals + 1, pair.size()))));
        }
        body.remove_prefix(std::min(pair.size() + 1, body.size()));
    }
    return fields;
}

} // namespace trialdex::web
