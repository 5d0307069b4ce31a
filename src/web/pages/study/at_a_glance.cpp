// At a glance: the facts that everybody looks for first. All but the status have their full place in a later section.
#include "web/components/explanation.h"
#include "web/components/fact_list.h"
#include "web/components/markup.h"
#include "web/components/value.h"
#include "web/pages/study/applicability.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/sections.h"

#include <algorithm>
#include <vector>

namespace trialdex::web {

namespace {

constexpr std::size_t kListed = 4; // of conditions and countries; the rest is counted

void study_kind(Html& html, const StudyView& study) {
    explained(html, "StudyType", study.design["studyType"]);
    for (const study::Value phase : study.design["phases"]) {
        if (phase.text() != "NA") explained(html, "Phase", phase);
    }
}

std::vector<std::string> countries_of(const StudyView& study) {
    std::vector<std::string> countries;
    for (const study::Value site : study.places["locations"]) {
        std::string country = text_of(site["country"]);
        if (country.empty() || std::find(countries.begin(), countries.end(), country) != countries.end()) continue;
        countries.push_back(std::move(country));
    }
    std::sort(countries.begin(), countries.end()); // as in the section they lead to
    return countries;
}

void listed(Html& html, const std::vector<std::string>& names, std::string_view section) {
    std::string words;
    for (std::size_t i = 0; i < std::min(names.size(), kListed); ++i) words += (i ? ", " : "") + names[i];
    html.text(words);
    if (names.size() <= kListed) return;
    html.text(" and ").link(section, std::to_string(names.size() - kListed) + " more");
}

void date_fact(Html& html, const StudyView& study, std::string_view struct_name, std::string_view date_path) {
    if (!study.status[struct_name]["date"]) return;
    fact(html, node_at(date_path), [&] { dated(html, study.status[struct_name]); });
}

std::string ages(study::Value eligibility) {
    const std::string youngest = age_in_words(eligibility["minimumAge"].text());
    const std::string oldest = age_in_words(eligibility["maximumAge"].text());
    if (youngest.empty() && oldest.empty()) return {};
    if (oldest.empty()) return youngest + " and older";
    if (youngest.empty()) return "up to " + oldest;
    return youngest + " to " + oldest;
}

void why_stopped(Html& html, const StudyView& study) {
    const study::Value reason = study.status["whyStopped"];
    if (!reason) return;
    html.open("div", {{"class", "callout callout-stopped"}});
    html.open("p", {{"class", "callout-label"}}).text("Why it stopped").close("p");
    markup(html, reason.text());
    html.close("div");
}

} // namespace

void at_a_glance_section(Html& html, const StudyView& study) {
    const study::Value status = study.status;
    Html facts;
    if (status["overallStatus"]) {
        fact(facts, node_at("protocolSection.statusModule.overallStatus"),
             [&] { explained(facts, "Status", status["overallStatus"]); });
    }
    if (status["lastKnownStatus"]) {
        fact(facts, node_at("protocolSection.statusModule.lastKnownStatus"),
             [&] { explained(facts, "Status", status["lastKnownStatus"]); });
    }
    if (study.design["studyType"]) {
        fact(facts, node_at("protocolSection.designModule.studyType"), [&] { study_kind(facts, study); });
    }
    if (study.design["enrollmentInfo"]["count"]) {
        fact(facts, node_at("protocolSection.designModule.enrollmentInfo"),
             [&] { enrolment(facts, study.design["enrollmentInfo"]); });
    }
    date_fact(facts, study, "startDateStruct", "protocolSection.statusModule.startDateStruct.date");
    date_fact(facts, study, "primaryCompletionDateStruct",
              "protocolSection.statusModule.primaryCompletionDateStruct.date");
    date_fact(facts, study, "completionDateStruct", "protocolSection.statusModule.completionDateStruct.date");
    std::vector<std::string> conditions;
    for (const study::Value condition : study.conditions["conditions"]) conditions.push_back(text_of(condition));
    if (!conditions.empty()) {
        fact(facts, node_at("protocolSection.conditionsModule.conditions"),
             [&] { listed(facts, conditions, "#conditions"); });
    }
    if (const std::string range = ages(study.eligibility); !range.empty()) {
        fact(facts, "Ages", [&] { facts.text(range); });
    }
    if (const auto countries = countries_of(study); !countries.empty()) {
        fact(facts, countries.size() == 1 ? "Country" : "Countries", [&] { listed(facts, countries, "#where"); });
    }
    if (study.sponsors["leadSponsor"]["name"]) {
        fact(facts, node_at("protocolSection.sponsorCollaboratorsModule.leadSponsor"),
             [&] { plain_text(facts, study.sponsors["leadSponsor"]["name"].text()); });
    }
    why_stopped(html, study);
    if (!facts.is_empty()) html.open("dl", {{"class", "facts glance"}}).append(facts).close("dl");
    not_applicable_note(html, study.root);
}

} // namespace trialdex::web
