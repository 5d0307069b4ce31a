// What the client can take and what it already has: Accept-Encoding and If-None-Match.
#pragma once

#include <string_view>

namespace trialdex::http {

// True when `accept_encoding` asks for gzip; "gzip;q=0" and "*;q=0" refuse it.
bool accepts_gzip(std::string_view accept_encoding);

// True when `if_none_match` (a list of entity tags, or *) names `etag`. Weak comparison: W/"a" is the same as "a".
bool matches_etag(std::string_view if_none_match, std::string_view etag);

} // namespace trialdex::http
