#include "demo/members.h"
#include "demo/protocol/protocol.h"

namespace trialdex::demo {

void write_oversight(JsonWriter& out, const Plan& plan) {
    Random random = plan.random("oversight");
    object(out, "oversightModule", [&] {
        if (!plan.is_expanded_access()) out.member("oversightHasDmc", random.chance(35));
        if (plan.is_old()) return; // asked for since 2017, and of old records never
        const Family& family = *plan.program.family;
        out.member("isFdaRegulatedDrug", family.regulated_drug);
        out.member("isFdaRegulatedDevice", family.regulated_device);
        if (family.regulated_device && random.chance(40)) out.member("isUnapprovedDevice", true);
        if (plan.turn().once_in(20, "surveillance of children")) out.member("isPpsd", true);
        const bool regulated = family.regulated_drug || family.regulated_device;
        if (regulated && random.chance(50)) out.member("isUsExport", random.chance(30));
        if (violation_of(plan.cast)) out.member("fdaaa801Violation", true);
    });
}

} // namespace trialdex::demo
