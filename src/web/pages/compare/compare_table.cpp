#include "web/pages/compare/compare_table.h"

#include "web/components/status_badge.h"
#include "web/components/value.h"
#include "web/pages/compare/cells.h"
#include "web/pages/study/study_view.h"
#include "web/path/node_words.h"

#include <algorithm>
#include <array>

namespace trialdex::web {

namespace {

constexpr std::size_t kTitleLength = 120; // characters of a title in the head of a column

std::string title_of(study::Value root) {
    const study::Value identification = root["protocolSection"]["identificationModule"];
    for (const std::string_view name : {"briefTitle", "officialTitle"}) {
        if (!identification[name].text().empty()) return nodes::shortened(identification[name].text(), kTitleLength);
    }
    return "A study without a title in its record";
}

// What the studies hold of one row.
struct RowValues {
    std::vector<study::Value> values; // by study
    std::vector<bool> is_applicable;
    bool has_any = false;
    bool differs = false;
};

RowValues values_of(const ComparedRow& row, std::span<const ComparedStudy> studies) {
    RowValues found;
    std::vector<std::string> keys;
    for (const ComparedStudy& study : studies) {
        const study::Value value = value_at(study.root(), row.path);
        found.values.push_back(value);
        found.is_applicable.push_back(is_of_kind(row, study.root()));
        keys.push_back(sameness_key(row, value));
        found.has_any = found.has_any || static_cast<bool>(value);
    }
    found.differs = std::adjacent_find(keys.begin(), keys.end(), std::not_equal_to<>()) != keys.end();
    return found;
}

// The codes that the row shows, each once, with what they mean.
void codes_in_row(Html& html, const schema::Node& node, const RowValues& row) {
    if (!node.enum_type) return;
    std::vector<std::string_view> codes;
    const auto note = [&](study::Value code) {
        if (std::find(codes.begin(), codes.end(), code.text()) == codes.end()) codes.push_back(code.text());
    };
    for (const study::Value value : row.values) {
        if (!value.is_array() && value) note(value);
        if (!value.is_array()) continue;
        for (const study::Value code : value) note(code);
    }
    html.open("dl");
    for (const std::string_view code : codes) {
        const schema::EnumValue* known = node.enum_type->find(code);
        if (!known) continue;
        html.open("dt");
        code_in_words(html, *node.enum_type, code);
        html.close("dt").element("dd", known->explanation);
    }
    html.close("dl");
}

void row_head(Html& html, const schema::Node& node, const RowValues& row, std::size_t studies) {
    html.open("th", {{"scope", "row"}}).open("details", {{"class", "explain"}}).open("summary");
    html.element("span", node.label, {{"class", "term"}}).close("summary").element("p", node.explanation);
    codes_in_row(html, node, row);
    html.close("details");
    if (studies > 1 && row.differs) html.element("span", "differs", {{"class", "row-mark mark-differs"}});
    if (studies > 1 && !row.differs) html.element("span", "same", {{"class", "row-mark mark-same"}});
    html.close("th");
}

void write_row(Html& html, const ComparedRow& row, const RowValues& found, std::span<const ComparedStudy> studies) {
    const schema::Node& node = node_at(row.path);
    const SharedItems shared(row, found.values);
    html.open("tr", {{"class", found.differs && studies.size() > 1 ? "row-differs" : "row-same"}});
    row_head(html, node, found, studies.size());
    for (std::size_t i = 0; i < studies.size(); ++i) {
        html.open("td");
        compared_cell(html, {row, node, studies[i], found.values[i], shared, studies.size()});
        html.close("td");
    }
    html.close("tr");
}

} // namespace

ComparedTable compare_rows(std::span<const ComparedStudy> studies, bool only_differences) {
    ComparedTable table;
    std::string_view group;
    const std::string columns = std::to_string(studies.size() + 1);
    for (const ComparedRow& row : compared_rows()) {
        const RowValues found = values_of(row, studies);
        if (!found.has_any) {
            const auto& applies = found.is_applicable;
            if (std::find(applies.begin(), applies.end(), true) != applies.end()) {
                table.absent.push_back(node_at(row.path).label);
            }
            continue;
        }
        ++table.shown;
        if (found.differs) ++table.differing;
        if (only_differences && !found.differs) continue;
        if (row.group != group) {
            if (!group.empty()) table.rows.close("tbody");
            group = row.group;
            table.rows.open("tbody").open("tr", {{"class", "row-group"}});
            table.rows.open("th", {{"scope", "rowgroup"}, {"colspan", columns}});
            table.rows.element("span", group).close("th").close("tr");
        }
        write_row(table.rows, row, found, studies);
    }
    if (!group.empty()) table.rows.close("tbody");
    return table;
}

void compared_heads(Html& html, std::span<const ComparedStudy> studies, const CompareAddress& address) {
    html.open("thead").open("tr").element("td", "What is compared", {{"class", "corner"}});
    for (const ComparedStudy& study : studies) {
        const std::string id = study.stored.id.text();
        html.open("th", {{"scope", "col"}});
        html.link(study.address.study(), title_of(study.root()), {{"class", "column-title"}});
        html.open("span", {{"class", "study-line"}}).element("span", id, {{"class", "study-id"}}).text(" ");
        status_badge(html, value_at(study.root(), "protocolSection.statusModule.overallStatus").text());
        const std::string name = "Remove " + id + " from this comparison";
        html.text(" ").link(address.without(id).href(), "Remove", {{"class", "remove"}, {"aria-label", name}});
        html.close("span").close("th");
    }
    html.close("tr").close("thead");
}

} // namespace trialdex::web
