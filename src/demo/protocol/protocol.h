// The modules of protocolSection, in record order. Each writes its member, or nothing when such a record has none.
#pragma once

#include "base/json_writer.h"
#include "demo/plan/plan.h"

namespace trialdex::demo {

void write_protocol_section(JsonWriter& out, const Plan& plan);

void write_identification(JsonWriter& out, const Plan& plan);
void write_status(JsonWriter& out, const Plan& plan);
void write_sponsors(JsonWriter& out, const Plan& plan);
void write_oversight(JsonWriter& out, const Plan& plan);
void write_description(JsonWriter& out, const Plan& plan);
void write_conditions(JsonWriter& out, const Plan& plan);
void write_design(JsonWriter& out, const Plan& plan);
void write_arms_interventions(JsonWriter& out, const Plan& plan);
void write_outcomes(JsonWriter& out, const Plan& plan);
void write_eligibility(JsonWriter& out, const Plan& plan);
void write_contacts_locations(JsonWriter& out, const Plan& plan);
void write_references(JsonWriter& out, const Plan& plan);
void write_ipd_sharing(JsonWriter& out, const Plan& plan);

} // namespace trialdex::demo
