// The sections beside protocol and results: notes of the registry, uploaded documents, what the registry derives.
#pragma once

#include "base/json_writer.h"
#include "demo/plan/plan.h"

namespace trialdex::demo {

void write_annotation_section(JsonWriter& out, const Plan& plan);
void write_document_section(JsonWriter& out, const Plan& plan);
void write_derived_section(JsonWriter& out, const Plan& plan);

} // namespace trialdex::demo
