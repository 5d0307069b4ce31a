#include "web/pages/search/result_pager.h"

#include "web/components/value.h"
#include "web/pages/search/form.h"
#include "web/pages/search/limits.h"

#include <algorithm>
#include <array>

namespace trialdex::web {

namespace {

void way(Html& html, const SearchAddress& address, std::uint64_t page, bool is_open, std::string_view label,
         std::string_view relation) {
    if (!is_open) return;
    html.open("li");
    html.link(address.with(kPageParameter, std::to_string(page)).href(), label, {{"rel", relation}});
    html.close("li");
}

void option(Html& html, std::string_view value, std::string_view label, bool is_selected) {
    if (is_selected) {
        html.element("option", label, {{"value", value}, {"selected", ""}});
    } else {
        html.element("option", label, {{"value", value}});
    }
}

} // namespace

std::uint64_t page_count(std::uint64_t total, std::uint32_t size) {
    return std::max<std::uint64_t>(1, (total + size - 1) / size);
}

std::string total_in_words(std::uint64_t total) {
    if (total == 0) return "No studies";
    return grouped(total) + (total == 1 ? " study" : " studies");
}

void result_pager(Html& html, const SearchAddress& address, const PageAsked& page, std::uint64_t total) {
    const std::uint64_t pages = page_count(total, page.size);
    if (pages == 1) return;
    html.open("nav", {{"class", "result-pager"}, {"aria-label", "Pages of the result"}}).open("ol");
    way(html, address, 1, page.page > 2, "First", "nofollow");
    way(html, address, page.page - 1, page.page > 1, "Previous", "prev nofollow");
    html.open("li").element("span", "Page " + grouped(page.page) + " of " + grouped(pages), {{"aria-current", "page"}});
    html.close("li");
    way(html, address, page.page + 1, page.page < pages, "Next", "next nofollow");
    way(html, address, pages, page.page + 1 < pages, "Last", "nofollow");
    html.close("ol").close("nav");
}

void order_form(Html& html, const Question& question) {
    html.open("form", {{"class", "order-form"}, {"action", "/search"}, {"method", "get"}});
    constexpr std::array<std::string_view, 3> kOwn = {kSortParameter, kSizeParameter, kPageParameter};
    hidden_parameters(html, question.address, kOwn);
    html.open("select", {{"name", kSortParameter}, {"aria-label", "Order"}});
    const SearchOrder chosen = order_of(question);
    for (const SearchOrder& order : orders_for(question)) option(html, order.key, order.label, order.key == chosen.key);
    html.close("select").open("select", {{"name", kSizeParameter}, {"aria-label", "Studies on a page"}});
    const std::uint32_t size = page_of(question.address).size;
    for (const std::uint32_t one : page_sizes()) {
        option(html, std::to_string(one), std::to_string(one) + " per page", one == size);
    }
    html.close("select").element("button", "Show", {{"type", "submit"}}).close("form");
}

} // namespace trialdex::web
