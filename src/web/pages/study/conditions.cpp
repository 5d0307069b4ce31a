// Conditions and keywords as the sponsor typed them, then the standard terms.
#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/pages/study/sections.h"
#include "web/pages/study/terms.h"

namespace trialdex::web {

void conditions_section(Html& html, const StudyView& study) {
    Html facts;
    for (const std::string_view name : {"conditions", "keywords"}) {
        const study::Value list = study.conditions[name];
        if (!list) continue;
        fact(facts, node_at("protocolSection.conditionsModule." + std::string(name)), [&] {
            facts.open("ul", {{"class", "inline-list"}});
            for (const study::Value term : list) {
                facts.open("li").open("bdi");
                plain_text(facts, term.text());
                facts.close("bdi").close("li");
            }
            facts.close("ul");
        });
    }
    if (!facts.is_empty()) {
        open_facts(html);
        html.append(facts);
        close_facts(html);
    }
    standard_terms(html, study, "derivedSection.conditionBrowseModule");
}

} // namespace trialdex::web
