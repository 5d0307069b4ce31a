#include "http/reply.h"

#include "http/gzip.h"
#include "http/negotiation.h"
#include "http/request_head.h"

#include <array>
#include <ctime>
#include <exception>
#include <fmt/format.h>
#include <iterator>

namespace trialdex::http {

namespace {

struct Reason {
    int status;
    std::string_view text;
};

constexpr std::array<Reason, 23> kReasons = {{
    {200, "OK"},
    {204, "No Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {410, "Gone"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {417, "Expectation Failed"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
}};

std::string_view reason_of(int status) {
    for (const Reason& reason : kReasons) {
        if (reason.status == status) return reason.text;
    }
    return "Answer";
}

std::string date_now() {
    static constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", kDays[static_cast<std::size_t>(utc.tm_wday)],
                       utc.tm_mday, kMonths[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour,
                       utc.tm_min, utc.tm_sec);
}

// A redirect's target may repeat what the client sent: only what a URL may hold goes out as it is. A backslash counts
// as a slash in browsers, so "/\host" would lead elsewhere.
std::string safe_location(std::string_view location) {
    std::string safe;
    for (const char c : location) {
        const bool is_visible = c > 0x20 && c < 0x7F;
        if (is_visible && std::string_view("\\\"<>^`{}").find(c) == std::string_view::npos) {
            safe += c;
        } else {
            fmt::format_to(std::back_inserter(safe), "%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return safe;
}

void append_field(std::string& head, std::string_view name, std::string_view value) {
    if (value.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos) return;
    head.append(name).append(": ").append(value).append("\r\n");
}

bool has_body(int status) { return status != 204 && status != 304; }

// Compresses the body where that is asked for and pays; tells caches that the answer depends on it.
void compress(api::Response& response, bool wanted, std::string& head) {
    if (!is_compressible(response.content_type)) return;
    append_field(head, "Vary", "Accept-Encoding");
    if (!wanted || response.body.size() < kSmallestToCompress) return;
    std::string packed = gzip(response.body);
    if (packed.empty()) return;
    response.body = std::move(packed);
    append_field(head, "Content-Encoding", "gzip");
    // The same tag for other bytes is a weak one.
    if (response.etag.starts_with('"')) response.etag.insert(0, "W/");
}

} // namespace

Reply make_reply(api::Response response, const Terms& terms) {
    Reply reply;
    if (response.status == 200 && matches_etag(terms.if_none_match, response.etag)) response.status = 304;
    reply.status = response.status;
    reply.note = std::move(response.note);
    reply.head = fmt::format("HTTP/1.1 {} {}\r\nDate: {}\r\nX-Content-Type-Options: nosniff\r\n", response.status,
                             reason_of(response.status), date_now());
    if (!has_body(response.status)) response.body.clear();
    compress(response, terms.gzip, reply.head);
    if (has_body(response.status)) {
        append_field(reply.head, "Content-Type", response.content_type);
        append_field(reply.head, "Content-Length", fmt::to_string(response.body.size()));
    }
    if (!response.etag.empty()) append_field(reply.head, "ETag", response.etag);
    if (!response.location.empty()) append_field(reply.head, "Location", safe_location(response.location));
    for (const auto& [name, value] : response.headers) append_field(reply.head, name, value);
    if (!terms.head_only) reply.body = std::move(response.body);
    return reply;
}

api::Response refusal_response(int status, std::string_view text) {
    api::Response response;
    response.status = status;
    response.body = std::string(text);
    response.headers.emplace_back("Access-Control-Allow-Origin", "*");
    if (status == 503) response.headers.emplace_back("Retry-After", "1");
    return response;
}

Reply answer(const api::Handler& handler, const api::Request& request, bool gzip) {
    const Terms terms{request.method == "HEAD", gzip, request.if_none_match};
    api::Response failure =
        refusal_response(500, "Something went wrong in this program while it made this answer. Its log tells more.");
    try {
        return make_reply(handler.handle(request), terms);
    } catch (const std::exception& exception) {
        failure.note = exception.what();
    } catch (...) {
        failure.note = "not an exception of the standard library";
    }
    return make_reply(std::move(failure), terms);
}

} // namespace trialdex::http
