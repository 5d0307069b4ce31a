#include "web/pages/results/shell.h"

#include "web/components/breadcrumb.h"
#include "web/components/markup.h"
#include "web/components/value.h"
#include "web/pages/error_page.h"
#include "web/pages/study/head.h"
#include "web/pages/study/notices.h"
#include "web/path/node_words.h"

#include <vector>

namespace trialdex::web {

namespace {

constexpr std::size_t kLongTitle = 110;      // characters; longer headings are set smaller
constexpr std::size_t kPageTitleLength = 90; // in the window's title

constexpr ResultsPart kParts[] = {
    {"", "Overview", ""},
    {"flow", "Participant flow", "participantFlowModule"},
    {"baseline", "Baseline", "baselineCharacteristicsModule"},
    {"outcomes", "Outcomes", "outcomeMeasuresModule"},
    {"adverse-events", "Adverse events", "adverseEventsModule"},
    {"more", "Agreements and contact", "moreInfoModule"},
};

void way_to_here(Html& html, const StudyRequest& request, const ResultsHead& head) {
    std::vector<Crumb> crumbs = {{"Home", "/"}, {"Study " + request.stored.id.text(), request.address.study()}};
    crumbs.push_back({"Results", head.path.empty() ? "" : results_address(request.address, "")});
    for (const ResultsPart& part : kParts) {
        if (part.path.empty() || part.path != head.part) continue;
        const bool is_here = head.path == part.path;
        crumbs.push_back({std::string(part.label), is_here ? "" : results_address(request.address, part.path)});
        if (!is_here) crumbs.push_back({nodes::shortened(head.title, 60), ""});
    }
    breadcrumb(html, crumbs);
}

void way_between_parts(Html& html, const StudyRequest& request, const ResultsHead& head) {
    html.open("nav", {{"class", "results-parts"}, {"aria-label", "Parts of the results"}}).open("ul");
    for (const ResultsPart& part : kParts) {
        if (!has_part(request.root["resultsSection"], part)) continue;
        const std::string href = results_address(request.address, part.path);
        html.open("li");
        if (part.path == head.part) {
            html.link(href, part.label, {{"aria-current", head.path == part.path ? "page" : "true"}});
        } else {
            html.link(href, part.label);
        }
        html.close("li");
    }
    html.close("ul").close("nav");
}

void in_the_record(Html& html, const StudyRequest& request, const ResultsHead& head) {
    html.open("div", {{"class", "module-links"}}).text("From here ").open("ul");
    html.open("li").link(request.address.study(), "the study").close("li");
    if (!head.node.empty()) {
        html.open("li").link(request.address.node(head.node), "this part in the record").close("li");
    }
    html.open("li").link(request.address.raw_json(), "raw JSON").close("li");
    html.open("li").external_link(official_record_url(request.stored.id), "official record").close("li");
    html.close("ul").close("div");
}

} // namespace

std::span<const ResultsPart> results_parts() { return kParts; }

bool has_part(study::Value results_section, const ResultsPart& part) {
    return part.module.empty() || results_section[part.module];
}

std::string results_address(const StudyAddress& address, std::string_view path) {
    return address.node(path.empty() ? "results" : "results/" + std::string(path));
}

api::Response results_response(const StudyRequest& request, const ResultsHead& head, const Html& body) {
    const StudyView study(request);
    Html main;
    way_to_here(main, request, head);
    study_brief(main, study);
    version_notice(main, study);
    main.open("header", {{"class", "results-head"}});
    if (!head.kicker.empty()) main.element("p", head.kicker, {{"class", "kicker"}});
    main.open("h1", {{"class", head.title.size() > kLongTitle ? "long-title" : "title"}});
    plain_text(main, head.title);
    main.close("h1");
    if (!head.sentence.empty()) main.element("p", head.sentence, {{"class", "sentence"}});
    main.close("header");
    way_between_parts(main, request, head);
    main.open("div", {{"class", "results-body"}}).append(body).close("div");
    in_the_record(main, request, head);

    const store::StoredRecord& stored = request.stored;
    return page_response(request.page,
                         {.title = nodes::shortened(head.title, kPageTitleLength) + " · " + stored.id.text(),
                          .description = "Results of " + stored.id.text() + ": " + nodes::shortened(head.title, 160),
                          .canonical = results_address(StudyAddress(stored.id), head.path),
                          .official_record = official_record_url(stored.id),
                          .data_date = stored.version.version_holder},
                         main);
}

api::Response csv_response(const StudyRequest& request, std::string_view name, results::CsvWriter& csv) {
    api::Response response;
    response.content_type = "text/csv; charset=utf-8; header=present";
    response.body = csv.take();
    std::string file = request.stored.id.text();
    if (request.address.version()) file += "-version-" + std::to_string(*request.address.version());
    file += "-" + std::string(name) + ".csv";
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + file + "\"");
    return response;
}

api::Response no_such_part(const StudyRequest& request, const std::string& what) {
    return error_page(request.page, {.status = 404,
                                     .title = "Not in these results",
                                     .what = what,
                                     .ways_on = {{"All results of this study", results_address(request.address, "")},
                                                 {"The study", request.address.study()}}});
}

void caveats_box(Html& html, study::Value results_section) {
    const study::Value caveats = results_section["moreInfoModule"]["limitationsAndCaveats"]["description"];
    if (caveats.text().empty()) return;
    html.open("div", {{"class", "callout"}}).element("p", "Limitations and caveats", {{"class", "callout-label"}});
    markup(html, caveats.text());
    html.close("div");
}

} // namespace trialdex::web
