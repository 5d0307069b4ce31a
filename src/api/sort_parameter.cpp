#include "api/sort_parameter.h"

#include "api/parameters.h"
#include "study/sortable.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::api {

namespace {

constexpr std::size_t kMostItems = 2;
constexpr std::string_view kRelevance = "@relevance";
// A number that the registry keeps in its index only: how many arms there are.
constexpr std::string_view kArmCount = "NumArmGroups";
constexpr std::string_view kArms = "ArmGroup";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// [a-zA-Z][a-zA-Z0-9\-. ]*, but no blank at the end, which would stand before the colon
bool has_name_form(std::string_view name) {
    return !name.empty() && is_letter(name.front()) && name.back() != ' ' && std::ranges::all_of(name, [](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ' ';
    });
}

bool is_below_a_list(const schema::Node& node) {
    for (const schema::Node* at = &node; at != nullptr; at = schema::parent_of(*at)) {
        if (at->list) return true;
    }
    return false;
}

bool is_date(const schema::Node& node) {
    return node.value == schema::ValueKind::Date || node.value == schema::ValueKind::PartialDate ||
           node.value == schema::ValueKind::DateTime;
}

Result<search::SortItem> by_piece(std::string_view name) {
    search::SortItem item;
    item.by = search::SortItem::By::Piece;
    item.ascending = true;
    if (name == kArmCount) {
        item.node = schema::find_piece(kArms);
        return item;
    }
    item.node = schema::find_piece(name);
    if (item.node == nullptr) item.node = schema::find_path(name);
    if (item.node == nullptr) return fail(ErrorCode::InvalidInput, "Unknown sort field");
    const bool in_list = is_below_a_list(*item.node);
    if (in_list || !study::is_sortable(*item.node)) {
        return fail(ErrorCode::InvalidInput,
                    fmt::format("Unsupported sort field type: {}{}", item.node->type, in_list ? "[]" : ""));
    }
    item.ascending = !is_date(*item.node);
    return item;
}

Result<search::SortItem> item_of(std::string_view text, std::size_t number) {
    const std::size_t colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    const std::string_view direction = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    const bool good_direction = colon == std::string_view::npos || direction == "asc" || direction == "desc";
    if (!good_direction || !(name == kRelevance || has_name_form(name))) {
        return fail(ErrorCode::InvalidInput, fmt::format("Item {} in parameter `sort` has incorrect format", number));
    }
    auto item = name == kRelevance ? Result<search::SortItem>(search::SortItem()) : by_piece(name);
    if (item && !direction.empty()) item->ascending = direction == "asc";
    return item;
}

} // namespace

Result<std::vector<search::SortItem>> sort_of(const Request& request) {
    std::vector<search::SortItem> sort;
    const std::vector<std::string> items = list_items(request, "sort");
    if (items.empty() || (items.size() == 1 && items.front().empty())) {
        sort.push_back({search::SortItem::By::Id, nullptr, true});
        return sort;
    }
    if (items.size() > kMostItems) {
        return fail(ErrorCode::InvalidInput,
                    fmt::format("Parameter `sort` must contain no more than {} items", kMostItems));
    }
    for (const std::string& text : items) {
        const auto item = item_of(text, sort.size() + 1);
        if (!item) return tl::unexpected(item.error());
        sort.push_back(*item);
    }
    return sort;
}

} // namespace trialdex::api
