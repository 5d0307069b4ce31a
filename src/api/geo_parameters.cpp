#include "api/geo_parameters.h"

#include "search/language/circle.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <vector>

namespace trialdex::api {

namespace {

using Shape = search::GeoDecay::Shape;

constexpr std::array<std::pair<std::string_view, Shape>, 3> kShapes = {
    {{"gauss", Shape::Gauss}, {"exp", Shape::Exponential}, {"linear", Shape::Linear}}};
constexpr std::array<std::string_view, 4> kMembers = {"func:", "scale:", "offset:", "decay:"};

std::vector<std::string_view> split_at_commas(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        parts.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

tl::unexpected<Error> incorrect(std::string_view name) {
    return fail(ErrorCode::InvalidInput, fmt::format("Parameter `{}` has incorrect format", name));
}

// A distance with its unit, which must be there.
std::optional<double> with_unit(std::string_view text) {
    if (text.starts_with('-') || !(text.ends_with("km") || text.ends_with("mi"))) return std::nullopt;
    return search::metres_of(text);
}

} // namespace

Result<search::Expression::Circle> geo_circle(std::string_view name, std::string_view value) {
    constexpr std::string_view kHead = "distance(";
    // The language allows blanks, this parameter's pattern does not.
    if (!value.starts_with(kHead) || !value.ends_with(')') || value.find(' ') != std::string_view::npos) {
        return incorrect(name);
    }
    value = value.substr(kHead.size(), value.size() - kHead.size() - 1);
    const std::vector<std::string_view> numbers = split_at_commas(value);
    const auto circle = numbers.size() == 3 ? search::circle_of(numbers[0], numbers[1], numbers[2]) : std::nullopt;
    if (!circle) return incorrect(name);
    return *circle;
}

Result<search::GeoDecay> geo_decay(std::string_view value, const search::Expression::Circle& centre) {
    search::GeoDecay decay;
    decay.centre = centre;
    if (value.empty()) return decay;
    std::vector<std::string_view> parts = split_at_commas(value);
    if (parts.size() != kMembers.size()) return incorrect("geoDecay");
    for (std::size_t i = 0; i < kMembers.size(); ++i) {
        if (!parts[i].starts_with(kMembers[i])) return incorrect("geoDecay");
        parts[i].remove_prefix(kMembers[i].size());
    }
    const auto shape = std::ranges::find(kShapes, parts[0], &std::pair<std::string_view, Shape>::first);
    const auto scale = with_unit(parts[1]);
    const auto offset = with_unit(parts[2]);
    const auto share = search::decimal(parts[3]);
    // What is left of a score at `scale` from the centre: all or nothing would be no decay.
    const bool good_share = share && *share > 0 && *share < 1;
    if (shape == kShapes.end() || !scale || *scale <= 0 || !offset || !good_share) return incorrect("geoDecay");
    decay.shape = shape->second;
    decay.scale_metres = *scale;
    decay.offset_metres = *offset;
    decay.decay = *share;
    return decay;
}

} // namespace trialdex::api
