#include "web/pages/home_page.h"

#include "web/components/date_line.h"
#include "web/components/fact_list.h"
#include "web/components/node_link.h"
#include "web/components/status_badge.h"
#include "web/components/value.h"
#include "web/pages/error_page.h"
#include "web/pages/search/form.h"
#include "web/study_request.h"

#include <array>
#include <vector>

namespace trialdex::web {

namespace {

constexpr std::size_t kRecentStudies = 20;
constexpr std::array<std::string_view, 1> kScripts = {"js/suggest.js"};

void id_box(Html& html, const PageContext& context) {
    const auto example = example_study(context);
    html.open("form", {{"class", "id-box id-box-large"}, {"action", "/study"}, {"method", "get"}});
    html.element("label", "Open a study by its number", {{"for", "study-id"}});
    html.open("div", {{"class", "id-box-row"}});
    html.empty("input", {{"id", "study-id"},
                         {"name", "id"},
                         {"type", "text"},
                         {"placeholder", example ? example->text() : "NCT…"},
                         {"autocomplete", "off"},
                         {"autocapitalize", "characters"},
                         {"spellcheck", "false"},
                         {"maxlength", "200"},
                         {"aria-describedby", "study-id-help"},
                         {"required", ""}});
    html.element("button", "Open", {{"type", "submit"}}).close("div");
    html.element(
        "p",
        "NCT and eight digits, as it stands in papers, letters and consent forms. Leading zeros may be left out, "
        "and the address of a page about the study will do.",
        {{"id", "study-id-help"}, {"class", "hint"}});
    html.close("form");
}

void count(Html& html, std::string_view label, std::uint64_t number) {
    fact(html, label, [&] { html.text(grouped(number)); });
}

void last_import(Html& html, const store::ImportRun& run) {
    fact(html, "Last import", [&] {
        moment(html, run.finished);
        html.text(": " + grouped(run.read) + " read, " + grouped(run.added) + " new, " + grouped(run.updated) +
                  " updated, " + grouped(run.unchanged) + " unchanged");
        if (run.older > 0) html.text(", " + grouped(run.older) + " older versions added");
        if (run.refused > 0) html.text(", " + grouped(run.refused) + " refused");
        html.text(".");
    });
}

void holdings(Html& html, const store::Summary& summary) {
    html.open("section", {{"class", "holdings"}});
    html.element("h2", "What this registry holds", {{"id", "holdings"}}).open("dl", {{"class", "facts"}});
    count(html, "Studies", summary.studies);
    count(html, "With results", summary.with_results);
    count(html, "Versions of their records", summary.versions);
    if (!summary.newest_version_holder.empty()) {
        fact(html, "Data version", [&] {
            if (!summary.oldest_version_holder.empty() &&
                summary.oldest_version_holder != summary.newest_version_holder) {
                date(html, summary.oldest_version_holder);
                html.text(" to ");
            }
            date(html, summary.newest_version_holder);
        });
    }
    if (!summary.newest_update_posted.empty()) {
        fact(html, "Newest update posted", [&] { date(html, summary.newest_update_posted); });
    }
    if (summary.last_run) last_import(html, *summary.last_run);
    html.close("dl").close("section");
}

void recent_study(Html& html, const store::StudyBrief& study) {
    html.open("li").open("h3");
    html.open("a", {{"href", StudyAddress(study.id).study()}});
    if (study.brief_title.empty()) {
        html.text("A study without a title in its record");
    } else {
        plain_text(html, study.brief_title);
    }
    html.close("a").close("h3").open("p");
    html.element("span", study.id.text(), {{"class", "study-id"}}).text(" ");
    status_badge(html, study.overall_status);
    html.open("span");
    if (study.last_update_posted.empty()) {
        html.text("day of the last update not in its record");
    } else {
        html.text("updated ");
        date(html, study.last_update_posted);
    }
    html.close("span");
    html.close("p").close("li");
}

void recent_studies(Html& html, const std::vector<store::StudyBrief>& studies) {
    html.open("section")
        .element("h2", "Recently updated studies", {{"id", "recent"}})
        .open("ul", {{"class", "study-list"}});
    for (const store::StudyBrief& study : studies) recent_study(html, study);
    html.close("ul").close("section");
}

void more_ways(Html& html) {
    html.element("h2", "More ways in", {{"id", "more"}}).open("ul", {{"class", "ways-on"}});
    html.open("li").link("/search", "Search by field");
    html.text(": condition, treatment, place, sponsor, dates, and ").link("/search/help", "how to search");
    html.text(" with operators.").close("li");
    html.open("li").link("/compare", "Compare trials").text(": up to five side by side, with what differs marked.");
    html.close("li");
    html.open("li").link("/related", "Trials like a draft");
    html.text(": paste the record of a study that is still being planned. It is not kept.").close("li");
    html.open("li").link("/modules", "The tree of modules");
    html.text(": every part that a record can have, what it tells, and how many studies have it.").close("li");
    html.open("li")
        .link("/api/v2/version", "The API")
        .text(": the same records for programs, at ")
        .element("code", "/api/v2");
    html.text("; ")
        .link("/api/v2/studies/metadata", "its fields")
        .text(", ")
        .link("/api/v2/studies/enums", "its codes");
    html.text(", ").link("/api/v2/studies/search-areas", "its search areas").text(".").close("li");
    html.open("li").link("/about/style", "Style").text(": the parts that these pages are made of.").close("li");
    html.close("ul");
}

void how_to_begin(Html& html) {
    html.element("h2", "This registry is empty");
    html.element("p",
                 "Bring in records of ClinicalTrials.gov: its own download, a page of its API, or single studies.");
    html.open("pre", {{"tabindex", "0"}}).element("code", "trialdex import FILE…").close("pre");
    html.element("p", "Or look around with invented studies first:");
    html.open("pre", {{"tabindex", "0"}}).element("code", "trialdex demo --studies 500").close("pre");
}

} // namespace

api::Response home_page(const PageContext& context) {
    const auto recent = context.store.recently_updated(kRecentStudies);
    if (!recent) {
        return error_page(context, {.status = 500,
                                    .title = "The registry cannot be read",
                                    .what = recent.error().message,
                                    .ways_on = {{"The tree of modules", "/modules"}}});
    }
    Html main;
    main.open("header", {{"class", "home-header"}}).element("h1", "Clinical trials, explained part by part");
    main.element("p",
                 "The records of ClinicalTrials.gov on one machine: whole studies in plain words, every field of them "
                 "explained, and when each part changed.",
                 {{"class", "lede"}});
    main.close("header");
    if (context.summary.studies == 0) {
        how_to_begin(main);
    } else {
        search_box(main);
        id_box(main, context);
        main.open("div", {{"class", "home-columns"}});
        holdings(main, context.summary);
        recent_studies(main, *recent);
        main.close("div");
    }
    more_ways(main);
    const PageHead head{.title = "Clinical trials, explained part by part",
                        .description = "Study records of ClinicalTrials.gov on one machine, every part explained.",
                        .canonical = "/",
                        .official_record = {},
                        .data_date = {},
                        .scripts = kScripts};
    return page_response(context, head, main);
}

} // namespace trialdex::web
