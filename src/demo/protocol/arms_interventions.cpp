#include "demo/members.h"
#include "demo/protocol/protocol.h"

#include <algorithm>

namespace trialdex::demo {

namespace {

void write_arm(JsonWriter& out, const Arm& arm, const Arms& arms) {
    out.member("label", arm.label);
    text(out, "type", arm.type);
    text(out, "description", arm.description);
    std::vector<std::string> names;
    names.reserve(arm.treatments.size());
    for (const std::size_t i : arm.treatments) names.push_back(arms.treatments[i].title());
    texts(out, "interventionNames", names);
}

void write_treatment(JsonWriter& out, std::size_t position, const Arms& arms) {
    const Treatment& treatment = arms.treatments[position];
    out.member("type", treatment.type);
    out.member("name", treatment.name);
    text(out, "description", treatment.description);
    std::vector<std::string_view> labels;
    for (const Arm& arm : arms.groups) {
        const bool given = std::find(arm.treatments.begin(), arm.treatments.end(), position) != arm.treatments.end();
        if (given) labels.push_back(arm.label);
    }
    texts(out, "armGroupLabels", labels);
    texts(out, "otherNames", treatment.other_names);
}

} // namespace

void write_arms_interventions(JsonWriter& out, const Plan& plan) {
    const Arms& arms = plan.arms;
    if (arms.groups.empty() && arms.treatments.empty()) return;
    object(out, "armsInterventionsModule", [&] {
        objects(out, "armGroups", arms.groups, [&](const Arm& arm) { write_arm(out, arm, arms); });
        if (arms.treatments.empty()) return;
        list(out, "interventions", [&] {
            for (std::size_t i = 0; i < arms.treatments.size(); ++i) {
                element(out, [&] { write_treatment(out, i, arms); });
            }
        });
    });
}

} // namespace trialdex::demo
