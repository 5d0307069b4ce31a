#include "web/pages/search/form.h"

#include "schema/facets.h"
#include "web/pages/search/limits.h"
#include "web/pages/search/parameters.h"

#include <algorithm>
#include <array>

namespace trialdex::web {

namespace {

struct Field {
    std::string name;
    std::string_view label;
    std::string_view hint;
    std::string_view value;
    std::string_view suggests;
};

void text_input(Html& html, const Field& field) {
    const std::string id = "field-" + field.name;
    const std::string hint_id = id + "-hint";
    html.element("label", field.label, {{"for", id}});
    const std::string longest = std::to_string(kLongestText);
    if (field.hint.empty()) {
        html.empty("input", {{"id", id},
                             {"name", field.name},
                             {"type", "text"},
                             {"value", field.value},
                             {"maxlength", longest},
                             {"autocomplete", "off"},
                             {"data-suggest", field.suggests}});
        return;
    }
    html.empty("input", {{"id", id},
                         {"name", field.name},
                         {"type", "text"},
                         {"value", field.value},
                         {"maxlength", longest},
                         {"autocomplete", "off"},
                         {"data-suggest", field.suggests},
                         {"aria-describedby", hint_id}});
    html.element("p", field.hint, {{"id", hint_id}, {"class", "hint"}});
}

void field(Html& html, const Field& field) {
    html.open("div", {{"class", "search-field"}});
    text_input(html, field);
    html.close("div");
}

void box_field(Html& html, const SearchAddress& address, std::string_view name) {
    const SearchBox* box = find_search_box(name);
    if (!box) return;
    field(html, {std::string(box->name), box->label, box->hint, address.get(name), box->suggests});
}

// "2020_2022" as "2020" and "2022".
void range_field(Html& html, const SearchAddress& address, const SearchRange& range) {
    const std::string_view value = address.get(range.name);
    const std::size_t middle = value.find('_');
    const std::string_view from = value.substr(0, middle);
    const std::string_view to = middle == std::string_view::npos ? from : value.substr(middle + 1);
    html.open("fieldset", {{"class", "search-field"}}).element("legend", range.label);
    html.open("div", {{"class", "range-ends"}});
    for (const auto& [half, label, end] : {std::tuple("From", "from", from), std::tuple("To", "to", to)}) {
        const std::string name = std::string(range.name) + half;
        html.open("div").element("label", label, {{"for", "field-" + name}});
        html.empty("input", {{"id", "field-" + name},
                             {"name", name},
                             {"type", "text"},
                             {"value", end},
                             {"maxlength", "40"},
                             {"autocomplete", "off"}});
        html.close("div");
    }
    html.close("div").close("fieldset");
}

void unit_select(Html& html, bool is_kilometres) {
    html.open("div").element("label", "unit", {{"for", "field-unit"}});
    html.open("select", {{"id", "field-unit"}, {"name", "unit"}});
    if (is_kilometres) {
        html.element("option", "miles", {{"value", "mi"}}).element("option", "km", {{"value", "km"}, {"selected", ""}});
    } else {
        html.element("option", "miles", {{"value", "mi"}, {"selected", ""}}).element("option", "km", {{"value", "km"}});
    }
    html.close("select").close("div");
}

void distance_field(Html& html, const SearchAddress& address) {
    std::string_view distance = address.get("distance");
    const bool is_kilometres = distance.ends_with("km");
    if (is_kilometres || distance.ends_with("mi")) distance.remove_suffix(2);
    html.open("fieldset", {{"class", "search-field"}}).element("legend", "Near a place");
    html.open("div", {{"class", "range-ends"}});
    for (const auto& [name, label, value] :
         {std::tuple("lat", "latitude", address.get("lat")), std::tuple("lng", "longitude", address.get("lng")),
          std::tuple("distance", "within", distance)}) {
        const std::string id = "field-" + std::string(name);
        html.open("div").element("label", label, {{"for", id}});
        html.empty("input", {{"id", id},
                             {"name", name},
                             {"type", "text"},
                             {"value", value},
                             {"maxlength", "20"},
                             {"inputmode", "decimal"},
                             {"autocomplete", "off"},
                             {"aria-describedby", "field-place-hint"}});
        html.close("div");
    }
    unit_select(html, is_kilometres);
    html.close("div").element("p", "In degrees, such as 42.36 and -71.06; within at most 500 miles or 805 km.",
                              {{"id", "field-place-hint"}, {"class", "hint"}});
    html.close("fieldset");
}

void synonyms_field(Html& html, const SearchAddress& address) {
    html.open("div", {{"class", "search-field search-check"}});
    if (address.get(kSynonymsParameter) == "off") {
        html.empty("input", {{"id", "field-syn"},
                             {"type", "checkbox"},
                             {"name", kSynonymsParameter},
                             {"value", "off"},
                             {"checked", ""}});
    } else {
        html.empty("input",
                   {{"id", "field-syn"}, {"type", "checkbox"}, {"name", kSynonymsParameter}, {"value", "off"}});
    }
    html.element("label", "Only my words: no synonyms", {{"for", "field-syn"}}).close("div");
}

void group(Html& html, std::string_view name) { html.element("h3", name, {{"class", "field-group"}}); }

// The names of all fields of the form, and of the halves that ranges come in.
std::vector<std::string_view> fields_of_form() {
    const auto before = names_before_facets();
    std::vector<std::string_view> names(before.begin(), before.end());
    names.push_back(kSynonymsParameter);
    names.push_back(kPageParameter);
    names.push_back(kMoreParameter);
    return names;
}

// Whether a field in the fold-out part is filled in.
bool is_detailed(const SearchAddress& address) {
    const auto names = names_before_facets();
    return std::any_of(names.begin() + 1, names.end(),
                       [&](std::string_view name) { return !address.get(name).empty(); });
}

void fields(Html& html, const SearchAddress& address) {
    html.open("div", {{"class", "search-grid"}});
    group(html, "What");
    for (const std::string_view name : {"cond", "intr", "term", "outc", "titles"}) box_field(html, address, name);
    group(html, "Who can take part, and where");
    field(html, {std::string(kAgeParameter), "Open to somebody aged", "In years, or such as 6 months.",
                 address.get(kAgeParameter), ""});
    range_field(html, address, search_ranges()[0]);
    box_field(html, address, "locn");
    distance_field(html, address);
    group(html, "Who runs it");
    for (const std::string_view name : {"spons", "lead", "id"}) box_field(html, address, name);
    range_field(html, address, search_ranges()[1]);
    group(html, "When");
    html.element("p", "Dates as 2020, 2020-05 or 2020-05-31; either end may stay empty.",
                 {{"class", "hint field-group"}});
    for (const SearchRange& range : search_ranges().subspan(2)) range_field(html, address, range);
    synonyms_field(html, address);
    html.close("div");
}

void box(Html& html, std::string_view value) {
    const SearchBox& first = search_boxes()[0];
    html.element("label", "What are you looking for?", {{"for", "search-q"}}).open("div", {{"class", "search-row"}});
    html.empty("input", {{"id", "search-q"},
                         {"name", first.name},
                         {"type", "search"},
                         {"value", value},
                         {"maxlength", std::to_string(kLongestText)},
                         {"autocomplete", "off"},
                         {"spellcheck", "false"},
                         {"data-suggest", first.suggests},
                         {"aria-describedby", "search-q-hint"}});
    html.element("button", "Search", {{"type", "submit"}}).close("div");
    html.open("p", {{"id", "search-q-hint"}, {"class", "hint"}}).text(first.hint);
    html.text(" ").link("/search/help", "How to search").close("p");
}

} // namespace

void hidden_parameters(Html& html, const SearchAddress& address, std::span<const std::string_view> but) {
    for (const auto& [name, value] : address.parameters()) {
        if (std::find(but.begin(), but.end(), name) != but.end()) continue;
        html.empty("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
    }
}

void search_form(Html& html, const SearchAddress& address) {
    html.open("form", {{"class", "search-form"},
                       {"action", "/search"},
                       {"method", "get"},
                       {"role", "search"},
                       {"aria-label", "Search studies"}});
    box(html, address.get("q"));
    if (is_detailed(address)) {
        html.open("details", {{"class", "search-fields"}, {"open", ""}});
    } else {
        html.open("details", {{"class", "search-fields"}});
    }
    html.element("summary", "Search by field");
    fields(html, address);
    html.element("button", "Search", {{"type", "submit"}}).close("details");
    hidden_parameters(html, address, fields_of_form());
    html.close("form");
}

void search_box(Html& html) {
    html.open("form", {{"class", "search-form"},
                       {"action", "/search"},
                       {"method", "get"},
                       {"role", "search"},
                       {"aria-label", "Search studies"}});
    box(html, "");
    html.close("form");
}

} // namespace trialdex::web
