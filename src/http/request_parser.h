// Beast's parser with a body of our own, and what it read or refused in our words.
#pragma once

#include "http/beast.h"
#include "http/request_head.h"

#include <cstddef>
#include <string>

namespace trialdex::http {

// A body is kept up to the limit that the handler sets for a POST to its path; every other one is counted by the parser
// and dropped.
struct LimitedBody {
    struct value_type {
        std::size_t limit = 0; // 0: dropped
        std::string text;
    };
    struct reader {
        template <bool is_request, class Fields>
        reader(beast::http::header<is_request, Fields>&, value_type& body) : body_(body) {}
        void init(const boost::optional<std::uint64_t>&, error_code& ec) { ec = {}; }
        template <class Buffers> std::size_t put(const Buffers& buffers, error_code& ec) {
            ec = {};
            const std::size_t bytes = beast::buffer_bytes(buffers);
            if (body_.limit == 0) return bytes;
            if (bytes > body_.limit - body_.text.size()) {
                ec = ParseError::body_limit;
                return 0;
            }
            body_.text += beast::buffers_to_string(buffers);
            return bytes;
        }
        void finish(error_code& ec) { ec = {}; }
        value_type& body_;
    };
};
using Parser = beast::http::request_parser<LimitedBody>;

// Views into `parser`.
RequestHead head_of(const Parser& parser);

// What to tell a client whose request cannot be parsed. A header past its limit is the target's fault when the request
// line never ended, or when the target alone takes more than half of what is allowed.
Refusal refusal_of(error_code ec, bool has_line, bool is_long_target);

} // namespace trialdex::http
