#include "web/pages/study/arm_interventions.h"

#include "schema/schema.h"

#include <algorithm>

namespace trialdex::web {

namespace {

// Case and runs of white space differ between the two places that name an arm or an intervention.
std::string normalised(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (is_space && (out.empty() || out.back() == ' ')) continue;
        out += is_space ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

struct Intervention {
    std::string name;
    std::string typed_name; // "drug: ketamine", as arms write it
    std::vector<std::string> arms;
};

std::vector<Intervention> read(study::Value interventions) {
    const schema::EnumType* types = schema::find_enum("InterventionType");
    std::vector<Intervention> all;
    for (const study::Value value : interventions) {
        const schema::EnumValue* type = types ? types->find(value["type"].text()) : nullptr;
        Intervention intervention{normalised(value["name"].text()), {}, {}};
        if (type) intervention.typed_name = normalised(type->legacy) + ": " + intervention.name;
        for (const study::Value label : value["armGroupLabels"]) intervention.arms.push_back(normalised(label.text()));
        all.push_back(std::move(intervention));
    }
    return all;
}

bool is_named(const Intervention& intervention, const std::string& name) {
    return name == intervention.typed_name || name == intervention.name;
}

ArmInterventions match(study::Value arm, const std::vector<Intervention>& interventions) {
    const std::string label = normalised(arm["label"].text());
    std::vector<bool> belongs(interventions.size());
    for (std::size_t i = 0; i < interventions.size(); ++i) {
        const auto& arms = interventions[i].arms;
        belongs[i] = !label.empty() && std::find(arms.begin(), arms.end(), label) != arms.end();
    }
    ArmInterventions found;
    for (const study::Value listed : arm["interventionNames"]) {
        const std::string name = normalised(listed.text());
        bool is_known = false;
        for (std::size_t i = 0; i < interventions.size(); ++i) {
            if (!is_named(interventions[i], name)) continue;
            is_known = belongs[i] = true;
        }
        if (!is_known) found.other.push_back(listed.text());
    }
    for (std::size_t i = 0; i < belongs.size(); ++i) {
        if (belongs[i]) found.indices.push_back(i);
    }
    return found;
}

} // namespace

std::vector<ArmInterventions> match_arms(study::Value arms, study::Value interventions) {
    const std::vector<Intervention> all = read(interventions);
    std::vector<ArmInterventions> matched;
    for (const study::Value arm : arms) matched.push_back(match(arm, all));
    return matched;
}

} // namespace trialdex::web
