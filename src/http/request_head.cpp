#include "http/request_head.h"

#include <algorithm>

namespace trialdex::http {

namespace {

constexpr std::string_view kContentLength = "Content-Length";
constexpr std::string_view kTransferEncoding = "Transfer-Encoding";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool is_number(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// A name, an address or a bracketed address, and a port: no user, no path, nothing that could be read as a second URL.
bool is_host(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') ||
               std::string_view(".-_:[]~%").find(c) != std::string_view::npos;
    });
}

std::optional<Refusal> framing_refusal(const RequestHead& head) {
    const std::size_t lengths = head.count(kContentLength);
    const std::size_t encodings = head.count(kTransferEncoding);
    if (lengths > 1) return Refusal{400, "The request has more than one Content-Length."};
    if (lengths == 1 && !is_number(head.field(kContentLength))) {
        return Refusal{400, "The Content-Length of the request is not a number."};
    }
    if (lengths == 1 && encodings > 0) {
        return Refusal{400, "The request has both a Content-Length and a Transfer-Encoding."};
    }
    if (encodings > 0 && head.version < 11) {
        return Refusal{400, "A request of HTTP/1.0 cannot have a Transfer-Encoding."};
    }
    if (encodings > 1 || (encodings == 1 && !equal_ignoring_case(head.field(kTransferEncoding), "chunked"))) {
        return Refusal{501, "The only Transfer-Encoding that this server reads is chunked."};
    }
    return std::nullopt;
}

std::optional<Refusal> host_refusal(const RequestHead& head) {
    const std::size_t hosts = head.count("Host");
    if (hosts == 0 && head.version >= 11) return Refusal{400, "The request has no Host."};
    if (hosts > 1) return Refusal{400, "The request has more than one Host."};
    if (hosts == 1 && !is_host(head.field("Host"))) return Refusal{400, "The Host of the request is malformed."};
    return std::nullopt;
}

} // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::size_t RequestHead::count(std::string_view name) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(fields, [&](const auto& field) { return equal_ignoring_case(field.first, name); }));
}

std::string_view RequestHead::field(std::string_view name) const {
    for (const auto& [key, value] : fields) {
        if (equal_ignoring_case(key, name)) return value;
    }
    return {};
}

std::string RequestHead::joined(std::string_view name) const {
    std::string all;
    for (const auto& [key, value] : fields) {
        if (!equal_ignoring_case(key, name)) continue;
        if (!all.empty()) all += ", ";
        all += value;
    }
    return all;
}

bool RequestHead::wants_continue() const { return equal_ignoring_case(field("Expect"), "100-continue"); }

std::optional<Refusal> refusal_of(const RequestHead& head, std::size_t max_fields) {
    if (head.fields.size() > max_fields) return Refusal{431, "The request has too many header fields."};
    if (const auto refusal = framing_refusal(head)) return refusal;
    if (const auto refusal = host_refusal(head)) return refusal;
    if (head.count("Expect") > 0 && !head.wants_continue()) {
        return Refusal{417, "The only expectation that this server meets is 100-continue."};
    }
    return std::nullopt;
}

} // namespace trialdex::http
