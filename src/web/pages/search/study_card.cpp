#include "web/pages/search/study_card.h"

#include "study/json.h"
#include "web/components/entities.h"
#include "web/components/node_link.h"
#include "web/components/status_badge.h"
#include "web/components/value.h"
#include "web/pages/search/snippet.h"
#include "web/pages/study/parts.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace trialdex::web {

namespace {

constexpr std::size_t kListed = 5; // conditions and interventions named on a card
constexpr std::size_t kCountriesNamed = 3;
constexpr std::int64_t kUnknownEnrolment = 99'999'999; // what the registry writes when nobody knows
constexpr double kMetresPerMile = 1609.344;

const schema::Node& piece(std::string_view name) {
    static const schema::Node kNone{};
    const schema::Node* node = schema::find_piece(name);
    return node ? *node : kNone;
}

class Card {
public:
    Card(Html& html, study::Value root, const search::Hit& hit, WordsSought& words)
        : html_(html), root_(root), protocol_(root["protocolSection"]), hit_(hit), words_(words) {}

    void write() {
        html_.open("article", {{"class", "study-card"}});
        title();
        state_line();
        html_.open("dl", {{"class", "card-facts"}});
        named_list("Conditions", "Condition", conditions());
        named_list("Interventions", "InterventionName", interventions());
        extent();
        html_.close("dl");
        matching_passage();
        html_.close("article");
    }

private:
    void title() {
        const study::Value identification = protocol_["identificationModule"];
        study::Value title = identification["briefTitle"];
        const bool is_brief = title && !title.text().empty();
        if (!is_brief) title = identification["officialTitle"];
        html_.open("h3").open("a", {{"href", StudyAddress(hit_.id).study()}});
        if (title && !title.text().empty()) {
            note(marked_value(html_, words_, piece(is_brief ? "BriefTitle" : "OfficialTitle"), title));
        } else {
            html_.text("A study without a title in its record");
        }
        html_.close("a").close("h3");
    }

    void state_line() {
        html_.open("p", {{"class", "study-line"}}).element("span", hit_.id.text(), {{"class", "study-id"}}).text(" ");
        status_badge(html_, protocol_["statusModule"]["overallStatus"].text());
        const study::Value design = protocol_["designModule"];
        std::string kind;
        for (const study::Value phase : design["phases"]) {
            if (phase.text() != "NA") kind += (kind.empty() ? "" : ", ") + words_of("Phase", phase);
        }
        if (kind.empty() && design["studyType"]) kind = words_of("StudyType", design["studyType"]);
        if (!kind.empty()) html_.text(" ").element("span", kind);
        if (root_["hasResults"].boolean().value_or(false)) html_.text(" ").element("span", "With results");
        if (hit_.metres) html_.text(" ").element("span", nearest_site());
        html_.close("p");
    }

    std::string nearest_site() const {
        const double kilometres = *hit_.metres / 1000;
        const double miles = *hit_.metres / kMetresPerMile;
        return fmt::format("Nearest site {:.{}f} miles ({:.{}f} km) away", miles, miles < 10 ? 1 : 0, kilometres,
                           kilometres < 10 ? 1 : 0);
    }

    std::vector<study::Value> conditions() const {
        std::vector<study::Value> names;
        for (const study::Value name : protocol_["conditionsModule"]["conditions"]) names.push_back(name);
        return names;
    }

    std::vector<study::Value> interventions() const {
        std::vector<study::Value> names;
        for (const study::Value one : protocol_["armsInterventionsModule"]["interventions"]) {
            if (one["name"]) names.push_back(one["name"]);
        }
        return names;
    }

    // Names have commas of their own ("Rhinitis, Allergic"), so semicolons stand between them. The first few names, and
    // of the others those with a matching word.
    void named_list(std::string_view label, std::string_view piece_name, const std::vector<study::Value>& names) {
        if (names.empty()) return;
        html_.open("div").element("dt", label).open("dd");
        std::size_t shown = 0;
        for (std::size_t i = 0; i < names.size(); ++i) {
            Html name;
            const std::set<std::size_t> found = marked_value(name, words_, piece(piece_name), names[i]);
            if (i >= kListed && (found.empty() || shown > kListed)) continue;
            html_.text(shown++ > 0 ? "; " : "").append(name);
            note(found);
        }
        if (shown < names.size()) html_.text("; and " + grouped(std::uint64_t{names.size() - shown}) + " more");
        html_.close("dd").close("div");
    }

    void extent() {
        const std::string places = places_in_words();
        const std::string people = participants();
        if (places.empty() && people.empty()) return;
        html_.open("div").element("dt", "Size").open("dd").text(places);
        if (!places.empty() && !people.empty()) html_.text(" · ");
        html_.text(people).close("dd").close("div");
    }

    std::string places_in_words() const {
        const study::Value sites = protocol_["contactsLocationsModule"]["locations"];
        if (sites.size() == 0) return {};
        std::set<std::string> countries;
        for (const study::Value site : sites) {
            if (site["country"]) countries.insert(decode_entities(site["country"].text()));
        }
        std::string words = counted(sites.size(), "site", "sites");
        if (countries.empty()) return words;
        if (countries.size() > kCountriesNamed)
            return words + " in " + grouped(std::uint64_t{countries.size()}) + " countries";
        std::size_t at = 0;
        for (const std::string& country : countries) {
            words += at == 0 ? " in " : at + 1 == countries.size() ? " and " : ", ";
            words += country;
            ++at;
        }
        return words;
    }

    std::string participants() const {
        const study::Value enrolment = protocol_["designModule"]["enrollmentInfo"];
        const auto count = enrolment["count"].integer();
        if (!count) return {};
        if (*count >= kUnknownEnrolment) return "number of participants unknown";
        std::string words = grouped(enrolment["count"].text()) + (*count == 1 ? " participant" : " participants");
        const std::string_view type = enrolment["type"].text();
        if (type == "ESTIMATED") words += " (estimated)";
        if (type == "ACTUAL") words += " (actual)";
        return words;
    }

    // Only when it shows a word that no line above shows.
    void matching_passage() {
        if (words_.is_empty()) return;
        const Snippet snippet = best_snippet(root_, words_, shown_);
        if (!snippet.node) return;
        html_.open("p", {{"class", "snippet"}});
        html_.element("span", snippet.node->label, {{"class", "snippet-field"}}).text(" ");
        marked_text(html_, snippet.text, snippet.ranges);
        html_.close("p");
    }

    void note(const std::set<std::size_t>& found) { shown_.insert(found.begin(), found.end()); }

    Html& html_;
    study::Value root_;
    study::Value protocol_;
    const search::Hit& hit_;
    WordsSought& words_;
    std::set<std::size_t> shown_; // of the words sought, by the lines written
};

} // namespace

void study_card(Html& html, store::StoredRecord stored, const search::Hit& hit, WordsSought& words) {
    const auto document = study::Document::parse(std::move(stored.json));
    if (!document) {
        html.element("p", stored.id.text() + ": this record cannot be shown. " + document.error().message);
        return;
    }
    Card(html, document->root(), hit, words).write();
}

} // namespace trialdex::web
