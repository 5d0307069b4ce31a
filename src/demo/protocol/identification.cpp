#include "demo/codes.h"
#include "demo/demo.h"
#include "demo/members.h"
#include "demo/protocol/protocol.h"
#include "demo/titles.h"

#include <fmt/format.h>

namespace trialdex::demo {

namespace {

std::vector<std::string> aliases(const Plan& plan) {
    const auto round = plan.turn().once_in(20, "alias");
    if (!round) return {};
    std::vector<std::string> ids;
    const std::uint64_t base = kFirstAliasNumber + 2 * plan.index; // up to two numbers an index, below NCT99999999
    for (std::uint64_t i = 0; i <= *round % 2; ++i) ids.push_back(fmt::format("NCT{:08}", base + i));
    return ids;
}

void write_org_study_id(JsonWriter& out, const Plan& plan) {
    object(out, "orgStudyIdInfo", [&] {
        const auto grant = plan.turn().once_in(12, "grant");
        if (!grant) {
            out.member("id", fmt::format("{}-{}", plan.program.code, 100 + plan.index % 900));
            return;
        }
        const std::string id = fmt::format("R01XX{:06}", plan.index % 1'000'000);
        out.member("id", id);
        out.member("type", code_of_round(*grant, "OrgStudyIdType"));
        out.member("link", "https://www.example.org/grants/" + id);
    });
}

// Numbers of each kind have the form that its office gives them, with parts that no office has given.
std::string secondary_id(std::string_view type, std::uint64_t index) {
    const std::uint64_t number = index % 1'000'000;
    if (type == "EUDRACT_NUMBER") return fmt::format("2099-{:06}-00", number);
    if (type == "CTIS") return fmt::format("2099-{:06}-00-00", number);
    if (type == "REGISTRY") return fmt::format("INVENTED{:08}", number);
    if (type == "OTHER") return fmt::format("Alias-{}", number);
    return fmt::format("U01XX{:06}-01", number);
}

void write_secondary_id(JsonWriter& out, const Plan& plan, std::string_view type, std::uint64_t part) {
    const std::string id = secondary_id(type, plan.index + 31 * part);
    out.member("id", id);
    out.member("type", type);
    if (type == "OTHER_GRANT") out.member("domain", "Fundação Serra Imaginária");
    if (type == "REGISTRY") out.member("domain", "Register of Invented Trials");
    if (type == "OTHER") out.member("domain", plan.program.sponsor->name);
    if (type == "NIH" || type == "VA") out.member("link", "https://www.example.org/grants/" + id);
}

void write_secondary_ids(JsonWriter& out, const Plan& plan) {
    constexpr std::uint64_t kMost = 4;
    const std::uint64_t count = plan.turn().deal(8, "secondary ids");
    if (count == 0 || count > kMost || plan.is_withheld()) return;
    list(out, "secondaryIdInfos", [&] {
        for (std::uint64_t i = 0; i < count; ++i) {
            const std::string_view type = deal_code(plan.turn().part(i, kMost), "SecondaryIdType", "secondary id");
            element(out, [&] { write_secondary_id(out, plan, type, i); });
        }
    });
}

} // namespace

void write_identification(JsonWriter& out, const Plan& plan) {
    object(out, "identificationModule", [&] {
        out.member("nctId", plan.nct_id());
        if (!plan.is_withheld()) texts(out, "nctIdAliases", aliases(plan));
        write_org_study_id(out, plan);
        write_secondary_ids(out, plan);
        out.member("briefTitle", brief_title(plan));
        if (plan.is_withheld()) return;
        text(out, "officialTitle", official_title(plan));
        text(out, "acronym", acronym(plan));
        object(out, "organization", [&] {
            out.member("fullName", plan.program.sponsor->name);
            out.member("class", plan.program.sponsor->agency);
        });
    });
}

} // namespace trialdex::demo
