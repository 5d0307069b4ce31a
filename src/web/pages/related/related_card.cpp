#include "web/pages/related/related_card.h"

#include "schema/schema.h"
#include "web/components/calculated.h"
#include "web/components/entities.h"
#include "web/components/node_link.h"
#include "web/components/status_badge.h"
#include "web/components/value.h"
#include "web/pages/compare/choose.h"
#include "web/pages/study/parts.h"

#include <algorithm>
#include <cmath>

namespace trialdex::web {

namespace {

constexpr std::size_t kReasonsShown = 4;

// 0 to 100, as whole numbers that people compare.
std::string hundredths(double likeness) { return std::to_string(std::lround(std::clamp(likeness, 0.0, 1.0) * 100)); }

std::string_view label_of(std::string_view type, std::string_view code) {
    const schema::EnumType* codes = schema::find_enum(type);
    return codes ? code_label(*codes, code) : code;
}

std::string listed(const std::vector<std::string>& names) {
    std::string words;
    for (std::size_t i = 0; i < names.size(); ++i) {
        words += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    }
    return words;
}

class Card {
public:
    Card(Html& html, const related::Related& trial, int heading_level)
        : html_(html), trial_(trial), heading_level_(heading_level) {}

    void write() {
        html_.open("article", {{"class", "related-card"}});
        title();
        state_line();
        reasons();
        html_.open("div", {{"class", "card-foot"}});
        how_compared();
        compare_box(html_, trial_.id);
        html_.close("div");
        html_.close("article");
    }

private:
    void title() {
        std::string words = decode_entities(trial_.brief.title);
        if (words.empty()) words = decode_entities(trial_.brief.official_title);
        if (words.empty()) words = "A study without a title in its record";
        const auto link = [&] { html_.link(StudyAddress(trial_.id).study(), words); };
        if (heading_level_ == 3) {
            html_.element("h3", {}, link);
        } else {
            html_.element("h4", {}, link);
        }
    }

    // "NCT00000001 Recruiting, verified November 2025 · Phase 2"
    void state_line() {
        const related::Brief& brief = trial_.brief;
        html_.open("p", {{"class", "study-line"}}).element("span", trial_.id.text(), {{"class", "study-id"}}).text(" ");
        status_badge(html_, brief.status);
        if (!brief.verified.empty()) {
            html_.text(" ").open("span", {{"class", "updated"}}).text("verified ");
            date(html_, brief.verified);
            html_.close("span");
        }
        std::string kind;
        for (const std::string& phase : brief.phases) {
            if (phase != "NA") kind += (kind.empty() ? "" : ", ") + std::string(label_of("Phase", phase));
        }
        if (kind.empty() && !brief.study_type.empty()) kind = label_of("StudyType", brief.study_type);
        if (!kind.empty()) html_.text(" ").element("span", kind);
        if (brief.has_results) html_.text(" ").element("span", "With results");
        html_.close("p");
    }

    void reasons() {
        if (trial_.reasons.empty()) return;
        html_.open("ul", {{"class", "reasons"}});
        std::size_t shown = 0;
        for (const related::Reason& reason : trial_.reasons) {
            if (shown++ == kReasonsShown) break;
            html_.open("li");
            if (is_kinship(reason)) {
                html_.open("strong");
                plain_text(html_, reason.text);
                html_.close("strong");
            } else {
                plain_text(html_, reason.text);
            }
            html_.close("li");
        }
        html_.close("ul");
    }

    static bool is_kinship(const related::Reason& reason) {
        return reason.kind == related::Reason::Kind::SameTrial || reason.kind == related::Reason::Kind::Continuation;
    }

    void how_compared() {
        html_.open("details", {{"class", "likeness"}}).open("summary");
        html_.text("Likeness ").open("strong");
        calculated(html_, hundredths(trial_.score) + " of 100", "the aspects below, weighed together");
        html_.close("strong");
        html_.close("summary").open("dl");
        std::vector<std::string> missing;
        for (std::size_t i = 0; i < related::kAspectCount; ++i) {
            const related::AspectInfo& aspect = related::aspects()[i];
            if (!trial_.aspects[i]) {
                missing.push_back(lower_case(aspect.label));
                continue;
            }
            const std::string number = hundredths(*trial_.aspects[i]);
            html_.open("div").element("dt", aspect.label).open("dd");
            html_.open("meter", {{"min", "0"}, {"max", "100"}, {"value", number}, {"aria-hidden", "true"}})
                .close("meter");
            html_.text(" ");
            calculated(html_, number, "of 100: how much the two records have in common here");
            html_.close("dd").close("div");
        }
        html_.close("dl");
        if (!missing.empty()) {
            html_.element("p",
                          "Not compared, and counted as average: " + listed(missing) +
                              ", which at least one of the two records does not tell.",
                          {{"class", "note"}});
        }
        html_.close("details");
    }

    Html& html_;
    const related::Related& trial_;
    int heading_level_;
};

} // namespace

void related_list(Html& html, std::span<const related::Related> trials, std::uint64_t first, int heading_level) {
    html.open("ol", {{"class", "related-list"}, {"start", std::to_string(first)}});
    for (const related::Related& trial : trials) {
        html.open("li");
        if (trial.is_held) {
            Card(html, trial, heading_level).write();
        } else {
            html.element("p", trial.id.text() + " is no longer in this registry.");
        }
        html.close("li");
    }
    html.close("ol");
}

} // namespace trialdex::web
