// Every number of the study with its type and source. The titles and the registering organisation follow from the
// schema.
#include "web/components/fact_list.h"
#include "web/components/value.h"
#include "web/pages/study/parts.h"
#include "web/pages/study/sections.h"

#include <array>

namespace trialdex::web {

namespace {

constexpr std::array<std::string_view, 4> kIdNames = {"id", "type", "domain", "link"};

// A row of the table: what the number is, where in the record it stands.
struct IdRow {
    study::Value id;
    std::string_view source;    // in our words; empty when the record alone can name the issuer
    std::string_view type_name; // kind of code of info["type"]
    study::Value info;          // has type, domain and link; absent for NCT numbers
    const schema::Node* node;
};

std::vector<IdRow> rows_of(study::Value module) {
    std::vector<IdRow> rows;
    const auto add = [&](study::Value id, std::string_view source) { rows.push_back({id, source, {}, {}, nullptr}); };
    if (module["nctId"]) add(module["nctId"], "ClinicalTrials.gov");
    for (const study::Value alias : module["nctIdAliases"]) add(alias, "ClinicalTrials.gov, former number");
    if (const study::Value info = module["orgStudyIdInfo"]) {
        rows.push_back({info["id"], "Sponsor’s own number", "OrgStudyIdType", info,
                        &node_at("protocolSection.identificationModule.orgStudyIdInfo")});
    }
    for (const study::Value info : module["secondaryIdInfos"]) {
        rows.push_back({info["id"],
                        {},
                        "SecondaryIdType",
                        info,
                        &node_at("protocolSection.identificationModule.secondaryIdInfos")});
    }
    return rows;
}

void type_cell(Html& html, const IdRow& row) {
    html.open("td");
    if (!row.info) {
        html.text("NCT number");
    } else if (row.info["type"]) {
        const schema::EnumType* type = schema::find_enum(row.type_name);
        if (type) code_in_words(html, *type, row.info["type"].text());
    } else {
        html.element("span", "type not in this record", {{"class", "absent"}});
    }
    html.close("td");
}

void source_cell(Html& html, const IdRow& row) {
    const study::Value issuer = row.info["domain"];
    html.open("td").text(row.source);
    if (issuer) {
        if (!row.source.empty()) html.text(": ");
        plain_text(html, issuer.text());
    } else if (row.source.empty()) {
        html.element("span", "issuer not in this record", {{"class", "absent"}});
    }
    if (row.info["link"]) {
        html.text(" ");
        web_address(html, row.info["link"].text());
    }
    if (row.node) fact_list(html, *row.node, row.info, {.skip = kIdNames});
    html.close("td");
}

} // namespace

void identifiers_section(Html& html, const StudyView& study) {
    const std::vector<IdRow> rows = rows_of(study.identification);
    if (rows.empty()) return;
    html.open("div",
              {{"class", "table"}, {"role", "group"}, {"aria-label", "Numbers of the study"}, {"tabindex", "0"}});
    html.open("table").open("thead").open("tr");
    for (const std::string_view title : {"Number", "Type", "Source"}) html.element("th", title, {{"scope", "col"}});
    html.close("tr").close("thead").open("tbody");
    for (const IdRow& row : rows) {
        html.open("tr").open("th", {{"scope", "row"}});
        plain_text(html, row.id ? row.id.text() : "Number not in this record");
        html.close("th");
        type_cell(html, row);
        source_cell(html, row);
        html.close("tr");
    }
    html.close("tbody").close("table").close("div");
}

} // namespace trialdex::web
