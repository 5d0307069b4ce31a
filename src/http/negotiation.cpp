#include "http/negotiation.h"

#include "http/request_head.h"

#include <algorithm>
#include <optional>

namespace trialdex::http {

namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Cuts the part before the next `separator` off `rest`.
std::string_view take_part(std::string_view& rest, char separator) {
    const std::size_t end = rest.find(separator);
    const std::string_view part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    return trimmed(part);
}

// True when the parameters of a coding ("q=0.000") refuse it.
bool is_refused(std::string_view parameters) {
    while (!parameters.empty()) {
        const std::string_view parameter = take_part(parameters, ';');
        if (parameter.size() < 3 || !equal_ignoring_case(parameter.substr(0, 2), "q=")) continue;
        return std::ranges::all_of(parameter.substr(2), [](char c) { return c == '0' || c == '.'; });
    }
    return false;
}

std::string_view without_weakness(std::string_view tag) {
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    return tag;
}

} // namespace

bool accepts_gzip(std::string_view accept_encoding) {
    std::optional<bool> any;
    while (!accept_encoding.empty()) {
        std::string_view parameters = take_part(accept_encoding, ',');
        const std::string_view coding = take_part(parameters, ';');
        if (equal_ignoring_case(coding, "gzip") || equal_ignoring_case(coding, "x-gzip"))
            return !is_refused(parameters);
        if (coding == "*") any = !is_refused(parameters);
    }
    return any.value_or(false);
}

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
    if (etag.empty()) return false;
    if (trimmed(if_none_match) == "*") return true;
    etag = without_weakness(etag);
    // A comma may stand inside a tag, so tags are read from quote to quote.
    while (true) {
        const std::size_t open = if_none_match.find('"');
        if (open == std::string_view::npos) return false;
        const std::size_t close = if_none_match.find('"', open + 1);
        if (close == std::string_view::npos) return false;
        if (if_none_match.substr(open, close - open + 1) == etag) return true;
        if_none_match.remove_prefix(close + 1);
    }
}

} // namespace trialdex::http
