// The parameters of a request, checked: what an operation does not know is an error, never ignored.
#pragma once

#include "api/exchange.h"
#include "base/result.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::api {

struct Parameter {
    std::string_view name;
    bool is_list = false; // a list may also be sent as several parameters of one name
};

// What several operations share and what is one's own, in one list.
template <std::size_t... kCounts>
constexpr std::array<Parameter, (kCounts + ...)> joined(const std::array<Parameter, kCounts>&... lists) {
    std::array<Parameter, (kCounts + ...)> all{};
    std::size_t at = 0;
    (..., [&](const auto& list) {
        for (const Parameter& parameter : list) all[at++] = parameter;
    }(lists));
    return all;
}

// InvalidInput with the contract's text when the request has another parameter, or one that is no list twice.
Result<void> check_parameters(const Request& request, std::span<const Parameter> known);

// The value of `name` when it is one of `allowed`, the first of them when it was not sent.
Result<std::string_view> choice(const Request& request, std::string_view name,
                                std::span<const std::string_view> allowed);

// The items of a list parameter, separated by comma or pipe.
std::vector<std::string> list_items(const Request& request, std::string_view name);

} // namespace trialdex::api
