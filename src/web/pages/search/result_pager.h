// Where in the result a page stands, and the ways to the others.
#pragma once

#include "web/html.h"
#include "web/pages/search/order.h"

#include <cstdint>

namespace trialdex::web {

std::uint64_t page_count(std::uint64_t total, std::uint32_t size);

// "1 to 20 of 1,234 studies", "No studies", "1 study".
std::string total_in_words(std::uint64_t total);

// First, previous, page N of M, next, last. Nothing for one page.
void result_pager(Html& html, const SearchAddress& address, const PageAsked& page, std::uint64_t total);

// Selects for the order and the size of a page, which work with a button.
void order_form(Html& html, const Question& question);

} // namespace trialdex::web
