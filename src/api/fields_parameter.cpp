#include "api/fields_parameter.h"

#include "api/parameters.h"
#include "schema/schema.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::api {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// ^[a-zA-Z][a-zA-Z0-9\-. ]*$
bool has_name_form(std::string_view item) {
    return !item.empty() && is_letter(item.front()) && std::ranges::all_of(item, [](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ' ';
    });
}

const schema::SearchArea* find_area(std::string_view name) {
    const auto areas = schema::search_areas();
    const auto at = std::ranges::find(areas, name, &schema::SearchArea::name);
    return at == areas.end() ? nullptr : &*at;
}

// False when there is no node and no area of that name.
bool add_item(study::NodeSet& chosen, std::string_view item) {
    const schema::Node* node = schema::find_piece(item);
    if (node == nullptr) node = schema::find_path(item);
    if (node != nullptr) {
        chosen.add(*node);
        return true;
    }
    const schema::SearchArea* area = find_area(item);
    if (area == nullptr) return false;
    for (const schema::SearchAreaPart& part : area->parts) {
        for (const std::string_view piece : part.pieces) {
            if (const schema::Node* of_area = schema::find_piece(piece)) chosen.add(*of_area);
        }
    }
    return true;
}

} // namespace

Result<std::optional<study::NodeSet>> fields_of(const Request& request) {
    if (request.parameter("fields") == nullptr) return std::nullopt;
    const std::vector<std::string> items = list_items(request, "fields");
    if (items.size() == 1 && items.front().empty()) {
        return fail(ErrorCode::InvalidInput, "Parameter `fields` must contain at least 1 item");
    }
    study::NodeSet chosen;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!has_name_form(items[i])) {
            return fail(ErrorCode::InvalidInput,
                        fmt::format("Item {} in parameter `fields` has incorrect format", i + 1));
        }
        if (!add_item(chosen, items[i])) {
            return fail(ErrorCode::InvalidInput,
                        fmt::format("Parameter 'fields' contains invalid field name: '{}'", items[i]));
        }
    }
    return std::optional(std::move(chosen));
}

} // namespace trialdex::api
