#include "demo/members.h"
#include "demo/other/other.h"

#include <array>
#include <fmt/format.h>

namespace trialdex::demo {

namespace {

struct DocumentKind {
    std::string_view abbreviation;
    std::string_view label;
    bool protocol, analysis_plan, consent;
};

constexpr std::array<DocumentKind, 6> kKinds = {{
    {"Prot_SAP", "Study Protocol and Statistical Analysis Plan", true, true, false},
    {"Prot", "Study Protocol", true, false, false},
    {"SAP", "Statistical Analysis Plan", false, true, false},
    {"ICF", "Informed Consent Form: adults <& parents>", false, false, true},
    {"Prot_SAP_ICF", "Study Protocol, Statistical Analysis Plan, and Informed Consent Form", true, true, true},
    {"Prot_ICF", "Study Protocol and Informed Consent Form", true, false, true},
}};

void write_document(JsonWriter& out, const Plan& plan, const DocumentKind& kind, std::uint64_t number, Random& random) {
    const Day uploaded = plan.has_results() ? plan.dates.results->submitted : plan.dates.update_submitted;
    const Day written = plan.dates.start->day - random.between(10, 200);
    out.member("typeAbbrev", kind.abbreviation);
    out.member("hasProtocol", kind.protocol);
    out.member("hasSap", kind.analysis_plan);
    out.member("hasIcf", kind.consent);
    out.member("label", kind.label);
    out.member("date", iso(written));
    out.member("uploadDate",
               fmt::format("{}T{:02}:{:02}", iso(uploaded), random.between(0, 23), random.between(0, 59)));
    out.member("filename", fmt::format("{}_{:03}.pdf", kind.abbreviation, number));
    out.member("size", random.between(90'000, 9'000'000));
}

} // namespace

void write_document_section(JsonWriter& out, const Plan& plan) {
    if (!plan.is_trial() || plan.is_old()) return;
    const bool wanted =
        plan.has_results() ? plan.turn().deal(4, "no documents") != 0 : plan.turn().deal(10, "documents") == 0;
    if (!wanted) return;
    Random random = plan.random("documents");
    const std::uint64_t count = 1 + plan.turn().deal(3, "document count");
    object(out, "documentSection", [&] {
        object(out, "largeDocumentModule", [&] {
            if (plan.turn().once_in(20, "no analysis plan")) out.member("noSap", true);
            list(out, "largeDocs", [&] {
                for (std::uint64_t i = 0; i < count; ++i) {
                    const DocumentKind& kind = plan.turn().part(i, 3).deal_from(kKinds, "document kind");
                    element(out, [&] { write_document(out, plan, kind, i, random); });
                }
            });
        });
    });
}

} // namespace trialdex::demo
