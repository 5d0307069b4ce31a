#include "web/pages/module_page/pager.h"

#include "web/components/calculated.h"
#include "web/components/node_link.h"
#include "web/components/value.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <limits>

namespace trialdex::web::nodes {

namespace {

std::size_t asked_page(const api::Request& request) {
    const std::string* text = request.parameter("page");
    std::size_t page = 1;
    if (!text) return page;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), page);
    return error == std::errc::result_out_of_range ? std::numeric_limits<std::size_t>::max() : page;
}

std::string with_page(const std::string& address, std::size_t page) {
    return address + (address.find('?') == std::string::npos ? "?page=" : "&page=") + std::to_string(page);
}

std::string words(std::size_t number) { return grouped(static_cast<std::uint64_t>(number)); }

} // namespace

PageSlice page_slice(const api::Request& request, std::size_t total, std::size_t per_page) {
    PageSlice slice;
    slice.total = total;
    slice.pages = std::max<std::size_t>(1, (total + per_page - 1) / per_page);
    slice.page = std::clamp<std::size_t>(asked_page(request), 1, slice.pages);
    slice.begin = (slice.page - 1) * per_page;
    slice.end = std::min(total, slice.begin + per_page);
    return slice;
}

void pager(Html& html, const api::Request& request, const PageSlice& slice, std::string_view label,
           std::span<const std::string_view> kept) {
    std::string address;
    const auto keep = [&](std::string_view name) {
        const std::string* value = request.parameter(name);
        if (value) address.append(address.empty() ? "?" : "&").append(name).append("=").append(encode_path(*value));
    };
    keep("version");
    for (const std::string_view name : kept) keep(name);
    pager(html, slice, label, address);
}

void pager(Html& html, const PageSlice& slice, std::string_view label, const std::string& address) {
    if (slice.pages == 1) return;
    html.open("nav", {{"class", "pager"}, {"aria-label", label}});
    html.open("p").text(words(slice.begin + 1) + " to " + words(slice.end) + " of ");
    calculated_count(html, slice.total);
    html.close("p");
    html.open("ol");
    for (std::size_t page = 1; page <= slice.pages; ++page) {
        html.open("li");
        if (page == slice.page) {
            html.element("span", words(page), {{"aria-current", "page"}});
        } else {
            html.link(with_page(address, page), words(page), {{"aria-label", fmt::format("Page {}", page)}});
        }
        html.close("li");
    }
    html.close("ol").close("nav");
}

} // namespace trialdex::web::nodes
