#include "web/pages/study/arm_matrix.h"

#include "web/components/value.h"
#include "web/pages/study/study_view.h"

#include <algorithm>
#include <string>
#include <vector>

namespace trialdex::web {

namespace {

constexpr std::size_t kMostColumns = 12; // 10 real studies have eight to twelve; the table scrolls inside itself
constexpr std::size_t kMostRows = 24;
constexpr std::size_t kLongestName = 80; // characters of one intervention
constexpr std::size_t kNamesTogether = 260;
constexpr std::size_t kLongestLabel = 120; // of a group

std::string small_letters(std::string_view text) {
    std::string small(text);
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return small;
}

// Names tie groups and interventions together: NCT02992288 gives five doses one name, and each group seems to have all.
bool are_distinct(study::Value elements, std::string_view member) {
    std::vector<std::string> names;
    for (const study::Value element : elements) names.push_back(small_letters(element[member].text()));
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) == names.end();
}

bool fits(study::Value arms, study::Value interventions) {
    if (arms.size() < 2 || arms.size() > kMostRows) return false;
    if (interventions.size() < 2 || interventions.size() > kMostColumns) return false;
    std::size_t together = 0;
    for (const study::Value intervention : interventions) {
        const std::size_t length = intervention["name"].text().size();
        together += length;
        if (length == 0 || length > kLongestName) return false;
    }
    for (const study::Value arm : arms) {
        const std::size_t length = arm["label"].text().size();
        if (length == 0 || length > kLongestLabel) return false;
    }
    return together <= kNamesTogether;
}

} // namespace

void arm_matrix(Html& html, study::Value arms, study::Value interventions, std::span<const ArmInterventions> matched) {
    if (!fits(arms, interventions) || !are_distinct(arms, "label") || !are_distinct(interventions, "name")) return;
    if (std::any_of(matched.begin(), matched.end(),
                    [](const ArmInterventions& given) { return !given.other.empty(); })) {
        return;
    }
    html.open("div",
              {{"class", "table"}, {"role", "group"}, {"aria-label", "Groups and interventions"}, {"tabindex", "0"}});
    html.open("table", {{"class", "arm-matrix"}}).element("caption", "Which group has which intervention");
    html.open("thead").open("tr").element("th", "Group", {{"scope", "col"}});
    for (const study::Value intervention : interventions) {
        html.element("th", text_of(intervention["name"]), {{"scope", "col"}});
    }
    html.close("tr").close("thead").open("tbody");
    std::size_t row = 0;
    for (const study::Value arm : arms) {
        html.open("tr").element("th", text_of(arm["label"]), {{"scope", "row"}});
        const auto& given = matched[row++].indices;
        for (std::size_t column = 0; column < interventions.size(); ++column) {
            const bool is_given = std::find(given.begin(), given.end(), column) != given.end();
            html.element("td", is_given ? "● yes" : "– no", {{"class", is_given ? "given-cell" : "not-given"}});
        }
        html.close("tr");
    }
    html.close("tbody").close("table").close("div");
}

} // namespace trialdex::web
