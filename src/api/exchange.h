// What a request asks and what an answer holds, free of sockets: `http` fills and sends them, `api` and `web` work on
// them.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trialdex::api {

struct Request {
    std::string method;     // "GET" or "HEAD", or "POST" where Handler::post_limit() allows one
    std::string path;       // percent-decoded, starts with '/', valid UTF-8 without control characters
    std::string raw_target; // as sent: path and query string; for redirects
    // In the order sent; names and values decoded ('+' is a space). A name without '=' has an empty value.
    std::vector<std::pair<std::string, std::string>> query;
    std::string if_none_match; // empty when the header is absent
    std::string content_type;  // of the body, as sent
    std::string body;          // of a POST; what somebody sends is never logged and never kept

    // The first value of `name`, or nullptr when it was not sent.
    const std::string* parameter(std::string_view name) const {
        for (const auto& [key, value] : query) {
            if (key == name) return &value;
        }
        return nullptr;
    }
};

struct Response {
    int status = 200;
    std::string content_type = "text/plain; charset=utf-8";
    std::string body;
    std::string location; // for redirects
    std::string etag;     // quoted, empty when there is none
    // Further headers, e.g. {"Content-Security-Policy", "..."}; names and values are ours, never from a request.
    std::vector<std::pair<std::string, std::string>> headers;
    std::string note; // for the access log only: why a 500
};

// One face for everything that answers requests. Called from several threads at once; must not block on the network.
class Handler {
public:
    virtual ~Handler() = default;
    virtual Response handle(const Request& request) const = 0;
    // How many bytes a POST to `path` may bring; 0: only GET and HEAD are answered there. Asked before the body is
    // read, so it must be quick.
    virtual std::size_t post_limit(std::string_view path) const {
        static_cast<void>(path);
        return 0;
    }
};

} // namespace trialdex::api
