#include "web/pages/study/applicability.h"

#include "web/pages/study/parts.h"
#include "web/pages/study/study_view.h"

#include <algorithm>
#include <array>

namespace trialdex::web {

namespace {

// In the order of the page. Neither the registry’s form for expanded access nor its real records have them.
constexpr std::array<std::string_view, 6> kOfStudiesOnly = {
    "protocolSection.designModule.enrollmentInfo.count",
    "protocolSection.statusModule.startDateStruct.date",
    "protocolSection.statusModule.completionDateStruct.date",
    "protocolSection.armsInterventionsModule.armGroups",
    "protocolSection.designModule.designInfo",
    "protocolSection.outcomesModule.primaryOutcomes",
};

// Of a study that has not stopped early nobody expects a reason for it.
bool has_stopped(study::Value root) {
    const std::string_view status = value_at(root, "protocolSection.statusModule.overallStatus").text();
    return status == "TERMINATED" || status == "WITHDRAWN" || status == "SUSPENDED";
}

} // namespace

bool is_expanded_access(study::Value root) {
    return value_at(root, "protocolSection.designModule.studyType").text() == "EXPANDED_ACCESS";
}

bool is_applicable(std::string_view path, study::Value root) {
    if (path == "protocolSection.statusModule.whyStopped") return has_stopped(root);
    const bool is_of_studies_only =
        std::find(kOfStudiesOnly.begin(), kOfStudiesOnly.end(), path) != kOfStudiesOnly.end();
    return !is_of_studies_only || !is_expanded_access(root);
}

bool is_beside_the_point(std::string_view path, study::Value root) {
    if (path != "protocolSection.statusModule.expandedAccessInfo" || !is_expanded_access(root)) return false;
    const study::Value reported = value_at(root, path);
    return reported.size() == 1 && !reported["hasExpandedAccess"].boolean().value_or(true);
}

void not_applicable_note(Html& html, study::Value root) {
    if (!is_expanded_access(root)) return;
    std::string labels;
    for (const std::string_view path : kOfStudiesOnly) {
        if (value_at(root, path)) continue;
        labels += (labels.empty() ? "" : ", ") + lower_case(node_at(path).label);
    }
    if (labels.empty()) return;
    html.element("p", "Not applicable to expanded access: " + labels + ".", {{"class", "absent"}});
}

} // namespace trialdex::web
