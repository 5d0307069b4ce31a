#include "search/language/agg_filters.h"

#include "schema/facets.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::search {

namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(separators, start), text.size());
        if (end > start) parts.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

} // namespace

Result<AggFilters> agg_filters(std::string_view text) {
    AggFilters filters;
    for (const std::string_view pair : split(text, ",|")) {
        const std::size_t colon = pair.find(':');
        if (colon == std::string_view::npos) {
            filters.nothing = true; // "status:rec|com"
            continue;
        }
        const std::string_view id = pair.substr(0, colon);
        const std::string_view keys = pair.substr(colon + 1);
        const schema::Facet* facet = schema::find_facet(id);
        if (facet == nullptr || !facet->in_api) {
            return fail(ErrorCode::InvalidInput, fmt::format("Unknown filter in parameter `aggFilters`: `{}`", id));
        }
        if (keys.find(':') != std::string_view::npos) {
            return fail(ErrorCode::InvalidInput, fmt::format("Invalid value in parameter `aggFilters`: `{}`", pair));
        }
        std::erase_if(filters.choices, [&](const Choice& earlier) { return earlier.facet == id; });
        Choice choice{std::string(id), {}};
        for (const std::string_view key : split(keys, " ")) choice.keys.emplace_back(key);
        if (!choice.keys.empty()) filters.choices.push_back(std::move(choice));
    }
    return filters;
}

} // namespace trialdex::search
