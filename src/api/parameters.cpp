#include "api/parameters.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::api {

namespace {

const Parameter* find(std::span<const Parameter> known, std::string_view name) {
    const auto at = std::ranges::find(known, name, &Parameter::name);
    return at == known.end() ? nullptr : &*at;
}

// Whether `name` belongs to a group, such as "filter.", of which the operation knows other members.
bool is_of_a_known_group(std::span<const Parameter> known, std::string_view name) {
    const std::string_view group = name.substr(0, name.find('.') + 1);
    return std::ranges::any_of(known, [&](const Parameter& one) { return one.name.starts_with(group); });
}

} // namespace

Result<void> check_parameters(const Request& request, std::span<const Parameter> known) {
    for (auto at = request.query.begin(); at != request.query.end(); ++at) {
        const std::string& name = at->first;
        const Parameter* parameter = find(known, name);
        if (parameter == nullptr) {
            // "query.cond" to an operation that searches nothing
            if (name.find('.') != std::string::npos && !is_of_a_known_group(known, name)) {
                return fail(ErrorCode::InvalidInput, "Invalid prefix in parameter name: " + name);
            }
            return fail(ErrorCode::InvalidInput, fmt::format("`{}` is unknown parameter", name));
        }
        const auto is_same = [&](const auto& earlier) { return earlier.first == name; };
        if (!parameter->is_list && std::any_of(request.query.begin(), at, is_same)) {
            return fail(ErrorCode::InvalidInput, fmt::format("Parameter `{}` must be sent only once", name));
        }
    }
    return {};
}

Result<std::string_view> choice(const Request& request, std::string_view name,
                                std::span<const std::string_view> allowed) {
    const std::string* value = request.parameter(name);
    if (value == nullptr) return allowed.front();
    const auto at = std::ranges::find(allowed, *value);
    if (at == allowed.end()) {
        return fail(ErrorCode::InvalidInput, fmt::format("Invalid value in parameter `{}`: `{}`", name, *value));
    }
    return *at;
}

std::vector<std::string> list_items(const Request& request, std::string_view name) {
    std::vector<std::string> items;
    for (const auto& [key, value] : request.query) {
        if (key != name) continue;
        for (std::size_t start = 0; start <= value.size();) {
            const std::size_t end = std::min(value.find_first_of(",|", start), value.size());
            items.push_back(value.substr(start, end - start));
            start = end + 1;
        }
    }
    return items;
}

} // namespace trialdex::api
