#include "web/pages/search/search_address.h"

#include "schema/facets.h"
#include "web/pages/search/limits.h"
#include "web/pages/search/parameters.h"

#include <algorithm>

namespace trialdex::web {

namespace {

using Parameter = SearchAddress::Parameter;

std::string trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
}

std::string first_value(const api::Request& request, std::string_view name) {
    const std::string* value = request.parameter(name);
    return value ? trimmed(*value) : std::string();
}

const SearchRange* find_range(std::string_view name) {
    for (const SearchRange& range : search_ranges()) {
        if (range.name == name) return &range;
    }
    return nullptr;
}

// "start=2020_2022", or its two halves from a form.
std::string range_value(const api::Request& request, std::string_view name) {
    const std::string from = std::string(name) + "From";
    const std::string to = std::string(name) + "To";
    std::string joined = request.parameter(from) || request.parameter(to)
                             ? first_value(request, from) + "_" + first_value(request, to)
                             : first_value(request, name);
    return joined == "_" ? std::string() : joined;
}

// "distance=50" with "unit=km" from a form: "50km". Miles, as on the registry's site, when nobody says.
std::string distance_value(const api::Request& request) {
    std::string distance = first_value(request, "distance");
    const bool is_number = distance.find_first_not_of("0123456789.") == std::string::npos;
    if (!distance.empty() && is_number) distance += first_value(request, "unit") == "km" ? "km" : "mi";
    return distance;
}

std::string value_of(const api::Request& request, std::string_view name) {
    if (find_range(name)) return range_value(request, name);
    if (name == "distance") return distance_value(request);
    std::string value = first_value(request, name);
    const bool says_nothing = (name == kPageParameter && value == "1") ||
                              (name == kSortParameter && value == "default") ||
                              (name == kSizeParameter && value == std::to_string(kUsualPageSize)) ||
                              (name == kSynonymsParameter && value != "off");
    return says_nothing ? std::string() : value;
}

// Place of a key in the facet's fixed list; those of open lists stand by their text.
std::size_t place_of(const schema::Facet& facet, std::string_view key) {
    const auto found = std::find_if(facet.choices.begin(), facet.choices.end(),
                                    [&](const schema::FacetChoice& choice) { return choice.key == key; });
    return static_cast<std::size_t>(found - facet.choices.begin());
}

void add_choices(std::vector<Parameter>& parameters, const api::Request& request, const schema::Facet& facet) {
    std::vector<std::string> keys;
    for (const auto& [name, value] : request.query) {
        if (name == facet.id && !trimmed(value).empty()) keys.push_back(trimmed(value));
    }
    std::sort(keys.begin(), keys.end(), [&](const std::string& a, const std::string& b) {
        const std::size_t first = place_of(facet, a);
        const std::size_t second = place_of(facet, b);
        return first != second ? first < second : a < b;
    });
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (std::string& key : keys) parameters.emplace_back(facet.id, std::move(key));
}

} // namespace

SearchAddress::SearchAddress(std::vector<Parameter> parameters) : parameters_(std::move(parameters)) {}

SearchAddress SearchAddress::of(const api::Request& request) {
    std::vector<Parameter> parameters;
    const auto add = [&](std::string_view name) {
        std::string value = value_of(request, name);
        if (!value.empty()) parameters.emplace_back(name, std::move(value));
    };
    for (const std::string_view name : names_before_facets()) add(name);
    for (const schema::Facet& facet : schema::facets()) add_choices(parameters, request, facet);
    for (const std::string_view name : names_after_facets()) add(name);
    return SearchAddress(std::move(parameters));
}

std::string_view SearchAddress::get(std::string_view name) const {
    for (const auto& [key, value] : parameters_) {
        if (key == name) return value;
    }
    return {};
}

bool SearchAddress::has(std::string_view name, std::string_view value) const {
    return std::any_of(parameters_.begin(), parameters_.end(),
                       [&](const Parameter& one) { return one.first == name && one.second == value; });
}

bool SearchAddress::is_empty() const {
    const auto after = names_after_facets();
    return std::all_of(parameters_.begin(), parameters_.end(), [&](const Parameter& one) {
        return std::find(after.begin(), after.end(), one.first) != after.end();
    });
}

SearchAddress SearchAddress::changed(std::string_view name) const {
    SearchAddress copy = *this;
    if (name != kPageParameter)
        std::erase_if(copy.parameters_, [](const Parameter& one) { return one.first == kPageParameter; });
    return copy;
}

SearchAddress SearchAddress::adding(std::string_view name, std::string_view value) const {
    api::Request request;
    request.query = changed(name).parameters_;
    request.query.emplace_back(name, value);
    return of(request);
}

SearchAddress SearchAddress::with(std::string_view name, std::string_view value) const {
    return without(name).adding(name, value);
}

SearchAddress SearchAddress::without(std::string_view name) const {
    SearchAddress copy = changed(name);
    std::erase_if(copy.parameters_, [&](const Parameter& one) { return one.first == name; });
    return copy;
}

SearchAddress SearchAddress::without(std::string_view name, std::string_view value) const {
    SearchAddress copy = changed(name);
    std::erase_if(copy.parameters_, [&](const Parameter& one) { return one.first == name && one.second == value; });
    return copy;
}

std::string SearchAddress::href(std::string_view path) const {
    std::string out(path);
    char separator = '?';
    for (const auto& [name, value] : parameters_) {
        out += separator;
        out += name;
        out += '=';
        out += encode_query(value);
        separator = '&';
    }
    return out;
}

std::string encode_query(std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (is_letter || std::string_view("-._~,:()*/@!").find(c) != std::string_view::npos) {
            out += c;
        } else if (c == ' ') {
            out += '+';
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        }
    }
    return out;
}

} // namespace trialdex::web
