// Long lists in pages: which elements a page shows, and the links to the other pages.
#pragma once

#include "api/exchange.h"
#include "web/html.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace trialdex::web::nodes {

struct PageSlice {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t total = 0;
    std::size_t page = 1; // from 1
    std::size_t pages = 1;
};

// The part of `total` elements that ?page= asks for; a page that is not there becomes the nearest one.
PageSlice page_slice(const api::Request& request, std::size_t total, std::size_t per_page);

// "1 to 100 of 2,029" with links to every page; nothing when there is one page only.
// `label` tells it from the other one on the page; the links keep the version that is cited and the parameters `kept`.
void pager(Html& html, const api::Request& request, const PageSlice& slice, std::string_view label,
           std::span<const std::string_view> kept = {});
// The same where `address` has all parameters but the page's number.
void pager(Html& html, const PageSlice& slice, std::string_view label, const std::string& address);

} // namespace trialdex::web::nodes
