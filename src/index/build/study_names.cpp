#include "index/build/study_names.h"

namespace trialdex::index {

namespace {

std::vector<std::string_view> texts_of(study::Value list, std::string_view member = {}) {
    std::vector<std::string_view> texts;
    for (const study::Value element : list) {
        const study::Value value = member.empty() ? element : element[member];
        if (value.is_string()) texts.push_back(value.text());
    }
    return texts;
}

} // namespace

text::StudyNames names_of(study::Value record) {
    const study::Value protocol = record["protocolSection"];
    text::StudyNames names;
    names.conditions = texts_of(protocol["conditionsModule"]["conditions"]);
    names.condition_mesh = texts_of(record["derivedSection"]["conditionBrowseModule"]["meshes"], "term");
    for (const study::Value intervention : protocol["armsInterventionsModule"]["interventions"]) {
        const study::Value name = intervention["name"];
        if (name.is_string()) names.interventions.push_back({name.text(), texts_of(intervention["otherNames"])});
    }
    return names;
}

} // namespace trialdex::index
