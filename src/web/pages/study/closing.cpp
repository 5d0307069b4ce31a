// The last section: where the facts of this page come from.
#include "web/components/date_line.h"
#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/pages/study/citation.h"
#include "web/pages/study/sections.h"

namespace trialdex::web {

namespace {

constexpr std::size_t kListedVersions = 50;

void version_list(Html& html, const StudyView& study) {
    const store::StoredRecord& stored = study.request.stored;
    if (stored.version_count < 2) return;
    const auto versions = study.request.page.store.versions(stored.id);
    if (!versions) return;
    fact(html, "Versions held here", [&] {
        html.open("ul", {{"class", "values"}});
        std::size_t listed = 0;
        for (auto version = versions->rbegin(); version != versions->rend() && listed < kListedVersions;
             ++version, ++listed) {
            const std::string name = "Version " + std::to_string(version->number);
            html.open("li");
            html.link(StudyAddress(stored.id, version->number).study(), name);
            if (!version->last_update_posted.empty()) {
                html.text(", updated ");
                date(html, version->last_update_posted);
            }
            html.close("li");
        }
        html.close("ul");
    });
}

void exports(Html& html, const StudyView& study) {
    const StudyAddress& address = study.request.address;
    html.open("ul", {{"class", "values"}}).open("li");
    html.link(address.raw_json(), "The whole record as JSON");
    if (address.version()) html.text(", from the API, which knows the current version only");
    html.close("li").open("li").link(address.raw_json() + "/related", "Related trials as JSON, with reasons");
    html.close("li").open("li").link(address.node("protocolSection"), "The record module by module").close("li");
    html.close("ul");
}

} // namespace

void about_section(Html& html, const StudyView& study) {
    const store::StoredRecord& stored = study.request.stored;
    open_facts(html);
    fact(html, "Source", [&] {
        html.external_link(official_record_url(stored.id), "Official record on ClinicalTrials.gov");
        html.text(", U.S. National Library of Medicine");
    });
    if (!stored.version.version_holder.empty()) {
        fact(html, "Data of", [&] { date(html, stored.version.version_holder); });
    }
    fact(html, "First seen in this registry", [&] { moment(html, stored.first_seen); });
    fact(html, "Last changed in this registry", [&] { moment(html, stored.last_changed); });
    version_list(html, study);
    citation(html, study);
    fact(html, "To take along", [&] { exports(html, study); });
    close_facts(html);
}

} // namespace trialdex::web
