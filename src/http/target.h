// What a request asks for: the target of the request line, taken apart and percent-decoded once, here, for everybody.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trialdex::http {

struct Target {
    std::string path; // decoded; starts with one '/'; valid UTF-8 without control characters
    std::string raw;  // as sent, path and query string; scheme and authority of an absolute form are dropped
    std::vector<std::pair<std::string, std::string>> query; // decoded, in the order sent; valid UTF-8 without NUL
};

// "/path?query" or "http://host/path?query". InvalidInput with a sentence for the client otherwise.
Result<Target> parse_target(std::string_view target);

} // namespace trialdex::http
