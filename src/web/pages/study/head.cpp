#include "web/pages/study/head.h"

#include "web/components/breadcrumb.h"
#include "web/components/status_badge.h"
#include "web/components/value.h"
#include "web/path/node_words.h"

#include <array>

namespace trialdex::web {

namespace {

constexpr std::size_t kBriefTitle = 160; // characters
constexpr std::size_t kLongTitle = 110;  // characters; the longest real one has 300, at full size seven lines

} // namespace

std::string study_title(const StudyView& study) {
    for (const std::string_view name : {"briefTitle", "officialTitle"}) {
        std::string title = text_of(study.identification[name]);
        if (!title.empty()) return title;
    }
    return "Study " + study.request.stored.id.text();
}

void study_head(Html& html, const StudyView& study) {
    const store::StoredRecord& stored = study.request.stored;
    const std::string id = stored.id.text();
    breadcrumb(html, std::array<Crumb, 2>{{{"Home", "/"}, {"Study " + id, ""}}});
    const std::string title = study_title(study);
    html.open("header", {{"class", "study-head"}});
    html.element("h1", title, {{"class", title.size() > kLongTitle ? "long-title" : "title"}});
    const std::string official = text_of(study.identification["officialTitle"]);
    if (!official.empty() && official != title) html.element("p", official, {{"class", "official-title"}});
    html.open("p", {{"class", "study-line"}});
    html.element("strong", id, {{"class", "study-id"}}).text(" ");
    if (const std::string acronym = text_of(study.identification["acronym"]); !acronym.empty()) {
        html.element("span", acronym, {{"class", "acronym"}}).text(" ");
    }
    status_badge(html, study.status["overallStatus"].text());
    if (!stored.version.last_update_posted.empty()) {
        html.text(" ").open("span", {{"class", "updated"}}).text("Last updated ");
        date(html, stored.version.last_update_posted);
        html.close("span");
    }
    html.close("p").open("p", {{"class", "study-ways"}});
    html.external_link(official_record_url(stored.id), "Official record");
    // The API gives the current version only, whichever one this page cites.
    const bool is_cited = study.request.address.version().has_value();
    html.text(" ").link(study.request.address.raw_json(), is_cited ? "Raw JSON of the current version" : "Raw JSON");
    html.text(" ").link(study.request.address.node("protocolSection"), "Record, module by module");
    html.close("p").close("header");
}

void study_brief(Html& html, const StudyView& study) {
    html.open("div", {{"class", "study-brief"}}).open("p", {{"class", "study-title"}});
    html.link(study.request.address.study(), nodes::shortened(study_title(study), kBriefTitle)).close("p").open("p");
    html.element("span", study.request.stored.id.text(), {{"class", "study-id"}}).text(" ");
    status_badge(html, study.status["overallStatus"].text());
    html.close("p").close("div");
}

} // namespace trialdex::web
