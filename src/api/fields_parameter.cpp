#include "api/fields_parameter.h"

#include "api/parameters.h"
#include "schema/schema.h"
#include "search/language/parse.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::api {

namespace {

constexpr std::string_view kQuery = "@query";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// ^[a-zA-Z][a-zA-Z0-9\-. ]*$
bool has_name_form(std::string_view item) {
    return !item.empty() && is_letter(item.front()) && std::ranges::all_of(item, [](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ' ';
    });
}

void add_area(study::NodeSet& chosen, const schema::SearchArea& area) {
    for (const schema::SearchAreaPart& part : area.parts) {
        for (const std::string_view piece : part.pieces) {
            if (const schema::Node* of_area = schema::find_piece(piece)) chosen.add(*of_area);
        }
    }
}

// False when there is no node and no area of that name.
bool add_item(study::NodeSet& chosen, std::string_view item) {
    const schema::Node* node = schema::find_piece(item);
    if (node == nullptr) node = schema::find_path(item);
    if (node != nullptr) {
        chosen.add(*node);
        return true;
    }
    const schema::SearchArea* area = search::find_area(item);
    if (area != nullptr) add_area(chosen, *area);
    return area != nullptr;
}

void add_searched(study::NodeSet& chosen, const search::Expression& expression) {
    for (const search::Expression& part : expression.parts) add_searched(chosen, part);
    if (expression.scope.area != nullptr) add_area(chosen, *expression.scope.area);
    if (expression.scope.node != nullptr) chosen.add(*expression.scope.node);
}

} // namespace

Result<std::optional<study::NodeSet>> fields_of(const Request& request, const std::vector<search::Clause>* queries) {
    if (request.parameter("fields") == nullptr) return std::nullopt;
    const std::vector<std::string> items = list_items(request, "fields");
    if (items.size() == 1 && items.front().empty()) {
        return fail(ErrorCode::InvalidInput, "Parameter `fields` must contain at least 1 item");
    }
    study::NodeSet chosen;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (queries != nullptr && items[i] == kQuery) {
            for (const search::Clause& clause : *queries) add_searched(chosen, clause.expression);
            continue;
        }
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
