// Who can join: ages first; sex and the like follow from the schema; then the criteria, side by side and as they were
// written, and who decides.
#include "web/components/fact_list.h"
#include "web/pages/study/criteria_list.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/sections.h"

namespace trialdex::web {

// In the words of "At a glance": 18 years, not 18 Years.
void eligible_ages(Html& html, const StudyView& study) {
    Html facts;
    for (const std::string_view name : {"minimumAge", "maximumAge"}) {
        const study::Value age = study.eligibility[name];
        if (!age) continue;
        fact(facts, node_at("protocolSection.eligibilityModule." + std::string(name)),
             [&] { facts.text(age_in_words(age.text())); });
    }
    if (const study::Value groups = study.eligibility["stdAges"]) {
        fact(facts, node_at("protocolSection.eligibilityModule.stdAges"), [&] {
            for (const study::Value group : groups) explained(facts, "StandardAge", group);
        });
    }
    if (facts.is_empty()) return;
    open_facts(html);
    html.append(facts);
    close_facts(html);
}

void eligibility_section(Html& html, const StudyView& study) {
    if (!study.eligibility) return;
    if (const study::Value criteria = study.eligibility["eligibilityCriteria"]) {
        heading(html, 3, node_at("protocolSection.eligibilityModule.eligibilityCriteria").label);
        criteria_list(html, criteria.text());
    }
    html.element("p", "Only the study team can decide who may join.", {{"class", "callout"}});
}

} // namespace trialdex::web
