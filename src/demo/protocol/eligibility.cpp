#include "demo/ages.h"
#include "demo/codes.h"
#include "demo/members.h"
#include "demo/protocol/protocol.h"

#include <array>
#include <fmt/format.h>

namespace trialdex::demo {

namespace {

constexpr std::size_t kCriteriaLimit = 20'000;

constexpr std::array<std::string_view, 12> kInclusion = {
    "Able to read and to answer a questionnaire in the language of the site",
    "Body mass index \\>= 18 and \\<= 35 kg/m\\^2",
    "Symptoms on at least 3 of the last 7 days",
    "Willing to keep a diary for the whole time",
    "Signed consent; for children, consent of the parents & assent of the child",
    "Stable treatment for \\>4 weeks before the first visit",
    "One of the following:\n\n  * score ≥ 12 points\n  * score 8 – 11 points and a doctor's diagnosis\n  * previous "
    "study",
    "Has a smartphone or accepts one that is lent",
    "Liver enzymes \\< 2 × upper limit of normal \\[ULN\\]",
    "Lives within 50 km (about 31 miles) of the site",
    "For women who could become pregnant: a negative test & contraception",
    "Vaccinated as the national schedule has it",
};

constexpr std::array<std::string_view, 12> kExclusion = {
    "Pregnant or breastfeeding",
    "History of melanoma or another cancer within 5 years",
    "Heart failure of NYHA class III \\- IV",
    "Known allergy to any part of the study product",
    "Another study within 30 days \\(or 5 half-lives, whichever is longer\\)",
    "Alcohol \\>21 units a week",
    "Planned surgery before the end of the study",
    "eGFR \\<30 mL/min/1.73 m²",
    "Works for the sponsor, or lives with somebody who does",
    "Asthma that needed a hospital in the last 12 months",
    "Cannot swallow tablets",
    "In the opinion of the investigator unable to take part safely",
};

// Sponsors write bulleted or numbered lists; the headings are nearly always the same.
class Criteria {
public:
    explicit Criteria(Random random) : random_(random), numbered_(random_.chance(30)) {}

    void heading(std::string_view words) {
        text_ += text_.empty() ? fmt::format("{}:\n", words) : fmt::format("\n\n{}:\n", words);
        lines_ = 0;
    }

    void line(std::string_view words) {
        ++lines_;
        text_ += numbered_ ? fmt::format("\n{}. {}", lines_, words) : fmt::format("\n* {}", words);
    }

    template <class Lines> void some_of(const Lines& lines) {
        const std::size_t first = random_.below(lines.size());
        const int count = random_.between(4, 11);
        for (int i = 0; i < count; ++i) line(lines[(first + static_cast<std::size_t>(i)) % lines.size()]);
    }

    const std::string& text() const { return text_; }

private:
    Random random_;
    bool numbered_;
    int lines_ = 0;
    std::string text_;
};

std::string diagnosis(const Plan& plan) {
    const Condition& condition = *plan.program.condition;
    if (!condition.is_illness()) return "Good health, as judged by a doctor";
    const Ages ages = ages_of(plan);
    const bool is_infant = !ages.minimum.empty() && years_in(ages.minimum) == 0;
    return fmt::format("{}{}, as diagnosed by a doctor", condition.name, is_infant ? "" : " for at least 6 months");
}

std::string criteria(const Plan& plan) {
    Criteria criteria(plan.random("criteria"));
    criteria.heading("Inclusion Criteria");
    criteria.line(diagnosis(plan));
    criteria.some_of(kInclusion);
    criteria.heading("Exclusion Criteria");
    criteria.some_of(kExclusion);
    constexpr std::size_t kPartSize = 1'200; // more than any part needs
    for (int part = 2; plan.long_texts && criteria.text().size() + kPartSize < kCriteriaLimit; ++part) {
        criteria.heading(fmt::format("Further conditions for Part {} of the study", part));
        criteria.some_of(part % 2 == 0 ? kInclusion : kExclusion);
    }
    return criteria.text();
}

std::string_view sex_of(const Plan& plan) {
    if (plan.program.condition->sex != "ALL") return plan.program.condition->sex;
    const std::size_t turn = plan.turn().deal(12, "sex");
    return turn == 0 ? "FEMALE" : turn == 1 ? "MALE" : "ALL";
}

void write_gender(JsonWriter& out, const Plan& plan, std::string_view sex) {
    out.member("sex", sex);
    if (sex == "ALL" || plan.turn().deal(3, "gender") == 0) return;
    const bool by_gender = plan.turn().deal(2, "gender based") == 0;
    out.member("genderBased", by_gender);
    if (by_gender)
        out.member("genderDescription", "Participants who say that they are of this gender, whatever papers say.");
}

void write_population(JsonWriter& out, const Plan& plan) {
    out.member(
        "studyPopulation",
        fmt::format("All {} who come to one of the clinics, one after the other, and companions who come with them.",
                    plan.program.condition->people()));
    out.member("samplingMethod", deal_code(plan.turn(), "SamplingMethod", "sampling"));
}

} // namespace

void write_eligibility(JsonWriter& out, const Plan& plan) {
    const Ages ages = ages_of(plan);
    object(out, "eligibilityModule", [&] {
        // Access for one person needs no criteria.
        const bool stated = !plan.is_expanded_access() || plan.turn().deal(4, "expanded access kind") != 0;
        if (stated) out.member("eligibilityCriteria", criteria(plan));
        if (!plan.is_old() && !plan.is_expanded_access()) {
            out.member("healthyVolunteers", !plan.program.condition->is_illness() || plan.random("healthy").chance(8));
        }
        write_gender(out, plan, sex_of(plan));
        text(out, "minimumAge", ages.minimum);
        text(out, "maximumAge", ages.maximum);
        texts(out, "stdAges", life_stages(ages));
        if (plan.is_observational()) write_population(out, plan);
    });
}

} // namespace trialdex::demo
