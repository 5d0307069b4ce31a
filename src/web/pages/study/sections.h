// What stands in each section of the study page. schema/page_sections.tsv says which sections there are, in which
// order, and which nodes of the record each one answers for; a section without an entry here is written from the schema
// alone.
#pragma once

#include "web/html.h"
#include "web/pages/study/page_sections.h"
#include "web/pages/study/study_view.h"

#include <string>
#include <vector>

namespace trialdex::web {

// One file each.
void at_a_glance_section(Html& html, const StudyView& study);
void summary_section(Html& html, const StudyView& study);
void eligible_ages(Html& html, const StudyView& study);
void eligibility_section(Html& html, const StudyView& study);
void places_section(Html& html, const StudyView& study);
void groups_section(Html& html, const StudyView& study);
void interventions_section(Html& html, const StudyView& study);
void outcomes_section(Html& html, const StudyView& study);
void results_section(Html& html, const StudyView& study);
void detailed_description_section(Html& html, const StudyView& study);
void conditions_section(Html& html, const StudyView& study);
void sponsors_section(Html& html, const StudyView& study);
void papers_section(Html& html, const StudyView& study);
void dates_section(Html& html, const StudyView& study);
void identifiers_section(Html& html, const StudyView& study);
void related_section(Html& html, const StudyView& study);
void about_section(Html& html, const StudyView& study);

// The whole section with its heading, sentence, facts, what is missing and the way to its modules; nothing when it has
// nothing to say. `says_missing` is off for records that lack nearly everything: they say so once, at the top.
void study_section(Html& html, const PageSection& section, const StudyView& study, bool says_missing);

// Labels of what `section` expects and the record lacks, though a study of its kind has it.
std::vector<std::string_view> missing_labels(const PageSection& section, study::Value root);

} // namespace trialdex::web
