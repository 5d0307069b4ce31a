// At a glance: the facts that everybody looks for first. All but the status have their full place in a later section.
#include "web/components/calculated.h"
#include "web/components/explanation.h"
#include "web/components/fact_list.h"
#include "web/components/markup.h"
#include "web/components/text_width.h"
#include "web/components/value.h"
#include "web/pages/study/applicability.h"
#include "web/pages/study/design_words.h"
#include "web/pages/study/last_change.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/sections.h"
#include "web/pages/study/time_line.h"

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
    for (std::size_t i = 0; i < std::min(names.size(), kListed); ++i) words += (i ? ", " : "") + isolated(names[i]);
    html.text(words);
    if (names.size() <= kListed) return;
    html.text(" and ").open("a", {{"class", "unbroken"}, {"href", section}});
    calculated_count(html, names.size() - kListed);
    html.text("\u00a0more").close("a");
}

void date_fact(Html& html, const StudyView& study, std::string_view name) {
    if (!study.status[name]["date"]) return;
    fact(html, node_at("protocolSection.statusModule." + std::string(name) + ".date"),
         [&] { dated(html, study.status[name]); });
}

// "Child, adult": all that a record without limits says of ages.
std::string age_groups(study::Value eligibility) {
    std::string words;
    for (const study::Value group : eligibility["stdAges"]) {
        const std::string word = words_of("StandardAge", group);
        words += words.empty() ? word : ", " + lower_case(word);
    }
    return words;
}

std::string ages(study::Value eligibility) {
    const std::string youngest = age_in_words(eligibility["minimumAge"].text());
    const std::string oldest = age_in_words(eligibility["maximumAge"].text());
    if (youngest.empty() && oldest.empty()) return age_groups(eligibility);
    if (oldest.empty()) return youngest + " and older";
    if (youngest.empty()) return "up to " + oldest;
    return youngest + " to " + oldest;
}

// "1,154 sites in 44 countries: Argentina, Australia, Austria, Belgium and 40 more"
void places(Html& html, const StudyView& study) {
    const std::size_t sites = study.places["locations"].size();
    if (sites == 0) return;
    const std::vector<std::string> countries = countries_of(study);
    fact(html, "Sites", [&] {
        calculated_count(html, sites, "site", "sites");
        if (countries.empty()) return;
        if (countries.size() > 1) {
            html.text(" in ");
            calculated_count(html, countries.size(), "country", "countries");
        }
        html.text(": ");
        listed(html, countries, "#where");
    });
}

void who(Html& html, const StudyView& study) {
    if (const std::string range = ages(study.eligibility); !range.empty()) {
        fact(html, "Ages", [&] { html.text(range); });
    }
    if (const study::Value sex = study.eligibility["sex"]) {
        fact(html, node_at("protocolSection.eligibilityModule.sex"), [&] { html.text(words_of("Sex", sex)); });
    }
    if (const study::Value healthy = study.eligibility["healthyVolunteers"]) {
        fact(html, node_at("protocolSection.eligibilityModule.healthyVolunteers"), [&] {
            const auto accepted = healthy.boolean();
            if (!accepted) return boolean(html, healthy);
            html.text(*accepted ? "Can take part" : "Cannot take part");
        });
    }
}

// What is built how, in words, with the way to the codes it is made from.
void design_line(Html& html, const StudyView& study) {
    const std::string words = design_in_words(study.design);
    if (words.empty()) return;
    html.open("p", {{"class", "design-words"}}).text(words).text(" ").link("#design", "More on the design").close("p");
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
    for (const std::string_view name : {"startDateStruct", "primaryCompletionDateStruct", "completionDateStruct"}) {
        date_fact(facts, study, name);
    }
    std::vector<std::string> conditions;
    for (const study::Value condition : study.conditions["conditions"]) conditions.push_back(text_of(condition));
    if (!conditions.empty()) {
        fact(facts, node_at("protocolSection.conditionsModule.conditions"),
             [&] { listed(facts, conditions, "#conditions"); });
    }
    who(facts, study);
    places(facts, study);
    if (study.sponsors["leadSponsor"]["name"]) {
        fact(facts, node_at("protocolSection.sponsorCollaboratorsModule.leadSponsor"),
             [&] { plain_text(facts, study.sponsors["leadSponsor"]["name"].text()); });
    }
    last_change(facts, study);
    why_stopped(html, study);
    if (!facts.is_empty()) html.open("dl", {{"class", "facts glance"}}).append(facts).close("dl");
    design_line(html, study);
    time_line(html, study);
    not_applicable_note(html, study.root);
}

} // namespace trialdex::web
