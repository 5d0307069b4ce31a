#include "web/pages/related/steering.h"

#include "schema/facets.h"
#include "web/pages/search/limits.h"
#include "web/pages/search/search_address.h"

#include <algorithm>
#include <charconv>

namespace trialdex::web {

namespace {

constexpr std::string_view kPageName = "page";

// 0 to `most`; nothing for any other text.
std::optional<std::uint32_t> number_up_to(std::string_view text, std::uint32_t most) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number > most) return std::nullopt;
    return number;
}

bool is_key(const schema::Facet& facet, std::string_view key) {
    if (facet.kind != schema::FacetKind::Choices) return !key.empty() && key.size() <= kLongestKey;
    return std::any_of(facet.choices.begin(), facet.choices.end(),
                       [&](const schema::FacetChoice& choice) { return choice.key == key; });
}

// The keys of one facet among the fields: those of a fixed list in its order.
std::vector<std::string> chosen_keys(const schema::Facet& facet, std::span<const Fields::value_type> fields) {
    std::vector<std::string> keys;
    for (const auto& [name, value] : fields) {
        if (name == facet.id && is_key(facet, value) && keys.size() < kMostChoices) keys.push_back(value);
    }
    const auto place = [&](const std::string& key) {
        const auto found = std::find_if(facet.choices.begin(), facet.choices.end(),
                                        [&](const schema::FacetChoice& choice) { return choice.key == key; });
        return std::pair(found - facet.choices.begin(), key);
    };
    std::sort(keys.begin(), keys.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

std::string_view value_of(std::span<const Fields::value_type> fields, std::string_view name) {
    for (const auto& [key, value] : fields) {
        if (key == name) return value;
    }
    return {};
}

} // namespace

Steering Steering::of(std::span<const Fields::value_type> fields) {
    Steering steering;
    for (std::size_t i = 0; i < related::kAspectCount; ++i) {
        const auto stop = number_up_to(value_of(fields, related::aspects()[i].id), kEmphases.size() - 1);
        if (stop) steering.stops[i] = *stop;
    }
    for (const std::string_view id : kRelatedFilters) {
        const schema::Facet* facet = schema::find_facet(id);
        if (!facet) continue;
        std::vector<std::string> keys = chosen_keys(*facet, fields);
        if (!keys.empty()) steering.choices.push_back({std::string(id), std::move(keys)});
    }
    const auto page = number_up_to(value_of(fields, kPageName), kDeepestRelatedPage);
    if (page && *page > 0) steering.page = *page;
    return steering;
}

bool Steering::is_usual() const {
    return choices.empty() &&
           std::all_of(stops.begin(), stops.end(), [](std::size_t stop) { return stop == kUsualStop; });
}

bool Steering::has(std::string_view facet, std::string_view key) const {
    const std::vector<std::string> all = keys(facet);
    return std::find(all.begin(), all.end(), key) != all.end();
}

std::vector<std::string> Steering::keys(std::string_view facet) const {
    for (const search::Choice& choice : choices) {
        if (choice.facet == facet) return choice.keys;
    }
    return {};
}

Fields Steering::fields() const {
    Fields all;
    for (std::size_t i = 0; i < related::kAspectCount; ++i) {
        if (stops[i] != kUsualStop) all.emplace_back(related::aspects()[i].id, std::to_string(stops[i]));
    }
    for (const search::Choice& choice : choices) {
        for (const std::string& key : choice.keys) all.emplace_back(choice.facet, key);
    }
    if (page > 1) all.emplace_back(kPageName, std::to_string(page));
    return all;
}

std::string Steering::href(std::string_view path) const {
    std::string out(path);
    char separator = '?';
    for (const auto& [name, value] : fields()) {
        out += separator;
        out += name + "=" + encode_query(value);
        separator = '&';
    }
    return out;
}

Steering Steering::on_page(std::uint32_t number) const {
    Steering copy = *this;
    copy.page = number;
    return copy;
}

related::Question Steering::question() const {
    related::Question question;
    for (std::size_t i = 0; i < related::kAspectCount; ++i) question.emphasis[i] = kEmphases[stops[i]];
    question.choices = choices;
    question.offset = std::uint64_t{page - 1} * kRelatedPageSize;
    question.limit = kRelatedPageSize;
    return question;
}

} // namespace trialdex::web
