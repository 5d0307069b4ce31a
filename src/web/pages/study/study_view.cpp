#include "web/pages/study/study_view.h"

#include "web/components/entities.h"

namespace trialdex::web {

StudyView::StudyView(const StudyRequest& study_request)
    : request(study_request), root(study_request.root), results(root["resultsSection"]),
      annotations(root["annotationSection"]["annotationModule"]), misc(root["derivedSection"]["miscInfoModule"]) {
    const study::Value protocol = root["protocolSection"];
    identification = protocol["identificationModule"];
    status = protocol["statusModule"];
    sponsors = protocol["sponsorCollaboratorsModule"];
    description = protocol["descriptionModule"];
    conditions = protocol["conditionsModule"];
    design = protocol["designModule"];
    arms = protocol["armsInterventionsModule"];
    outcomes = protocol["outcomesModule"];
    eligibility = protocol["eligibilityModule"];
    places = protocol["contactsLocationsModule"];
    references = protocol["referencesModule"];
    documents = root["documentSection"]["largeDocumentModule"];
}

study::Value value_at(study::Value root, std::string_view path) {
    while (!path.empty() && root) {
        const std::size_t dot = path.find('.');
        root = root[path.substr(0, dot)];
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    }
    return root;
}

const schema::Node& node_at(std::string_view path) {
    static const schema::Node kNone{};
    const schema::Node* node = schema::find_path(path);
    return node ? *node : kNone;
}

std::string text_of(study::Value value) { return decode_entities(value.text()); }

std::string_view module_of(std::string_view path) {
    const std::size_t section = path.find('.');
    if (section == std::string_view::npos) return path;
    return path.substr(0, path.find('.', section + 1));
}

} // namespace trialdex::web
