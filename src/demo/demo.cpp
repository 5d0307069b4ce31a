#include "demo/demo.h"

#include "demo/other/other.h"
#include "demo/protocol/protocol.h"
#include "demo/results/results.h"

namespace trialdex::demo {

std::string study_json(std::uint64_t index, std::uint64_t seed) {
    const Plan plan = plan_of(index, seed);
    JsonWriter out;
    out.begin_object();
    write_protocol_section(out, plan);
    write_results_section(out, plan);
    write_annotation_section(out, plan);
    write_document_section(out, plan);
    write_derived_section(out, plan);
    out.member("hasResults", plan.has_results());
    out.end_object();
    return out.take();
}

} // namespace trialdex::demo
