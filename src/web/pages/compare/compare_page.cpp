#include "web/pages/compare/compare_page.h"

#include "web/components/breadcrumb.h"
#include "web/components/fact_list.h"
#include "web/pages/compare/compare_table.h"
#include "web/pages/error_page.h"
#include "web/pages/study/parts.h"
#include "web/study_request.h"

#include <array>

namespace trialdex::web {

namespace {

constexpr std::array<std::string_view, 1> kScripts = {"js/compare.js"};

std::string joined(const std::vector<std::string>& names) {
    std::string words;
    for (std::size_t i = 0; i < names.size(); ++i) {
        words += i == 0 ? "" : i + 1 == names.size() ? " and " : ", ";
        words += names[i];
    }
    return words;
}

std::vector<std::string> quoted(const std::vector<std::string>& names) {
    std::vector<std::string> out;
    out.reserve(names.size());
    for (const std::string& name : names) out.push_back("“" + name + "”");
    return out;
}

// One sentence on what is wrong with some of the names, and what to do.
void problem(Html& html, const std::string& what, const CompareAddress& without) {
    html.open("p").text(what + " ").link(without.href(), "Leave out").close("p");
}

CompareAddress without(const CompareAddress& address, const std::vector<std::string>& names) {
    CompareAddress left = address;
    for (const std::string& name : names) left = left.without(name);
    return left;
}

void problems(Html& html, const PageContext& context, const ComparedStudies& found, const CompareAddress& address) {
    Html sentences;
    if (!found.malformed.empty()) {
        const auto example = example_study(context);
        problem(sentences,
                joined(quoted(found.malformed)) +
                    (found.malformed.size() == 1 ? " is no study number" : " are no study numbers") +
                    ": NCT and eight digits" + (example ? ", such as " + example->text() : std::string()) + ".",
                without(address, found.malformed));
    }
    if (!found.unknown.empty()) {
        problem(sentences,
                "This registry holds no record of " + joined(found.unknown) +
                    ". Check the digits; the official registry may have it.",
                without(address, found.unknown));
    }
    if (!found.beyond.empty()) {
        problem(sentences,
                "At most " + std::to_string(kMostCompared) + " trials fit side by side, so " + joined(found.beyond) +
                    (found.beyond.size() == 1 ? " is" : " are") +
                    " not shown. Remove one that is, and the next moves up.",
                without(address, found.beyond));
    }
    for (const std::string& reason : found.unreadable) sentences.element("p", "This record cannot be shown. " + reason);
    if (sentences.is_empty()) return;
    html.open("section", {{"class", "notice notice-reading"}, {"aria-labelledby", "not-compared"}});
    html.element("h2", "Not everything could be compared", {{"id", "not-compared"}}).append(sentences).close("section");
}

// One more trial by its number; the others travel along in their order.
void add_form(Html& html, const CompareAddress& address, std::size_t shown) {
    if (shown >= kMostCompared) {
        html.element("p", "Five trials are the most that fit. Remove one to add another.", {{"class", "note"}});
        return;
    }
    html.open("form", {{"class", "compare-add"}, {"action", kComparePath}, {"method", "get"}});
    for (const auto& [name, value] : address.parameters()) {
        html.empty("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
    }
    html.element("label", shown == 0 ? "Numbers of the trials" : "Add a trial by its number", {{"for", "compare-add"}});
    html.open("div", {{"class", "id-box-row"}});
    html.empty("input", {{"id", "compare-add"},
                         {"name", "add"},
                         {"type", "text"},
                         {"placeholder", "NCT…"},
                         {"autocomplete", "off"},
                         {"spellcheck", "false"},
                         {"maxlength", "200"},
                         {"aria-describedby", "compare-add-help"},
                         {"required", ""}});
    html.element("button", shown == 0 ? "Compare" : "Add", {{"type", "submit"}}).close("div");
    html.element("p", "One number or several, with spaces or commas between them.",
                 {{"id", "compare-add-help"}, {"class", "hint"}});
    html.close("form");
}

void what_differs(Html& html, const ComparedTable& table, const CompareAddress& address) {
    html.open("p", {{"class", "compare-state"}});
    html.element("strong", std::to_string(table.differing) + " of " + counted(table.shown, "row", "rows"))
        .text(" differ. ");
    if (address.only_differences()) {
        html.link(address.showing(false).href(), "Show the rows that are the same, too", {{"rel", "nofollow"}});
    } else if (table.differing < table.shown) {
        html.link(address.showing(true).href(), "Show only what differs", {{"rel", "nofollow"}});
    }
    html.close("p");
}

void side_by_side(Html& html, const ComparedStudies& found, const CompareAddress& address) {
    const bool is_pair = found.studies.size() > 1;
    const ComparedTable table = compare_rows(found.studies, address.only_differences() && is_pair);
    if (is_pair) {
        what_differs(html, table, address);
    } else {
        html.element("p", "One trial so far: add another to see where they differ.", {{"class", "compare-state"}});
    }
    html.open(
        "div",
        {{"class", "table compare"}, {"role", "group"}, {"aria-label", "Trials side by side"}, {"tabindex", "0"}});
    html.open("table", {{"class", "compare-table"}});
    compared_heads(html, found.studies, address);
    html.append(table.rows).close("table").close("div");
    if (table.absent.empty()) return;
    std::string labels;
    for (const std::string_view label : table.absent) labels += (labels.empty() ? "" : ", ") + lower_case(label);
    html.element("p", (is_pair ? "In none of these records: " : "Not in this record: ") + labels + ".",
                 {{"class", "absent"}});
}

void how_to_choose(Html& html) {
    html.open("ul", {{"class", "ways-on"}});
    html.open("li").text("From a ").link("/search", "search").text(": tick “Compare” on the cards.").close("li");
    html.element("li", "From a study’s page: tick trials among its related trials.");
    html.element("li", "By number, in the box above.").close("ul");
}

api::Response page(const PageContext& context, const Html& content, const CompareAddress& address, int status) {
    Html main;
    breadcrumb(main, std::array<Crumb, 2>{{{"Home", "/"}, {"Compare trials", ""}}});
    main.open("header", {{"class", "compare-header"}}).element("h1", "Compare trials");
    main.element("p",
                 "Up to five studies side by side: what each is, whom it takes, what it gives and what it measures. "
                 "Every value leads to its place in the record.",
                 {{"class", "lede"}});
    main.close("header").append(content);
    return page_response(context,
                         {.title = address.ids().empty() ? "Compare trials" : "Compare " + joined(address.ids()),
                          .description = "Up to five studies side by side, with what differs marked.",
                          .canonical = address.href(),
                          .official_record = {},
                          .data_date = {},
                          .is_listed = address.ids().empty(),
                          .scripts = kScripts},
                         main, status);
}

int status_of(const ComparedStudies& found) {
    if (!found.studies.empty() || found.ids.empty()) return 200;
    return found.unknown.empty() ? 400 : 404;
}

} // namespace

api::Response compare_page(const PageContext& context) {
    const CompareAddress asked = CompareAddress::of(context.request);
    const auto found = find_compared(context, asked);
    if (!found) {
        return error_page(context, {.status = 500,
                                    .title = "These trials cannot be compared",
                                    .what = found.error().message,
                                    .ways_on = {{"Home", "/"}, {"Search", "/search"}}});
    }
    const CompareAddress address = asked.with_ids(found->ids);
    if (address.parameters() != context.request.query) {
        api::Response response;
        response.status = 303;
        response.location = address.href();
        response.body = "See " + response.location + "\n";
        return response;
    }
    Html content;
    problems(content, context, *found, address);
    if (!found->studies.empty()) side_by_side(content, *found, address);
    add_form(content, address, found->studies.size());
    if (found->studies.empty()) how_to_choose(content);
    return page(context, content, address, status_of(*found));
}

} // namespace trialdex::web
