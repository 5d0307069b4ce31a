#include "web/pages/search/order.h"

#include "web/pages/search/limits.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace trialdex::web {

namespace {

using By = search::SortItem::By;

constexpr std::array<SearchOrder, 6> kOrders = {{
    {"relevance", "Best match", "best match first", "@relevance", By::Relevance, "", false},
    {"updated", "Newest update", "newest update first", "LastUpdatePostDate:desc", By::Piece, "LastUpdatePostDate",
     false},
    {"start", "Newest start", "newest start first", "StartDate:desc", By::Piece, "StartDate", false},
    {"results", "Newest results", "newest results first", "ResultsFirstPostDate:desc", By::Piece,
     "ResultsFirstPostDate", false},
    {"enrollment", "Most participants", "most participants first", "EnrollmentCount:desc", By::Piece, "EnrollmentCount",
     false},
    {"distance", "Nearest", "nearest first", "", By::Distance, "", true},
}};

constexpr std::array<std::uint32_t, 4> kPageSizes = {10, kUsualPageSize, 50, kLargestPageSize};

std::uint64_t number_or(std::string_view text, std::uint64_t otherwise, std::uint64_t most) {
    std::uint64_t number = otherwise;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc::result_out_of_range) return most;
    return std::clamp<std::uint64_t>(number, 1, most);
}

} // namespace

std::vector<SearchOrder> orders_for(const Question& question) {
    std::vector<SearchOrder> orders;
    for (const SearchOrder& order : kOrders) {
        if (order.by == By::Relevance && !question.has_words()) continue;
        if (order.by == By::Distance && !question.near) continue;
        orders.push_back(order);
    }
    orders.front().key = "";
    return orders;
}

SearchOrder order_of(const Question& question) {
    const std::vector<SearchOrder> orders = orders_for(question);
    const std::string_view key = question.address.get(kSortParameter);
    const auto asked = std::find_if(orders.begin(), orders.end(), [&](const auto& order) { return order.key == key; });
    return asked == orders.end() ? orders.front() : *asked;
}

PageAsked page_of(const SearchAddress& address) {
    PageAsked asked;
    asked.page = number_or(address.get(kPageParameter), 1, kDeepestPage);
    asked.size = static_cast<std::uint32_t>(number_or(address.get(kSizeParameter), kUsualPageSize, kLargestPageSize));
    return asked;
}

std::span<const std::uint32_t> page_sizes() { return kPageSizes; }

void sort_by(search::Query& query, const SearchOrder& order) {
    query.sort = {{order.by, order.by == By::Piece ? schema::find_piece(order.piece) : nullptr, order.ascending}};
}

} // namespace trialdex::web
