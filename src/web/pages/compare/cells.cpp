#include "web/pages/compare/cells.h"

#include "web/components/entities.h"
#include "web/components/fact_list.h"
#include "web/components/markup.h"
#include "web/components/value.h"
#include "web/pages/study/applicability.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/study_view.h"

#include <algorithm>
#include <set>

namespace trialdex::web {

namespace {

constexpr std::size_t kOpenItems = 8; // of a list; the others are folded away
constexpr std::size_t kCountriesNamed = 12;
constexpr Attribute kCellLink = {"class", "cell-link"};

const schema::Node& child_of(const schema::Node& node, std::string_view name) {
    static const schema::Node kNone{};
    const schema::Node* child = schema::find_child(node, name);
    return child ? *child : kNone;
}

// The page on which the row's value stands: of a structure its own, of a field that of the structure around it.
std::string place(const ComparedCell& cell) {
    const schema::Node* page = cell.node.is_leaf() ? schema::parent_of(cell.node) : &cell.node;
    return page ? cell.study.address.node(slashed(page->path)) : cell.study.address.study() + "#results-notice";
}

std::string words_of_leaf(const schema::Node& node, study::Value value) {
    if (node.enum_type) return std::string(code_label(*node.enum_type, value.text()));
    if (const auto truth = value.boolean()) return *truth ? "Yes" : "No";
    return decode_entities(value.text());
}

void linked(Html& html, const std::string& href, std::string_view text) { html.link(href, text, {kCellLink}); }

// A leaf in words, as a link to its place.
void leaf(Html& html, const ComparedCell& cell, study::Value value) {
    html.open("a", {{"href", place(cell)}, kCellLink});
    if (cell.node.enum_type || value.boolean()) {
        html.text(words_of_leaf(cell.node, value));
    } else {
        trialdex::web::value(html, cell.node, value);
    }
    html.close("a");
}

// Says of an item of a list whether the others have it too; in words, since a colour would say it to some only.
void shared_note(Html& html, const ComparedCell& cell, const std::string& key) {
    const std::size_t with = cell.shared.studies_with(key);
    if (cell.studies < 2 || with < 2 || key.empty()) return;
    const std::string words =
        with == cell.studies ? (with == 2 ? "in both" : "in all") : "in " + std::to_string(with) + " of these";
    html.text(" ").element("span", words, {{"class", "in-others"}});
}

// The items of a list, each written by `write(item, index)`; from the ninth on folded away.
template <class Write> void items(Html& html, study::Value list, Write&& write) {
    std::size_t index = 0;
    html.open("ul", {{"class", "cell-items"}});
    for (const study::Value item : list) {
        if (index == kOpenItems) {
            html.close("ul").open("details").element("summary", std::to_string(list.size() - kOpenItems) + " more");
            html.open("ul", {{"class", "cell-items"}});
        }
        html.open("li");
        write(item, index++);
        html.close("li");
    }
    html.close("ul");
    if (index > kOpenItems) html.close("details");
}

void value_cell(Html& html, const ComparedCell& cell) {
    if (!cell.value.is_array()) return leaf(html, cell, cell.value);
    items(html, cell.value, [&](study::Value item, std::size_t) {
        leaf(html, cell, item);
        if (!cell.node.enum_type) shared_note(html, cell, item_key(cell.row, item));
    });
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool is_inside = false;
    for (const char c : text) {
        const bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!is_space && !is_inside) ++words;
        is_inside = !is_space;
    }
    return words;
}

constexpr std::size_t kShortText = 40; // words that stand open

void text_cell(Html& html, const ComparedCell& cell) {
    const std::string_view text = cell.value.text();
    const std::size_t words = count_words(text);
    html.open("div", {{"class", "cell-text"}});
    if (words > kShortText) {
        html.open("details", {{"data-row", cell.row.path}});
        html.element("summary", "Read the text, " + counted(words, "word", "words"));
    }
    markup(html, text);
    html.open("p");
    linked(html, place(cell), "In the record");
    html.close("p");
    if (words > kShortText) html.close("details");
    html.close("div");
}

void age_cell(Html& html, const ComparedCell& cell) { linked(html, place(cell), age_in_words(cell.value.text())); }

void date_cell(Html& html, const ComparedCell& cell) {
    html.open("a", {{"href", place(cell)}, kCellLink});
    dated(html, cell.value);
    html.close("a");
}

void enrolment_cell(Html& html, const ComparedCell& cell) {
    html.open("a", {{"href", place(cell)}, kCellLink});
    if (cell.value["count"]) {
        enrolment(html, cell.value);
    } else {
        html.text("number ").text(kNotInRecord);
    }
    html.close("a");
}

// "3 sites", then the countries.
void places_cell(Html& html, const ComparedCell& cell) {
    std::set<std::string> countries;
    for (const study::Value site : cell.value) {
        if (site["country"]) countries.insert(decode_entities(site["country"].text()));
    }
    linked(html, place(cell), counted(cell.value.size(), "site", "sites"));
    if (countries.empty()) {
        html.text(", countries ").text(kNotInRecord);
        return;
    }
    std::string words;
    std::size_t named = 0;
    for (const std::string& country : countries) {
        if (named == kCountriesNamed) break;
        words += (named++ > 0 ? ", " : "") + country;
    }
    if (named < countries.size()) words += " and " + std::to_string(countries.size() - named) + " more";
    html.text(countries.size() == 1 ? " in " : " in " + std::to_string(countries.size()) + " countries: ").text(words);
}

void one_element(Html& html, const ComparedCell& cell, study::Value element, const std::string& href) {
    const study::Value name = element[cell.row.name];
    linked(html, href, name ? decode_entities(name.text()) : "Without a name");
    shared_note(html, cell, item_key(cell.row, element));
    if (const study::Value beside = element[cell.row.beside]; !cell.row.beside.empty() && beside) {
        const schema::Node& node = child_of(cell.node, cell.row.beside);
        html.text(" ").element("span", words_of_leaf(node, beside), {{"class", "kind"}});
    }
    if (!element["description"]) return;
    html.open("details").element("summary", "Description");
    markup(html, element["description"].text());
    html.close("details");
}

void elements_cell(Html& html, const ComparedCell& cell) {
    if (!cell.value.is_array()) return one_element(html, cell, cell.value, place(cell));
    items(html, cell.value, [&](study::Value element, std::size_t index) {
        one_element(html, cell, element, cell.study.address.node(child_path(slashed(cell.row.path), index)));
    });
}

// By ComparedForm.
constexpr void (*kForms[])(Html& html, const ComparedCell& cell) = {
    value_cell, text_cell, age_cell, date_cell, enrolment_cell, places_cell, elements_cell};

std::string_view why_absent(const ComparedCell& cell) {
    if (is_of_kind(cell.row, cell.study.root())) return kNotInRecord;
    return is_expanded_access(cell.study.root())       ? "not applicable to expanded access"
           : cell.row.kinds.front() == "OBSERVATIONAL" ? "not applicable to a trial"
                                                       : "not applicable to an observational study";
}

} // namespace

bool is_of_kind(const ComparedRow& row, study::Value root) {
    const std::string_view type = value_at(root, "protocolSection.designModule.studyType").text();
    return type.empty() || row.kinds.empty() || std::find(row.kinds.begin(), row.kinds.end(), type) != row.kinds.end();
}

void compared_cell(Html& html, const ComparedCell& cell) {
    const bool is_empty_list = cell.value.is_array() && cell.value.size() == 0;
    if (!cell.value || is_empty_list) {
        html.element("span", why_absent(cell), {{"class", "absent"}});
        return;
    }
    kForms[static_cast<std::size_t>(cell.row.form)](html, cell);
}

} // namespace trialdex::web
