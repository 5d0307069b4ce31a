#include "http/target.h"

#include "base/utf8.h"
#include "http/request_head.h"

#include <optional>

namespace trialdex::http {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// nullopt for a '%' that is not followed by two hexadecimal digits.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_space) {
            decoded += ' ';
        } else if (text[i] != '%') {
            decoded += text[i];
        } else {
            const int high = i + 1 < text.size() ? hex_digit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
            if (high < 0 || low < 0) return std::nullopt;
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return decoded;
}

bool has_control_character(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return true;
    }
    return false;
}

// "http://host/path" to "/path"; RFC 9112 wants every server to take the absolute form.
std::string_view without_authority(std::string_view target) {
    const std::size_t colon = target.find("://");
    if (target.starts_with('/') || colon == std::string_view::npos) return target;
    const std::string_view scheme = target.substr(0, colon);
    if (!equal_ignoring_case(scheme, "http") && !equal_ignoring_case(scheme, "https")) return target;
    const std::size_t path = target.find_first_of("/?", colon + 3);
    return path == std::string_view::npos ? std::string_view("/") : target.substr(path);
}

tl::unexpected<Error> invalid(std::string message) { return fail(ErrorCode::InvalidInput, std::move(message)); }

Result<std::pair<std::string, std::string>> parse_parameter(std::string_view text) {
    const std::size_t equals = text.find('=');
    auto name = percent_decode(text.substr(0, equals), true);
    auto value = percent_decode(equals == std::string_view::npos ? std::string_view() : text.substr(equals + 1), true);
    if (!name || !value) return invalid("The query string has a % that is not followed by two hexadecimal digits.");
    if (!is_utf8(*name) || !is_utf8(*value)) return invalid("The query string is not valid UTF-8.");
    if (name->find('\0') != std::string::npos || value->find('\0') != std::string::npos) {
        return invalid("The query string holds a NUL character.");
    }
    return std::pair(std::move(*name), std::move(*value));
}

} // namespace

Result<Target> parse_target(std::string_view target) {
    Target parsed;
    parsed.raw = without_authority(target);
    if (parsed.raw.starts_with('?')) parsed.raw.insert(0, 1, '/');
    const std::string_view raw = parsed.raw;
    if (!raw.starts_with('/')) return invalid("The path of the request must start with /.");
    if (raw.find('#') != std::string_view::npos) return invalid("The target of a request cannot have a # part.");

    const std::size_t question = raw.find('?');
    auto path = percent_decode(raw.substr(0, question), false);
    if (!path) return invalid("The path has a % that is not followed by two hexadecimal digits.");
    if (!is_utf8(*path)) return invalid("The path is not valid UTF-8.");
    if (has_control_character(*path)) return invalid("The path holds a control character.");
    // With two slashes, a redirect to the "same" path would lead to another host.
    if (path->starts_with("//")) return invalid("The path of the request must start with only one /.");
    parsed.path = std::move(*path);

    std::string_view rest = question == std::string_view::npos ? std::string_view() : raw.substr(question + 1);
    while (!rest.empty()) {
        const std::size_t end = rest.find('&');
        if (const std::string_view part = rest.substr(0, end); !part.empty()) {
            auto parameter = parse_parameter(part);
            if (!parameter) return tl::unexpected(parameter.error());
            parsed.query.push_back(std::move(*parameter));
        }
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return parsed;
}

} // namespace trialdex::http
