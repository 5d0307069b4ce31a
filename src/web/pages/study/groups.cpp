// Groups with their interventions inside each, then the interventions one by one.
#include "web/components/fact_list.h"
#include "web/components/markup.h"
#include "web/components/value.h"
#include "web/pages/study/arm_interventions.h"
#include "web/pages/study/arm_matrix.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/sections.h"
#include "web/pages/study/terms.h"

#include <array>

namespace trialdex::web {

namespace {

// Up to so many pairs of group and intervention stand open; a study of 8 groups and 5 drugs would repeat 40
// descriptions.
constexpr std::size_t kOpenPairs = 6;

constexpr std::array<std::string_view, 4> kArmNames = {"label", "type", "description", "interventionNames"};
constexpr std::array<std::string_view, 5> kInterventionNames = {"type", "name", "description", "armGroupLabels",
                                                                "otherNames"};

// One real record has an intervention whose name is an empty text.
std::string_view name_or(study::Value name, std::string_view otherwise) {
    return name.text().empty() ? otherwise : name.text();
}

void name_and_type(Html& html, study::Value intervention) {
    html.open("strong");
    plain_text(html, name_or(intervention["name"], "Intervention without a name"));
    html.close("strong");
    if (!intervention["type"]) return;
    html.text(" ").open("span", {{"class", "kind"}});
    if (const schema::EnumType* type = schema::find_enum("InterventionType")) {
        code_in_words(html, *type, intervention["type"].text());
    }
    html.close("span");
}

void inside_group(Html& html, study::Value intervention, bool is_open) {
    html.open("li");
    if (!intervention["description"]) {
        name_and_type(html, intervention);
        html.close("li");
        return;
    }
    if (is_open) {
        html.open("details", {{"open", ""}});
    } else {
        html.open("details");
    }
    html.open("summary");
    name_and_type(html, intervention);
    html.close("summary");
    markup(html, intervention["description"].text());
    html.close("details").close("li");
}

void group(Html& html, study::Value arm, const ArmInterventions& given, study::Value interventions, bool is_open) {
    html.open("article", {{"class", "arm"}}).open("h3");
    plain_text(html, name_or(arm["label"], "Group without a name"));
    html.close("h3");
    if (arm["type"]) explained(html, "ArmGroupType", arm["type"]);
    if (arm["description"]) markup(html, arm["description"].text());
    if (!given.indices.empty() || !given.other.empty()) {
        html.element("p", "What this group receives", {{"class", "small-heading"}});
        html.open("ul", {{"class", "given"}});
        for (const std::size_t index : given.indices) inside_group(html, interventions.at(index), is_open);
        for (const std::string_view name : given.other) {
            html.open("li");
            plain_text(html, name);
            html.close("li");
        }
        html.close("ul");
    }
    fact_list(html, node_at("protocolSection.armsInterventionsModule.armGroups"), arm, {.skip = kArmNames});
    html.close("article");
}

void intervention_facts(Html& html, study::Value intervention) {
    Html facts;
    const schema::Node& node = node_at("protocolSection.armsInterventionsModule.interventions");
    for (const schema::Node& field : schema::children(node)) {
        const study::Value value = intervention[field.name];
        if (!value || (field.name != "otherNames" && field.name != "armGroupLabels")) continue;
        fact(facts, field.label, [&] { trialdex::web::value(facts, field, value); });
    }
    if (!facts.is_empty()) {
        open_facts(html);
        html.append(facts);
        close_facts(html);
    }
    fact_list(html, node, intervention, {.skip = kInterventionNames});
}

} // namespace

void groups_section(Html& html, const StudyView& study) {
    const study::Value arms = study.arms["armGroups"];
    const study::Value interventions = study.arms["interventions"];
    const auto matched = match_arms(arms, interventions);
    std::size_t pairs = 0;
    for (const ArmInterventions& given : matched) pairs += given.indices.size();
    arm_matrix(html, arms, interventions, matched);
    std::size_t index = 0;
    for (const study::Value arm : arms) group(html, arm, matched[index++], interventions, pairs <= kOpenPairs);
}

void interventions_section(Html& html, const StudyView& study) {
    for (const study::Value intervention : study.arms["interventions"]) {
        html.open("article", {{"class", "intervention"}}).open("h3");
        plain_text(html, name_or(intervention["name"], "Intervention without a name"));
        html.close("h3");
        if (intervention["type"]) explained(html, "InterventionType", intervention["type"]);
        if (intervention["description"]) markup(html, intervention["description"].text());
        intervention_facts(html, intervention);
        html.close("article");
    }
    standard_terms(html, study, "derivedSection.interventionBrowseModule");
}

} // namespace trialdex::web
