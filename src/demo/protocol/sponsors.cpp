#include "demo/codes.h"
#include "demo/members.h"
#include "demo/people.h"
#include "demo/protocol/protocol.h"
#include "demo/words/people.h"

#include <algorithm>

namespace trialdex::demo {

namespace {

constexpr std::string_view kRedacted = "[Redacted]";

// Before 2011 the party was one text for the person and one for the organisation.
bool has_old_party(const Plan& plan) { return plan.is_old() && plan.turn().deal(2, "old party") == 0; }

void write_responsible_party(JsonWriter& out, const Plan& plan) {
    Random random = plan.random("responsible party");
    object(out, "responsibleParty", [&] {
        if (plan.is_withheld()) {
            out.member("oldNameTitle", kRedacted);
            out.member("oldOrganization", kRedacted);
            return;
        }
        const Person person = person_from(random);
        const std::string_view organization = plan.program.sponsor->name;
        if (has_old_party(plan)) {
            out.member("oldNameTitle", person.name + " - Study Chair");
            out.member("oldOrganization", organization);
            return;
        }
        const std::string_view type = deal_code(plan.turn(), "ResponsiblePartyType", "responsible party");
        out.member("type", type);
        if (type == "SPONSOR") return;
        out.member("investigatorFullName", person.name);
        out.member("investigatorTitle", random.pick(positions()));
        out.member("investigatorAffiliation", organization);
    });
}

std::vector<const Sponsor*> collaborators(const Plan& plan) {
    constexpr std::uint64_t kMost = 4;
    const std::uint64_t count = plan.turn().deal(8, "collaborators");
    std::vector<const Sponsor*> others;
    if (count > kMost || plan.is_withheld()) return others;
    for (std::uint64_t i = 0; i < count; ++i) {
        const Sponsor& other = plan.turn().part(i, kMost).deal_from(sponsors(), "collaborator");
        const bool known = std::find(others.begin(), others.end(), &other) != others.end();
        if (!known && &other != plan.program.sponsor) others.push_back(&other);
    }
    return others;
}

} // namespace

void write_sponsors(JsonWriter& out, const Plan& plan) {
    object(out, "sponsorCollaboratorsModule", [&] {
        write_responsible_party(out, plan);
        object(out, "leadSponsor", [&] {
            out.member("name", plan.is_withheld() ? kRedacted : plan.program.sponsor->name);
            if (!plan.is_withheld()) out.member("class", plan.program.sponsor->agency);
        });
        objects(out, "collaborators", collaborators(plan), [&](const Sponsor* other) {
            out.member("name", other->name);
            out.member("class", other->agency);
        });
    });
}

} // namespace trialdex::demo
