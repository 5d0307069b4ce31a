// The sections that are the sponsor's own running text.
#include "web/pages/study/parts.h"
#include "web/pages/study/sections.h"

namespace trialdex::web {

void summary_section(Html& html, const StudyView& study) {
    if (const study::Value text = study.description["briefSummary"]) prose(html, text);
}

void detailed_description_section(Html& html, const StudyView& study) {
    if (const study::Value text = study.description["detailedDescription"]) prose(html, text);
}

} // namespace trialdex::web
