#include "demo/members.h"
#include "demo/protocol/protocol.h"
#include "demo/words/markup.h"

#include <fmt/format.h>

namespace trialdex::demo {

namespace {

constexpr std::size_t kDetailedLimit = 32'000;

constexpr std::string_view kDisclosure =
    "(This record is invented to show what a registry holds. There is no such study, and nobody can join it.)";

std::string aim(const Plan& plan) {
    const Program& program = plan.program;
    if (plan.is_expanded_access()) {
        return fmt::format(
            "Outside of studies, doctors can ask for {} when nothing else has helped and no study is open.",
            program.product);
    }
    if (plan.is_observational()) {
        return fmt::format("This study follows people for {} weeks and changes nothing in their care. It asks how {} "
                           "moves up and down in everyday life.",
                           plan.weeks, program.condition->score);
    }
    return fmt::format("This study asks whether {} helps. It is thought to {}. The comparison is: {}.", program.product,
                       program.family->effect, plan.arms.comparator->label);
}

std::string brief_summary(const Plan& plan) {
    std::string summary = fmt::format("{} {}", plan.program.condition->trouble, aim(plan));
    if (!plan.outcomes.empty()) {
        summary +=
            fmt::format("\n\nThe main question is: {} ({}).", plan.outcomes[0].title, plan.outcomes[0].time_frame);
    }
    return fmt::format("{}\n\n{}", summary, kDisclosure);
}

std::string procedures(const Plan& plan) {
    const int visits = 2 + plan.weeks / 8;
    return fmt::format(
        "Participants come {} times within {} weeks. The first visit takes about two hours: the study is explained, "
        "questions are answered, consent is signed, and blood is drawn. Each later visit takes 45 minutes. Between "
        "visits a nurse telephones once. Travel is paid for. Participants may stop at any time and need not say why; "
        "their usual care goes on as before.",
        visits, plan.weeks);
}

std::string background(const Plan& plan) {
    const Program& program = plan.program;
    const std::uint64_t earlier = earlier_in_program(plan.index, plan.seed);
    return fmt::format(
        "{} Earlier studies of {} were small: the largest had {} participants and lasted {} weeks. They left open how "
        "long an effect lasts, whether it is the same in younger and in older people, and what it means in daily "
        "life.{}",
        program.condition->trouble, program.product, 20 + program.number % 60, 4 + program.number % 9,
        earlier == kNoIndex ? "" : fmt::format(" This study builds on {}.", nct_id_of(earlier)));
}

std::string schedule(const Plan& plan) {
    return fmt::format(
        "Schedule:\n\n* **Screening** \\(up to 4 weeks\\): questions, examination, blood\n* **Treatment** "
        "\\({} weeks\\): {} is the measure that counts\n* **Follow-up** \\(4 weeks\\): one telephone call",
        plan.weeks, plan.program.condition->score);
}

std::string analysis(const Plan& plan) {
    return fmt::format(
        "Analysis: everybody who was assigned to a group counts in that group. With {} participants the study has a "
        "power of 90 % to find a difference of half a standard deviation at a two-sided level of 0.05. Missing values "
        "are imputed 20 times. A committee of three people who have no part in the study looks at safety every six "
        "months. The plan of analysis was signed before the data were opened.",
        plan.enrollment);
}

std::string detailed_description(const Plan& plan) {
    Random random = plan.random("description");
    std::string description = background(plan) + "\n\n" + procedures(plan);
    const auto add = [&](std::string_view text) { description.append("\n\n").append(text); };
    add(plan.turn().deal_from(passages(), "passage").text);
    if (random.chance(50)) add(random.pick(passages()).text);
    if (random.chance(60)) add(schedule(plan));
    if (random.chance(70)) add(analysis(plan));
    while (plan.long_texts) {
        const std::string_view next = random.pick(passages()).text;
        if (description.size() + next.size() + 2 > kDetailedLimit) break;
        add(next);
    }
    return description;
}

} // namespace

void write_description(JsonWriter& out, const Plan& plan) {
    object(out, "descriptionModule", [&] {
        out.member("briefSummary", brief_summary(plan));
        const bool brief = plan.is_expanded_access() || plan.turn().deal(3, "no long account") == 0;
        if (!brief || plan.long_texts) out.member("detailedDescription", detailed_description(plan));
    });
}

} // namespace trialdex::demo
