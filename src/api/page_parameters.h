// Which page of a list: `pageSize` and `pageToken`.
#pragma once

#include "api/exchange.h"
#include "base/result.h"

#include <cstdint>
#include <string>

namespace trialdex::api {

struct Page {
    std::uint64_t offset = 0; // 0 without a token
    std::uint32_t size = 10;
    bool has_token = false;
};

// InvalidInput for a size that is no number and for a token that we did not make.
Result<Page> page_of(const Request& request);

// Names the page that starts at `offset`; 18 characters that need no encoding in an address.
std::string page_token(std::uint64_t offset);

} // namespace trialdex::api
