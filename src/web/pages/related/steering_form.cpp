#include "web/pages/related/steering_form.h"

#include "schema/facets.h"
#include "web/pages/search/facet_column.h"
#include "web/pages/search/no_index.h"

#include <algorithm>

namespace trialdex::web {

namespace {

constexpr std::uint32_t kMostCountries = 300; // the registry knows some 220

void slider(Html& html, const related::AspectInfo& aspect, std::size_t stop) {
    const std::string id = "aspect-" + std::string(aspect.id);
    html.open("div", {{"class", "slider"}}).open("details", {{"class", "explain"}}).open("summary");
    html.element("span", aspect.label, {{"class", "term"}, {"id", id}}).close("summary");
    html.element("p", aspect.explanation).close("details");
    html.empty("input", {{"type", "range"},
                         {"name", aspect.id},
                         {"min", "0"},
                         {"max", std::to_string(kEmphases.size() - 1)},
                         {"step", "1"},
                         {"value", std::to_string(stop)},
                         {"aria-labelledby", id},
                         {"aria-describedby", "slider-scale"}});
    html.close("div");
}

void sliders(Html& html, const Steering& steering) {
    html.open("fieldset", {{"class", "sliders"}}).element("legend", "What counts");
    html.element("p", "From left to right: not at all, less, as usual, more, much more.",
                 {{"class", "hint"}, {"id", "slider-scale"}});
    for (std::size_t i = 0; i < related::kAspectCount; ++i) slider(html, related::aspects()[i], steering.stops[i]);
    html.close("fieldset");
}

// "Status: Recruiting, Completed" or "Status: any".
void filter_summary(Html& html, const schema::Facet& facet, const Steering& steering) {
    std::string words;
    for (const std::string& key : steering.keys(facet.id))
        words += (words.empty() ? "" : ", ") + choice_label(facet, key);
    html.open("summary").text(facet.label).text(": ");
    html.element("span", words.empty() ? "any" : words, {{"class", "count"}}).close("summary");
}

void check_boxes(Html& html, const schema::Facet& facet, const Steering& steering) {
    const bool is_chosen = !steering.keys(facet.id).empty();
    if (is_chosen) {
        html.open("details", {{"class", "filter"}, {"open", ""}});
    } else {
        html.open("details", {{"class", "filter"}});
    }
    filter_summary(html, facet, steering);
    html.open("fieldset").element("legend", facet.label, {{"class", "visually-hidden"}});
    for (const schema::FacetChoice& choice : facet.choices) {
        html.open("label");
        if (steering.has(facet.id, choice.key)) {
            html.empty("input", {{"type", "checkbox"}, {"name", facet.id}, {"value", choice.key}, {"checked", ""}});
        } else {
            html.empty("input", {{"type", "checkbox"}, {"name", facet.id}, {"value", choice.key}});
        }
        html.text(" ").text(choice.label).close("label");
    }
    html.close("fieldset").close("details");
}

void option(Html& html, std::string_view value, std::string_view label, bool is_chosen) {
    if (is_chosen) {
        html.element("option", label, {{"value", value}, {"selected", ""}});
    } else {
        html.element("option", label, {{"value", value}});
    }
}

// Every country of the registry, in alphabetical order, and the one that is asked for.
std::vector<std::string> countries(const search::Searcher& searcher, const std::string& chosen) {
    search::Query query;
    query.limit = 1;
    query.facets = {"country"};
    query.facet_values = kMostCountries;
    std::vector<std::string> names;
    if (const auto answer = searcher.search(query)) {
        for (const search::FacetCounts& counts : answer->facets) {
            for (const search::FacetValue& value : counts.values) names.push_back(value.key);
        }
    }
    if (!chosen.empty()) names.push_back(chosen);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

void country_select(Html& html, const schema::Facet& facet, const Steering& steering, const PageContext& context) {
    const auto searcher = current_searcher(context);
    if (!searcher) return;
    const std::vector<std::string> keys = steering.keys(facet.id);
    const std::string chosen = keys.empty() ? std::string() : keys.front();
    html.open("div", {{"class", "filter"}});
    html.element("label", facet.label, {{"for", "related-country"}});
    html.open("select", {{"id", "related-country"}, {"name", facet.id}});
    option(html, "", "any", chosen.empty());
    for (const std::string& name : countries(*searcher, chosen)) option(html, name, name, name == chosen);
    html.close("select").close("div");
}

} // namespace

void steering_summary(Html& html, const Steering& steering) {
    html.open("summary").text("Steer the list");
    if (!steering.is_usual()) html.text(" ").element("span", "changed by you", {{"class", "count"}});
    html.close("summary");
}

void steering_fields(Html& html, const Steering& steering, const PageContext& context) {
    sliders(html, steering);
    html.element("p", "Which studies", {{"class", "small-heading"}});
    for (const std::string_view id : kRelatedFilters) {
        const schema::Facet* facet = schema::find_facet(id);
        if (!facet) continue;
        if (facet->kind == schema::FacetKind::Choices) {
            check_boxes(html, *facet, steering);
        } else {
            country_select(html, *facet, steering, context);
        }
    }
}

} // namespace trialdex::web
