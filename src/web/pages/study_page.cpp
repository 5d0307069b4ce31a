#include "web/pages/study_page.h"

#include "web/components/calculated.h"
#include "web/components/contents.h"
#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/pages/study/head.h"
#include "web/pages/study/notices.h"
#include "web/pages/study/reading.h"
#include "web/pages/study/related_trials.h"
#include "web/pages/study/sections.h"
#include "web/path/node_words.h"

#include <algorithm>
#include <vector>

namespace trialdex::web {

namespace {

// A record that lacks more than so many of the expected facts (withheld ones lack nearly all) says so once, not section
// by section.
constexpr std::size_t kSparse = 14;
// The section that others work on meanwhile, see RelatedTrials. It always has something to say.
constexpr std::string_view kWrittenLast = "related";
constexpr std::size_t kDescriptionLength = 160; // what search engines show
constexpr std::size_t kMarkupAByte = 3;         // of a record: nine pages of ten without results have less
constexpr std::size_t kHead = 16 * 1024;        // bytes above the sections, with some to spare

std::vector<std::string_view> all_missing(study::Value root) {
    std::vector<std::string_view> missing;
    for (const PageSection& section : page_sections()) {
        for (const std::string_view label : missing_labels(section, root)) {
            if (std::find(missing.begin(), missing.end(), label) == missing.end()) missing.push_back(label);
        }
    }
    return missing;
}

// Members that no section can know: of the record itself and of its sections.
void unknown_parts(Html& html, const StudyView& study) {
    Html facts;
    const auto add = [&](study::Value member) { fact(facts, member.key(), [&] { unknown_value(facts, member); }); };
    for (const study::Value part : study.root) {
        const schema::Node* section = schema::find_root(part.key());
        if (!section) add(part);
        if (!section || section->is_leaf() || part.key() == "resultsSection") continue;
        for (const study::Value module : part) {
            if (!schema::find_child(*section, module.key())) add(module);
        }
    }
    if (facts.is_empty()) return;
    html.open("section", {{"class", "study-section"}, {"aria-labelledby", "unknown"}});
    section_heading(html, "unknown", "Also in this record");
    html.element("p", "Parts of the record that are newer than this program’s tables, as they stand.",
                 {{"class", "sentence"}});
    open_facts(html);
    html.append(facts);
    close_facts(html);
    html.close("section");
}

} // namespace

api::Response study_page(const StudyRequest& request) {
    RelatedTrials related(request);
    StudyView study(request);
    study.related = &related;
    const std::vector<std::string_view> missing = all_missing(study.root);
    const bool is_sparse = missing.size() > kSparse;

    Html first_section; // at a glance; beneath it stands what the mark of calculated numbers means
    Html sections;
    Html rest; // behind the section that is written last
    sections.reserve(kMarkupAByte * request.stored.json.size());
    std::vector<ContentsEntry> contents;
    const PageSection* last = nullptr;
    for (const PageSection& section : page_sections()) {
        if (section.id == kWrittenLast) {
            last = &section;
            contents.push_back({section.id, section.short_heading});
            continue;
        }
        Html& html = contents.empty() ? first_section : last ? rest : sections;
        const std::size_t before = html.size();
        study_section(html, section, study, !is_sparse);
        if (html.size() > before) contents.push_back({section.id, section.short_heading});
    }
    unknown_parts(rest, study);

    Html main;
    main.reserve(sections.size() + rest.size() + kHead);
    const Reading& reading = reading_of(study);
    study_head(main, study);
    reading_switch(main, study, reading);
    version_notice(main, study);
    violation_notice(main, study);
    withheld_notice(main, study);
    results_notice(main, study);
    if (is_sparse) not_in_record(main, missing);
    main.open("div", {{"class", "columns"}});
    contents_list(main, contents);
    main.open("div", {{"class", "article"}}).append(first_section);
    Html related_section;
    if (last) study_section(related_section, *last, study, !is_sparse);
    const Html* const parts[] = {&sections, &related_section, &rest};
    if (has_calculated(main) ||
        std::any_of(std::begin(parts), std::end(parts), [](const Html* part) { return has_calculated(*part); }))
        calculated_note(main, "Numbers");
    for (const Html* part : parts) main.append(*part);
    main.close("div").close("div");

    const store::StoredRecord& stored = request.stored;
    return page_response(request.page,
                         {.title = study_title(study) + " · " + stored.id.text(),
                          .description = nodes::shortened(study.description["briefSummary"].text(), kDescriptionLength),
                          .canonical = StudyAddress(stored.id).study(),
                          .official_record = official_record_url(stored.id),
                          .data_date = stored.version.version_holder,
                          .main_class = reading.main_class,
                          .is_opened = reading.is_opened},
                         main);
}

} // namespace trialdex::web
