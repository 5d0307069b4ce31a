// Who stands behind the study: sponsor and collaborators with their roles, who answers for the record, who leads the
// research.
#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/sections.h"

#include <array>

namespace trialdex::web {

namespace {

constexpr std::array<std::string_view, 2> kSponsorNames = {"name", "class"};
constexpr std::array<std::string_view, 3> kOfficialNames = {"name", "role", "affiliation"};

void organisation(Html& html, study::Value value, std::string_view role, const schema::Node& node) {
    html.open("li").open("strong");
    plain_text(html, value["name"] ? value["name"].text() : "Name not in this record");
    html.close("strong").text(" ").element("span", role, {{"class", "kind"}});
    if (value["class"]) explained(html, "AgencyClass", value["class"]);
    fact_list(html, node, value, {.skip = kSponsorNames});
    html.close("li");
}

void sponsors(Html& html, study::Value module) {
    const study::Value lead = module["leadSponsor"];
    const study::Value collaborators = module["collaborators"];
    if (!lead && collaborators.size() == 0) return;
    html.open("ul", {{"class", "people"}});
    if (lead) {
        organisation(html, lead, "Lead sponsor", node_at("protocolSection.sponsorCollaboratorsModule.leadSponsor"));
    }
    for (const study::Value value : collaborators) {
        organisation(html, value, "Collaborator", node_at("protocolSection.sponsorCollaboratorsModule.collaborators"));
    }
    html.close("ul");
}

void officials(Html& html, study::Value list) {
    if (list.size() == 0) return;
    const schema::Node& node = node_at("protocolSection.contactsLocationsModule.overallOfficials");
    heading(html, 3, node.label);
    html.open("ul", {{"class", "people"}});
    for (const study::Value official : list) {
        html.open("li").open("strong");
        plain_text(html, official["name"].text());
        html.close("strong");
        if (official["affiliation"]) {
            html.text(", ");
            plain_text(html, official["affiliation"].text());
        }
        if (official["role"]) explained(html, "OfficialRole", official["role"]);
        fact_list(html, node, official, {.skip = kOfficialNames});
        html.close("li");
    }
    html.close("ul");
}

} // namespace

void sponsors_section(Html& html, const StudyView& study) {
    sponsors(html, study.sponsors);
    if (const study::Value party = study.sponsors["responsibleParty"]) {
        const schema::Node& node = node_at("protocolSection.sponsorCollaboratorsModule.responsibleParty");
        heading(html, 3, node.label);
        fact_tree(html, node, party, 4);
    }
    officials(html, study.places["overallOfficials"]);
    if (study.root["protocolSection"]["oversightModule"]) {
        heading(html, 3, node_at("protocolSection.oversightModule").label);
    }
}

} // namespace trialdex::web
