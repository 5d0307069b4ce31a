#include "web/pages/search/report_page.h"

#include "schema/facets.h"
#include "search/language/parse.h"
#include "web/components/breadcrumb.h"
#include "web/components/date_line.h"
#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/pages/error_page.h"
#include "web/pages/search/api_address.h"
#include "web/pages/search/facet_column.h"
#include "web/pages/search/no_index.h"
#include "web/pages/search/notices.h"
#include "web/pages/search/result_pager.h"

#include <array>

namespace trialdex::web {

namespace {

// A line of the report's table: a clause of the search or a filter.
struct Line {
    std::string label;
    std::string text; // as typed or chosen
    std::string language;
    search::Expression expression;
};

std::vector<Line> lines_of(const Question& question) {
    std::vector<Line> lines;
    lines.reserve(question.clauses.size() + question.choices.size());
    for (const AskedClause& clause : question.clauses) {
        lines.push_back({clause.label, clause.text, clause.language, clause.clause.expression});
    }
    for (const search::Choice& choice : question.choices) {
        const schema::Facet* facet = schema::find_facet(choice.facet);
        std::string language = choice_language(choice);
        auto expression = search::parse(language, {search::find_area("BasicSearch"), nullptr});
        if (!facet || !expression) continue;
        std::string text;
        for (const std::string& key : choice.keys) text += (text.empty() ? "" : " or ") + choice_label(*facet, key);
        lines.push_back(
            {"Filter: " + std::string(facet->label), std::move(text), std::move(language), std::move(*expression)});
    }
    return lines;
}

void line(Html& html, std::size_t number, const Line& one, std::uint64_t count) {
    html.open("tr").element("th", "#" + std::to_string(number), {{"scope", "row"}});
    html.open("td").text(one.label).close("td");
    html.open("td").element("p", one.text).element("code", one.language).close("td");
    html.element("td", grouped(count), {{"class", "number"}}).close("tr");
}

void table(Html& html, const std::vector<Line>& lines, const std::vector<std::uint64_t>& counts, std::uint64_t total) {
    html.element("h2", "What was searched");
    html.open("div", {{"class", "table"}, {"role", "group"}, {"tabindex", "0"}, {"aria-label", "Lines of the search"}});
    html.open("table").open("thead").open("tr").element("th", "Line", {{"scope", "col"}});
    html.element("th", "Where", {{"scope", "col"}}).element("th", "Expression", {{"scope", "col"}});
    html.element("th", "Studies", {{"scope", "col"}, {"class", "number"}}).close("tr").close("thead").open("tbody");
    std::string combined;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        line(html, i + 1, lines[i], i < counts.size() ? counts[i] : 0);
        combined += (i > 0 ? " AND #" : "#") + std::to_string(i + 1);
    }
    html.open("tr")
        .element("th", "Result", {{"scope", "row"}})
        .element("td", lines.empty() ? "Every study" : "All lines");
    html.open("td").element("code", lines.empty() ? std::string("ALL") : combined).close("td");
    html.element("td", grouped(total), {{"class", "number"}}).close("tr").close("tbody").close("table").close("div");
}

void circumstances(Html& html, const PageContext& context, const Question& question, const search::IndexInfo& index) {
    html.element("h2", "Where and when").open("dl", {{"class", "facts"}});
    fact(html, "Searched on", [&] { moment(html, context.now); });
    fact(html, "Registry", [&] {
        html.text(context.summary.invented ? "Invented studies, for trying out: no real records"
                                           : "Records of ClinicalTrials.gov, held in this copy");
    });
    fact(html, "Data version", [&] {
        if (context.summary.newest_version_holder.empty()) {
            html.text("not in the records");
        } else {
            date(html, context.summary.newest_version_holder);
        }
    });
    fact(html, "Studies searched", [&] { html.text(grouped(index.studies)); });
    fact(html, "Index", [&] {
        html.text("generation " + grouped(index.generation) + ", registry as of change " +
                  grouped(index.store_sequence));
        if (index.store_sequence < context.summary.last_sequence) {
            html.text(". The registry has had " + grouped(context.summary.last_sequence - index.store_sequence) +
                      " changes since, which this search has not seen");
        }
        html.text(".");
    });
    fact(html, "Order", [&] { html.text(order_of(question).label); });
    html.close("dl");
}

void synonym_list(Html& html, const Question& question, const std::vector<search::SynonymUse>& uses) {
    html.element("h2", "Synonyms");
    if (!question.synonyms) {
        html.element("p", "Switched off: only the words as typed, in all their forms.");
        return;
    }
    if (uses.empty()) {
        html.element("p", "Switched on; no phrase of this search has another name here.");
        return;
    }
    html.open("dl", {{"class", "facts"}});
    for (const search::SynonymUse& use : uses) {
        fact(html, use.phrase, [&] {
            html.text(use.concept_name + " (" + use.source + "): ");
            for (std::size_t i = 0; i < use.forms.size(); ++i) html.text(i > 0 ? "; " : "").text(use.forms[i]);
        });
    }
    html.close("dl");
}

void ways_to_repeat(Html& html, const Question& question) {
    const std::string here = question.address.href();
    const std::string api = api_address(question);
    html.element("h2", "To repeat it").open("dl", {{"class", "facts addresses"}});
    fact(html, "On this site", [&] { html.link(here, here); });
    fact(html, "By program", [&] {
        html.link(api, api);
        if (!question.synonyms)
            html.element("p", "The API always searches synonyms, so it may find more.", {{"class", "note"}});
    });
    html.close("dl");
}

Result<Html> report(const PageContext& context, const Question& question, const search::Searcher& searcher) {
    search::Query query = query_of(question);
    query.limit = 1;
    const auto answer = searcher.search(query);
    if (!answer) return tl::unexpected(answer.error());
    const std::vector<Line> lines = lines_of(question);
    std::vector<search::Expression> expressions;
    expressions.reserve(lines.size());
    for (const Line& one : lines) expressions.push_back(one.expression);
    const auto counts = searcher.count(expressions, question.synonyms);
    if (!counts) return tl::unexpected(counts.error());
    Html html;
    html.open("div", {{"class", "report"}});
    html.element("p", total_in_words(answer->total), {{"class", "lede"}});
    reading_notices(html, question);
    table(html, lines, *counts, answer->total);
    synonym_list(html, question, answer->synonyms);
    circumstances(html, context, question, searcher.info());
    ways_to_repeat(html, question);
    html.element("p",
                 "Each line is counted by itself; the result holds the studies that all lines share. To keep this "
                 "report, print the page or save it with your browser.",
                 {{"class", "note report-note"}});
    html.close("div");
    return html;
}

} // namespace

api::Response report_page(const PageContext& context) {
    const SearchAddress address = SearchAddress::of(context.request);
    Html main;
    breadcrumb(main, std::array<Crumb, 3>{{{"Home", "/"}, {"Search", address.href()}, {"Report", ""}}});
    main.element("h1", "Search report");
    if (const auto searcher = current_searcher(context)) {
        const auto body = report(context, read_question(address), *searcher);
        if (!body) {
            return error_page(context, {.status = 400,
                                        .title = "This search could not be answered",
                                        .what = body.error().message,
                                        .ways_on = {{"Back to the search", address.href()}}});
        }
        main.append(*body);
    } else {
        no_index_notice(main);
    }
    return page_response(context,
                         {.title = "Search report",
                          .description = "A search, documented: expressions, counts, synonyms, data version and date.",
                          .canonical = address.href("/search/report"),
                          .official_record = {},
                          .data_date = {},
                          .is_listed = false},
                         main);
}

} // namespace trialdex::web
