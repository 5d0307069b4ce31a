#include "demo/protocol/protocol.h"

#include "demo/members.h"

namespace trialdex::demo {

void write_protocol_section(JsonWriter& out, const Plan& plan) {
    object(out, "protocolSection", [&] {
        write_identification(out, plan);
        write_status(out, plan);
        write_sponsors(out, plan);
        if (plan.is_withheld()) return;
        write_oversight(out, plan);
        write_description(out, plan);
        write_conditions(out, plan);
        write_design(out, plan);
        write_arms_interventions(out, plan);
        write_outcomes(out, plan);
        write_eligibility(out, plan);
        write_contacts_locations(out, plan);
        write_references(out, plan);
        write_ipd_sharing(out, plan);
    });
}

} // namespace trialdex::demo
