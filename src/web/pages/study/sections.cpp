#include "web/pages/study/sections.h"

#include "web/components/contents.h"
#include "web/components/fact_list.h"
#include "web/pages/study/applicability.h"

#include <algorithm>
#include <array>
#include <span>

namespace trialdex::web {

namespace {

struct SectionWriter {
    std::string_view id;
    void (*write)(Html& html, const StudyView& study);
    // Nodes that `write` shows, with all that is below them; what else the section answers for follows from the schema.
    std::array<std::string_view, 20> shown;
    // Above what follows from the schema, which then stands above what `write` writes.
    void (*write_first)(Html& html, const StudyView& study) = nullptr;
};

constexpr SectionWriter kWriters[] = {
    {"at-a-glance",
     at_a_glance_section,
     {"protocolSection.statusModule.overallStatus", "protocolSection.statusModule.lastKnownStatus",
      "protocolSection.statusModule.whyStopped"}},
    {"summary", summary_section, {"protocolSection.descriptionModule.briefSummary"}},
    {"who-can-join",
     eligibility_section,
     {"protocolSection.eligibilityModule.eligibilityCriteria", "protocolSection.eligibilityModule.minimumAge",
      "protocolSection.eligibilityModule.maximumAge", "protocolSection.eligibilityModule.stdAges"},
     eligible_ages},
    {"where",
     places_section,
     {"protocolSection.contactsLocationsModule.centralContacts", "protocolSection.contactsLocationsModule.locations",
      "derivedSection.miscInfoModule.removedCountries"}},
    {"groups", groups_section, {"protocolSection.armsInterventionsModule.armGroups"}},
    {"interventions",
     interventions_section,
     {"protocolSection.armsInterventionsModule.interventions", "derivedSection.interventionBrowseModule"}},
    {"outcomes",
     outcomes_section,
     {"protocolSection.outcomesModule.primaryOutcomes", "protocolSection.outcomesModule.secondaryOutcomes",
      "protocolSection.outcomesModule.otherOutcomes"}},
    {"results",
     results_section,
     {"resultsSection", "annotationSection.annotationModule.unpostedAnnotation",
      "annotationSection.annotationModule.violationAnnotation", "hasResults"}},
    {"detailed-description", detailed_description_section, {"protocolSection.descriptionModule.detailedDescription"}},
    {"conditions",
     conditions_section,
     {"protocolSection.conditionsModule.conditions", "protocolSection.conditionsModule.keywords",
      "derivedSection.conditionBrowseModule"}},
    {"sponsors",
     sponsors_section,
     {"protocolSection.sponsorCollaboratorsModule.leadSponsor",
      "protocolSection.sponsorCollaboratorsModule.collaborators",
      "protocolSection.sponsorCollaboratorsModule.responsibleParty",
      "protocolSection.contactsLocationsModule.overallOfficials"}},
    {"papers",
     papers_section,
     {"protocolSection.referencesModule.references", "protocolSection.referencesModule.seeAlsoLinks",
      "documentSection.largeDocumentModule.largeDocs"}},
    {"dates",
     dates_section,
     {"protocolSection.statusModule.statusVerifiedDate", "protocolSection.statusModule.startDateStruct",
      "protocolSection.statusModule.primaryCompletionDateStruct", "protocolSection.statusModule.completionDateStruct",
      "protocolSection.statusModule.studyFirstSubmitDate", "protocolSection.statusModule.studyFirstSubmitQcDate",
      "protocolSection.statusModule.studyFirstPostDateStruct", "protocolSection.statusModule.resultsFirstSubmitDate",
      "protocolSection.statusModule.resultsFirstSubmitQcDate",
      "protocolSection.statusModule.resultsFirstPostDateStruct", "protocolSection.statusModule.dispFirstSubmitDate",
      "protocolSection.statusModule.dispFirstSubmitQcDate", "protocolSection.statusModule.dispFirstPostDateStruct",
      "protocolSection.statusModule.lastUpdateSubmitDate", "protocolSection.statusModule.lastUpdatePostDateStruct"}},
    {"identifiers",
     identifiers_section,
     {"protocolSection.identificationModule.nctId", "protocolSection.identificationModule.nctIdAliases",
      "protocolSection.identificationModule.orgStudyIdInfo", "protocolSection.identificationModule.secondaryIdInfos"}},
    {"related", related_section, {}},
    {"about", about_section, {}},
};

const SectionWriter* writer_of(std::string_view id) {
    for (const SectionWriter& writer : kWriters) {
        if (writer.id == id) return &writer;
    }
    return nullptr;
}

bool covers(std::string_view above, std::string_view path) {
    return path.starts_with(above) && (path.size() == above.size() || path[above.size()] == '.');
}

// The section that answers for `path`: the one with the longest path above it.
const PageSection* owner_of(std::string_view path) {
    const PageSection* owner = nullptr;
    std::size_t longest = 0;
    for (const PageSection& section : page_sections()) {
        for (const std::string_view above : section.paths) {
            if (!covers(above, path) || above.size() < longest) continue;
            owner = &section;
            longest = above.size();
        }
    }
    return owner;
}

bool is_shown_by(const SectionWriter& writer, std::string_view path) {
    return std::any_of(writer.shown.begin(), writer.shown.end(),
                       [&](std::string_view above) { return !above.empty() && covers(above, path); });
}

// What a section leaves to the schema: its paths, and what it must not show because it stands elsewhere.
struct Remainder {
    const PageSection* section;
    const SectionWriter* writer;
    std::vector<const schema::Node*> roots;
    std::vector<bool> hidden; // by node id
};

Remainder remainder_of(const PageSection& section) {
    Remainder remainder{&section, writer_of(section.id), {}, std::vector<bool>(schema::nodes().size(), false)};
    for (const schema::Node& node : schema::nodes()) {
        const bool is_elsewhere = owner_of(node.path) != &section;
        const bool is_taken = remainder.writer && is_shown_by(*remainder.writer, node.path);
        remainder.hidden[node.id] = is_elsewhere || is_taken;
    }
    for (const std::string_view path : section.paths) {
        const schema::Node* node = schema::find_path(path);
        if (node && !remainder.hidden[node->id]) remainder.roots.push_back(node);
    }
    return remainder;
}

const std::vector<Remainder>& remainders() {
    static const std::vector<Remainder> kRemainders = [] {
        std::vector<Remainder> all;
        for (const PageSection& section : page_sections()) all.push_back(remainder_of(section));
        return all;
    }();
    return kRemainders;
}

// Everything of the section's nodes that its writer does not show.
void write_remainder(Html& html, const Remainder& remainder, const StudyView& study) {
    const FactListOptions options = {.skip = {}, .expected = {}, .explained = true, .hidden = &remainder.hidden};
    for (const schema::Node* node : remainder.roots) {
        const study::Value value = value_at(study.root, node->path);
        if (is_beside_the_point(node->path, study.root)) continue;
        if (value.is_object()) {
            fact_tree(html, *node, value, 3, options);
        } else if (value) {
            structure_list(html, *node, value, 3, options);
        }
    }
}

void module_links(Html& html, const PageSection& section, const StudyView& study) {
    std::vector<std::string_view> linked;
    for (const std::string_view path : section.paths) {
        const std::string_view module = module_of(path);
        if (!value_at(study.root, path) || std::find(linked.begin(), linked.end(), module) != linked.end()) continue;
        const schema::Node* node = schema::find_path(module);
        if (!node || node->is_leaf()) continue;
        html.open("li").link(study.request.address.node(slashed(module)), node->label).close("li");
        linked.push_back(module);
    }
}

} // namespace

std::vector<std::string_view> missing_labels(const PageSection& section, study::Value root) {
    std::vector<std::string_view> labels;
    for (const std::string_view path : section.expected) {
        if (!value_at(root, path) && is_applicable(path, root)) labels.push_back(node_at(path).label);
    }
    return labels;
}

void study_section(Html& html, const PageSection& section, const StudyView& study, bool says_missing) {
    const Remainder& remainder = remainders()[static_cast<std::size_t>(&section - page_sections().data())];
    Html body;
    const bool facts_first = remainder.writer && remainder.writer->write_first;
    if (facts_first) {
        remainder.writer->write_first(body, study);
        write_remainder(body, remainder, study);
    }
    if (remainder.writer) remainder.writer->write(body, study);
    if (!facts_first) write_remainder(body, remainder, study);
    if (says_missing) not_in_record(body, missing_labels(section, study.root));
    if (body.is_empty()) return;

    html.open("section", {{"class", "study-section"}, {"aria-labelledby", section.id}});
    section_heading(html, section.id, section.heading);
    html.element("p", section.sentence, {{"class", "sentence"}});
    html.append(body);
    Html links;
    module_links(links, section, study);
    if (!links.is_empty()) {
        html.open("div", {{"class", "module-links"}});
        html.element("span", "In the record").open("ul").append(links).close("ul").close("div");
    }
    html.close("section");
}

} // namespace trialdex::web
