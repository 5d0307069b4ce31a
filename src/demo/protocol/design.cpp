#include "demo/codes.h"
#include "demo/members.h"
#include "demo/protocol/protocol.h"

#include <array>
#include <fmt/format.h>

namespace trialdex::demo {

namespace {

constexpr std::array<std::string_view, 8> kPhases = {"EARLY_PHASE1", "PHASE1",        "PHASE1 PHASE2", "PHASE2",
                                                     "PHASE2",       "PHASE2 PHASE3", "PHASE3",        "PHASE4"};

void write_phases(JsonWriter& out, const Plan& plan) {
    const bool has_phase = plan.program.family->regulated_drug;
    const std::string_view dealt = has_phase ? plan.turn().deal_from(kPhases, "phase") : "NA";
    const std::size_t space = dealt.find(' ');
    list(out, "phases", [&] {
        out.string(dealt.substr(0, space));
        if (space != std::string_view::npos) out.string(dealt.substr(space + 1));
    });
}

std::string_view model_of(Shape shape) {
    switch (shape) {
    case Shape::SingleGroup: return "SINGLE_GROUP";
    case Shape::Crossover: return "CROSSOVER";
    case Shape::Factorial: return "FACTORIAL";
    case Shape::Sequential: return "SEQUENTIAL";
    case Shape::Parallel:
    case Shape::Doses: break;
    }
    return "PARALLEL";
}

std::string_view allocation_of(const Plan& plan) {
    if (plan.arms.groups.size() < 2) return "NA";
    const bool by_choice = plan.arms.shape == Shape::Sequential || plan.arms.comparator->type.empty();
    return by_choice ? "NON_RANDOMIZED" : "RANDOMIZED";
}

struct Masking {
    std::string_view code;
    std::vector<std::string_view> who;
};

// Nothing can be hidden when one group waits and the other does not.
Masking masking_of(const Plan& plan) {
    const std::string_view against = plan.arms.comparator->arm_type;
    if (plan.arms.groups.size() < 2 || against == "NO_INTERVENTION") return {"NONE", {}};
    const std::size_t turn = plan.turn().deal(4, "who is masked");
    const std::string_view masking = deal_code(plan.turn(), "DesignMasking", "masking");
    if (masking == "SINGLE") return {masking, {codes("WhoMasked")[turn].value}};
    if (masking == "DOUBLE") return {masking, {"PARTICIPANT", turn % 2 == 0 ? "INVESTIGATOR" : "OUTCOMES_ASSESSOR"}};
    if (masking == "TRIPLE") return {masking, {"PARTICIPANT", "CARE_PROVIDER", "OUTCOMES_ASSESSOR"}};
    if (masking == "QUADRUPLE") return {masking, {"PARTICIPANT", "CARE_PROVIDER", "INVESTIGATOR", "OUTCOMES_ASSESSOR"}};
    return {"NONE", {}};
}

void write_masking(JsonWriter& out, const Plan& plan) {
    const Masking masking = masking_of(plan);
    object(out, "maskingInfo", [&] {
        out.member("masking", masking.code);
        if (!masking.who.empty() && plan.turn().deal(4, "masking described") == 0) {
            out.member("maskingDescription",
                       "Packs look alike and bear a number only; the list lies with the pharmacy.");
        }
        // Before 2017 who was masked could be left open.
        if (!plan.is_old()) texts(out, "whoMasked", masking.who);
    });
}

void write_trial_design(JsonWriter& out, const Plan& plan) {
    object(out, "designInfo", [&] {
        out.member("allocation", allocation_of(plan));
        out.member("interventionModel", model_of(plan.arms.shape));
        if (plan.turn().deal(4, "model described") == 0) {
            out.member("interventionModelDescription",
                       fmt::format("{} group(s), {} weeks, 1:1 where drawn by lot \\(blocks of 4\\)",
                                   plan.arms.groups.size(), plan.weeks));
        }
        out.member("primaryPurpose", deal_code(plan.turn(), "PrimaryPurpose", "purpose"));
        write_masking(out, plan);
    });
}

void write_observation_design(JsonWriter& out, const Plan& plan) {
    object(out, "designInfo", [&] {
        out.member("observationalModel", deal_code(plan.turn(), "ObservationalModel", "observational model"));
        out.member("timePerspective", deal_code(plan.turn(), "DesignTimePerspective", "time perspective"));
    });
    if (plan.turn().deal(3, "no samples") == 0) return;
    const std::string_view retention = deal_code(plan.turn(), "BioSpecRetention", "samples");
    object(out, "bioSpec", [&] {
        out.member("retention", retention);
        if (retention != "NONE_RETAINED") out.member("description", "Serum \\(5 mL\\), saliva, and a swab of the nose");
    });
}

void write_expanded_access_design(JsonWriter& out, const Plan& plan) {
    out.member("nPtrsToThisExpAccNctId", kPointersToExpandedAccess);
    object(out, "expandedAccessTypes", [&] {
        const std::size_t kind = plan.turn().deal(4, "expanded access kind");
        if (kind == 0 || kind == 3) out.member("individual", true);
        if (kind == 1 || kind == 3) out.member("intermediate", true);
        if (kind == 2) out.member("treatment", true);
    });
}

void write_enrollment(JsonWriter& out, const Plan& plan) {
    if (plan.is_old() && plan.turn().deal(5, "no enrollment") == 0 && !plan.has_results()) return;
    object(out, "enrollmentInfo", [&] {
        out.member("count", plan.enrollment);
        const bool counted = plan.course.is_over() || plan.has_results();
        if (!plan.is_old() || counted) out.member("type", counted ? "ACTUAL" : "ESTIMATED");
    });
}

} // namespace

void write_design(JsonWriter& out, const Plan& plan) {
    object(out, "designModule", [&] {
        out.member("studyType", plan.is_trial()           ? "INTERVENTIONAL"
                                : plan.is_observational() ? "OBSERVATIONAL"
                                                          : "EXPANDED_ACCESS");
        if (plan.is_expanded_access()) {
            write_expanded_access_design(out, plan);
            return;
        }
        if (plan.is_observational()) {
            const bool registry = plan.turn().deal(3, "patient registry") == 0;
            out.member("patientRegistry", registry);
            if (registry) out.member("targetDuration", fmt::format("{} Weeks", plan.weeks));
            write_observation_design(out, plan);
        } else {
            write_phases(out, plan);
            write_trial_design(out, plan);
        }
        write_enrollment(out, plan);
    });
}

} // namespace trialdex::demo
