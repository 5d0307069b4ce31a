#include "web/pages/search/facet_column.h"

#include "web/components/value.h"
#include "web/pages/search/parameters.h"

#include <algorithm>

namespace trialdex::web {

namespace {

constexpr std::size_t kShownFirst = 8;
constexpr std::uint32_t kShownOfMore = 100;

void choice(Html& html, const SearchAddress& address, const schema::Facet& facet, const search::FacetValue& value) {
    const std::string label = value.label.empty() ? value.key : value.label;
    html.open("li");
    if (value.chosen) {
        html.open("a",
                  {{"href", address.without(facet.id, value.key).href()}, {"class", "chosen"}, {"rel", "nofollow"}});
        html.element("span", "Chosen, remove: ", {{"class", "visually-hidden"}});
    } else {
        html.open("a", {{"href", address.adding(facet.id, value.key).href()}, {"rel", "nofollow"}});
    }
    html.element("span", label, {{"class", "choice"}}).text(" ");
    html.element("span", grouped(value.count), {{"class", "count"}});
    html.element("span", value.count == 1 ? " study" : " studies", {{"class", "visually-hidden"}});
    html.close("a").close("li");
}

std::vector<search::FacetValue> values_to_show(const schema::Facet& facet, const search::FacetCounts& counts) {
    std::vector<search::FacetValue> values;
    for (const search::FacetValue& value : counts.values) {
        if (value.count > 0 || value.chosen) values.push_back(value);
    }
    if (facet.kind == schema::FacetKind::Years) {
        std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.key > b.key; });
    }
    return values;
}

void more_or_fewer(Html& html, const SearchAddress& address, const schema::Facet& facet, bool is_opened,
                   bool has_more) {
    const std::string place = "#facet-" + std::string(facet.id);
    if (is_opened) {
        html.link(address.without(kMoreParameter).href() + place, "Fewer", {{"rel", "nofollow"}});
    } else if (has_more) {
        html.open("a", {{"href", address.with(kMoreParameter, facet.id).href() + place}, {"rel", "nofollow"}})
            .text("More");
        html.element("span", " of " + std::string(facet.label), {{"class", "visually-hidden"}}).close("a");
    }
}

void facet_section(Html& html, const SearchAddress& address, const search::FacetCounts& counts) {
    const schema::Facet* facet = schema::find_facet(counts.id);
    if (!facet) return;
    std::vector<search::FacetValue> values = values_to_show(*facet, counts);
    if (values.empty()) return;
    const bool is_open_list = facet->kind != schema::FacetKind::Choices;
    const bool is_opened = address.get(kMoreParameter) == facet->id;
    const bool has_more = is_open_list && values.size() > kShownFirst;
    std::size_t shown = 0;
    html.open("section", {{"class", "facet"}, {"id", "facet-" + std::string(facet->id)}});
    html.open("details", {{"class", "explain"}}).open("summary");
    html.element("h3", facet->label, {{"class", "term"}})
        .close("summary")
        .element("p", facet->explanation)
        .close("details");
    html.open("ul");
    for (const search::FacetValue& value : values) {
        const bool fits = !is_open_list || is_opened || shown < kShownFirst;
        if (!fits && !value.chosen) continue;
        choice(html, address, *facet, value);
        ++shown;
    }
    html.close("ul");
    more_or_fewer(html, address, *facet, is_opened, has_more);
    html.close("section");
}

void chip(Html& html, const std::string& href, std::string_view label, std::string_view text) {
    html.open("li").open("a", {{"href", href}, {"class", "chip"}, {"rel", "nofollow"}});
    html.element("span", "Remove ", {{"class", "visually-hidden"}});
    html.element("span", std::string(label) + ":", {{"class", "chip-label"}}).text(" ").text(text);
    html.element("span", "×", {{"class", "chip-cross"}, {"aria-hidden", "true"}}).close("a").close("li");
}

} // namespace

std::vector<std::string> facets_to_count() {
    std::vector<std::string> ids;
    for (const schema::Facet& facet : schema::facets()) ids.emplace_back(facet.id);
    return ids;
}

std::uint32_t values_to_count(const SearchAddress& address) {
    // One above what is shown tells whether there are more.
    return address.get(kMoreParameter).empty() ? static_cast<std::uint32_t>(kShownFirst) + 1 : kShownOfMore;
}

void facet_column(Html& html, const SearchAddress& address, const std::vector<search::FacetCounts>& facets) {
    Html sections;
    for (const search::FacetCounts& counts : facets) facet_section(sections, address, counts);
    if (sections.is_empty()) return;
    html.open("aside", {{"class", "facets"}, {"aria-labelledby", "narrow"}});
    html.element("h2", "Narrow the result", {{"id", "narrow"}});
    const bool is_open = !address.get(kMoreParameter).empty();
    if (is_open) {
        html.open("details", {{"open", ""}});
    } else {
        html.open("details");
    }
    html.element("summary", "Narrow the result");
    html.append(sections).close("details").close("aside");
}

std::string choice_label(const schema::Facet& facet, std::string_view key) {
    for (const schema::FacetChoice& choice : facet.choices) {
        if (choice.key == key) return std::string(choice.label);
    }
    return std::string(key);
}

void chosen_chips(Html& html, const Question& question) {
    Html chips;
    std::size_t count = 0;
    for (const AskedClause& clause : question.clauses) {
        if (clause.name == "q") continue;
        chip(chips, question.address.without(clause.name).href(), clause.label, clause.text);
        ++count;
    }
    for (const search::Choice& choice : question.choices) {
        const schema::Facet* facet = schema::find_facet(choice.facet);
        if (!facet) continue;
        for (const std::string& key : choice.keys) {
            chip(chips, question.address.without(choice.facet, key).href(), facet->label, choice_label(*facet, key));
            ++count;
        }
    }
    if (count == 0) return;
    html.open("ul", {{"class", "chips"}, {"aria-label", "What narrows this search"}}).append(chips);
    if (count > 1) {
        const std::string all = SearchAddress().with("q", question.address.get("q")).href();
        html.open("li").link(all, "Remove all", {{"class", "chip-all"}}).close("li");
    }
    html.close("ul");
}

} // namespace trialdex::web
