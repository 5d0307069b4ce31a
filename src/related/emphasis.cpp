#include "related/emphasis.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace trialdex::related {

namespace {

Result<void> read_pair(std::string_view pair, Emphasis& emphasis) {
    const std::size_t colon = std::min(pair.find(':'), pair.size());
    const auto aspect = std::ranges::find(aspects(), pair.substr(0, colon), &AspectInfo::id);
    std::vector<std::string_view> known;
    for (const AspectInfo& info : aspects()) known.push_back(info.id);
    if (aspect == aspects().end())
        return fail(ErrorCode::InvalidInput,
                    fmt::format("“{}” names no aspect; there are {}", pair.substr(0, colon), fmt::join(known, ", ")));
    const std::string_view number = pair.substr(std::min(colon + 1, pair.size()));
    double value = 0;
    const auto [end, failure] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (failure != std::errc() || end != number.data() + number.size() || !(value >= 0 && value <= kMostEmphasis))
        return fail(ErrorCode::InvalidInput, fmt::format("“{}” has no weight from 0 to {}; write {}:2", pair,
                                                         kMostEmphasis, pair.substr(0, colon)));
    emphasis[static_cast<std::size_t>(aspect - aspects().begin())] = value;
    return {};
}

} // namespace

Result<Emphasis> parse_emphasis(std::string_view text) {
    Emphasis emphasis = kUsualEmphasis;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(",|"), text.size());
        if (auto read = read_pair(text.substr(0, end), emphasis); !read) return tl::unexpected(read.error());
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return emphasis;
}

} // namespace trialdex::related
