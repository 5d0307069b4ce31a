#include "demo/titles.h"

#include "demo/demo.h"

#include <array>
#include <fmt/format.h>

namespace trialdex::demo {

namespace {

constexpr std::string_view kWithheldTitle = "[Trial of device that is not approved or cleared by the U.S. FDA]";

constexpr std::array<std::string_view, 12> kAcronyms = {"DAYBREAK", "LANTERN",  "SKYLARK-2",  "TIDE",
                                                        "HEDGEROW", "EMBER",    "GOOD-NIGHT", "PEBBLE",
                                                        "ORCHARD",  "WAYFARER", "MOSAÏC",     "STEPPING-STONE"};

std::string trial_title(const Plan& plan) {
    const std::string& product = plan.program.product;
    const std::string_view condition = plan.program.condition->name;
    const std::string_view other = plan.arms.comparator->label;
    const std::string_view score = plan.program.condition->score;
    const std::string people = plan.program.condition->people_title();
    switch (plan.turn().deal(9, "brief title")) {
    case 0: return fmt::format("{} for {}", product, condition);
    case 1: return fmt::format("Does {} Help {}?", product, people);
    case 2: return fmt::format("{} Compared With {} in {}", product, other, condition);
    case 3: return fmt::format("A Study of {} in {}", product, people);
    case 4: return fmt::format("{}: {} Weeks of {}", condition, plan.weeks, product);
    case 5: return fmt::format("Long-Term Effects of {} on {}", product, score);
    case 6: return fmt::format("How Much {} Is Enough? A Trial in {}", product, people);
    case 7: return fmt::format("{} at Home: Daily Life With {}", product, condition);
    default: return fmt::format("{} or {} for {}: What Changes in {} Weeks", product, other, people, plan.weeks);
    }
}

std::string title(const Plan& plan) {
    const std::string_view condition = plan.program.condition->name;
    if (plan.is_expanded_access()) return fmt::format("Expanded Access to {} for {}", plan.program.product, condition);
    if (plan.is_observational())
        return fmt::format("Everyday Life of {}: a Registry of {} Weeks", plan.program.condition->people_title(),
                           plan.weeks);
    return trial_title(plan);
}

// Filled up to the limit with clauses, and cut where it falls.
std::string stretched(std::string text, std::size_t limit) {
    constexpr std::string_view kClause =
        ", Followed by an Extension in Which All Participants Are Offered the Study Product and Are Asked Again";
    const std::size_t room = limit - kMark.size();
    while (text.size() < room) text += kClause;
    text.resize(room);
    if (text.back() == ' ') text.back() = '.';
    return text;
}

} // namespace

std::string brief_title(const Plan& plan) {
    if (plan.is_withheld()) return fmt::format("{}{}", kWithheldTitle, kMark);
    std::string text = title(plan);
    // Without accents, so that characters are bytes and the limit is met exactly.
    if (plan.long_texts) text = stretched("A Long Title", kBriefTitleLimit);
    return text.append(kMark);
}

std::string official_title(const Plan& plan) {
    if (plan.is_expanded_access() || (plan.is_old() && plan.turn().deal(3, "official title") == 0)) return {};
    std::string text;
    if (plan.is_observational()) {
        text = fmt::format("A {}-Week Observation of the Everyday Life of {} in {}", plan.weeks,
                           plan.program.condition->people_title(),
                           plan.sites.empty() ? "One Country" : plan.sites[0].city->country);
    } else {
        text = fmt::format("A {}-Week Study of the Effect and Safety of {} ({}) Versus {} on {} in {}", plan.weeks,
                           plan.program.product, plan.program.code, plan.arms.comparator->label,
                           plan.program.condition->score, plan.program.condition->people_title());
    }
    if (plan.long_texts)
        text = stretched("A Study With an Official Title as Long as the Registry Allows", kOfficialTitleLimit);
    return text.append(kMark);
}

std::string acronym(const Plan& plan) {
    if (plan.is_expanded_access() || plan.turn().deal(3, "acronym") != 0) return {};
    return std::string(plan.turn().deal_from(kAcronyms, "acronym name"));
}

} // namespace trialdex::demo
