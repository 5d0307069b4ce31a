// From a handler's Response to the bytes of an HTTP answer: 304, gzip, the head. No sockets.
#pragma once

#include "api/exchange.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace trialdex::http {

struct Reply {
    int status = 200;
    std::string head; // status line and header fields, without Connection and without the empty line at the end
    std::string body; // empty for HEAD, 204 and 304
    std::string note; // for the log: why a 500
};

// What of the request decides how the answer looks.
struct Terms {
    bool head_only = false; // HEAD
    bool gzip = false;
    std::string_view if_none_match;
};

Reply make_reply(api::Response response, const Terms& terms);

// An answer of the server's own: one line of plain text that any page may read.
api::Response refusal_response(int status, std::string_view text);

// Runs `handler` on `request`; whatever it throws becomes a 500.
Reply answer(const api::Handler& handler, const api::Request& request, bool gzip);

} // namespace trialdex::http
