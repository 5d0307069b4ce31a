#include "web/pages/style_page.h"

#include "web/components/breadcrumb.h"
#include "web/components/calculated.h"
#include "web/components/explanation.h"
#include "web/components/fact_list.h"
#include "web/components/group_marks.h"
#include "web/components/status_badge.h"
#include "web/components/value.h"

#include <array>

namespace trialdex::web {

namespace {

struct Token {
    std::string_view name;
    Literal sample_class;
    std::string_view use;
};

constexpr std::array<Token, 13> kColours = {{
    {"--paper", "swatch swatch-paper", "behind everything"},
    {"--surface", "swatch swatch-surface", "boxes, heads of tables, what stands apart"},
    {"--ink", "swatch swatch-ink", "text"},
    {"--soft", "swatch swatch-soft", "sentences that explain, labels, units"},
    {"--line", "swatch swatch-line", "rules and borders"},
    {"--accent", "swatch swatch-accent", "links and what can be pressed"},
    {"--accent-soft", "swatch swatch-accent-soft", "behind words that were searched for"},
    {"--focus", "swatch swatch-focus", "the ring around what the keyboard stands on"},
    {"--open", "swatch swatch-open", "statuses in which people can join or soon can"},
    {"--running", "swatch swatch-running", "under way, or ended as planned"},
    {"--stopped", "swatch swatch-stopped", "ended early; warnings"},
    {"--unclear", "swatch swatch-unclear", "not known, withheld"},
    {"--stopped-soft", "swatch swatch-stopped-soft", "behind a warning; each status has a soft one"},
}};

constexpr std::array<Token, 6> kSizes = {{
    {"--size-1", "sample sample-1", "codes, notes below tables, marks of charts"},
    {"--size-2", "sample sample-2", "labels, navigation, tables"},
    {"--size-3", "sample sample-3", "running text"},
    {"--size-4", "sample sample-4", "headings within a section"},
    {"--size-5", "sample sample-5", "headings of sections"},
    {"--size-6", "sample sample-6", "the page’s title"},
}};

constexpr std::array<std::string_view, 7> kRules = {
    "Nothing is told by colour alone: a status has its word, a group of a chart its shape, a side of a list its "
    "heading.",
    "Labels open to what they mean; nothing waits for a pointer to rest on it.",
    "Absent, not applicable and zero are three different sentences.",
    "What we worked out ourselves says so: “calculated by trialdex”.",
    "Pictures say one thing, have a title and a text that tells it, and their numbers stand in a table beneath.",
    "A page works without scripts, with the keyboard, at 400 and at 2,000 pixels, light, dark and on paper.",
    "No fonts, pictures or scripts come from anywhere else, and nobody is told who reads what.",
};

void section(Html& html, std::string_view id, std::string_view title, std::string_view sentence) {
    html.element("h2", title, {{"id", id}}).element("p", sentence, {{"class", "sentence"}});
}

void colours(Html& html) {
    section(html, "colours", "Colours", "Ink on paper and one accent; each has a light and a dark side.");
    html.open("ul", {{"class", "swatches"}});
    for (const Token& token : kColours) {
        html.open("li").element("div", "", {{"class", token.sample_class.view()}, {"aria-hidden", "true"}});
        html.element("code", token.name).element("span", token.use, {{"class", "note"}}).close("li");
    }
    html.close("ul");
}

void sizes(Html& html) {
    section(html, "type", "Type", "One scale of six sizes: a sans for what we say, a serif for what sponsors wrote.");
    html.open("ul", {{"class", "swatches"}});
    for (const Token& token : kSizes) {
        html.open("li").element("span", "Trial", {{"class", token.sample_class.view()}});
        html.element("code", token.name).element("span", token.use, {{"class", "note"}}).close("li");
    }
    html.close("ul");
    html.open("div", {{"class", "prose"}});
    html.element("p", "A sponsor’s own text is set like this, in lines of 65 to 75 letters.").close("div");
}

void statuses(Html& html) {
    section(html, "statuses", "Statuses", "Where a study stands: a word, and a colour that goes with it.");
    html.open("p", {{"class", "badges"}});
    if (const schema::EnumType* type = schema::find_enum("Status")) {
        for (const schema::EnumValue& value : type->values) {
            status_badge(html, value.value);
            html.text(" ");
        }
    }
    html.close("p");
}

void facts(Html& html) {
    section(html, "facts", "Facts",
            "Label and value in a grid. A label opens to what the field means, a code to what it says.");
    open_facts(html);
    for (const std::string_view piece : {"OverallStatus", "Phase", "EnrollmentCount"}) {
        const schema::Node* node = schema::find_piece(piece);
        if (!node) continue;
        fact(html, *node, [&] {
            if (node->enum_type && !node->enum_type->values.empty()) {
                explained_code(html, *node->enum_type, node->enum_type->values.front().value);
            } else {
                html.text(grouped(1234));
            }
        });
    }
    fact(html, "Sex", [&] { html.element("span", kNotInRecord, {{"class", "absent"}}); });
    close_facts(html);
}

void boxes(Html& html) {
    section(html, "boxes", "Boxes", "What a reader must not miss stands in a box above what it is about.");
    html.open("div", {{"class", "callout"}}).element("p", "Limitations and caveats", {{"class", "callout-label"}});
    html.element("p", "What the sponsor says about how far the results carry.").close("div");
    html.open("div", {{"class", "callout callout-stopped"}})
        .element("p", "Why it stopped", {{"class", "callout-label"}});
    html.element("p", "The reason that the record gives.").close("div");
}

void tables(Html& html) {
    section(html, "tables", "Tables",
            "They scroll inside themselves, keep their first column, and set figures in columns.");
    html.open("div", {{"class", "table"}, {"role", "group"}, {"aria-label", "A table"}, {"tabindex", "0"}})
        .open("table");
    html.open("thead").open("tr").element("th", "Group", {{"scope", "col"}});
    html.element("th", "Started", {{"scope", "col"}, {"class", "number"}});
    html.element("th", "Completed", {{"scope", "col"}, {"class", "number"}}).close("tr").close("thead").open("tbody");
    html.open("tr").element("th", "Walking", {{"scope", "row"}}).element("td", "1,024", {{"class", "number"}});
    html.element("td", "998", {{"class", "number"}}).close("tr");
    html.open("tr").element("th", "No walking", {{"scope", "row"}}).element("td", "1,020", {{"class", "number"}});
    html.element("td", "no data", {{"class", "number absent"}}).close("tr");
    html.close("tbody").close("table").close("div");
}

void numbers(Html& html) {
    section(html, "numbers", "Groups and numbers of results",
            "A group has one colour and one shape on its whole page. What is not in the record is marked.");
    html.open("div", {{"class", "groups-sample"}});
    for (std::size_t position = 0; position < 2 * kSeriesColours; ++position) {
        group_marker(html, position);
        html.text(" ");
    }
    html.close("div").open("p").text("14 of 50 ");
    calculated(html, "28.0%", "14 of 50");
    html.close("p");
    calculated_note(html, "Percentages");
}

void rules(Html& html) {
    section(html, "rules", "Rules", "What holds on every page.");
    html.open("ul");
    for (const std::string_view rule : kRules) html.element("li", rule);
    html.close("ul");
}

} // namespace

api::Response style_page(const PageContext& context) {
    Html main;
    breadcrumb(main, std::array<Crumb, 2>{{{"Home", "/"}, {"Style", ""}}});
    main.element("h1", "What these pages are made of");
    main.element("p", "The few parts that every page is put together from, for those who read or change them.",
                 {{"class", "lede"}});
    main.open("div", {{"class", "style-page"}});
    colours(main);
    sizes(main);
    statuses(main);
    facts(main);
    boxes(main);
    tables(main);
    numbers(main);
    rules(main);
    main.close("div");
    return page_response(context,
                         {.title = "Style",
                          .description = "Tokens and components of this site.",
                          .canonical = "/about/style",
                          .official_record = {},
                          .data_date = {}},
                         main);
}

} // namespace trialdex::web
