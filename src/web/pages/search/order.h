// In which order results stand, and how many on a page.
#pragma once

#include "web/pages/search/question.h"

#include <span>
#include <string_view>

namespace trialdex::web {

struct SearchOrder {
    std::string_view key; // in the address; empty: the order that needs no saying
    std::string_view label;
    std::string_view words; // "newest update first": within a sentence
    std::string_view api;   // as the API's sort parameter has it
    search::SortItem::By by;
    std::string_view piece; // By::Piece
    bool ascending;
};

// The orders that fit the question: best match only with words, distance only with a place. The first is the usual one.
std::vector<SearchOrder> orders_for(const Question& question);
// The one that the address asks, or the usual one.
SearchOrder order_of(const Question& question);

struct PageAsked {
    std::uint64_t page = 1; // from 1
    std::uint32_t size = 0;
    std::uint64_t offset() const { return (page - 1) * size; }
};
PageAsked page_of(const SearchAddress& address);
std::span<const std::uint32_t> page_sizes();

void sort_by(search::Query& query, const SearchOrder& order);

} // namespace trialdex::web
