// Who can join: the criteria as they were written, and who decides. Ages, sex and the like follow from the schema,
// above.
#include "web/components/fact_list.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/sections.h"

namespace trialdex::web {

void eligibility_section(Html& html, const StudyView& study) {
    if (!study.eligibility) return;
    if (const study::Value criteria = study.eligibility["eligibilityCriteria"]) {
        heading(html, 3, node_at("protocolSection.eligibilityModule.eligibilityCriteria").label);
        prose(html, criteria);
    }
    html.element("p", "Only the study team can decide who may join.", {{"class", "callout"}});
}

} // namespace trialdex::web
