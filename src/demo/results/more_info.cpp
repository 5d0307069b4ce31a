#include "demo/codes.h"
#include "demo/members.h"
#include "demo/people.h"
#include "demo/results/results.h"

namespace trialdex::demo {

namespace {

void write_agreement(JsonWriter& out, const Plan& plan) {
    object(out, "certainAgreement", [&] {
        const bool employee = plan.turn().deal(2, "employee") == 0;
        out.member("piSponsorEmployee", employee);
        if (employee) return;
        const bool restricted = plan.turn().deal(3, "unrestricted") != 0;
        if (restricted) {
            const std::string_view kind = deal_code(plan.turn(), "AgreementRestrictionType", "restriction");
            out.member("restrictionType", kind);
            out.member("restrictiveAgreement", true);
            if (kind == "OTHER")
                out.member("otherDetails", "The sponsor reads drafts first \\(45 days\\) & may ask for changes.");
        } else {
            out.member("restrictiveAgreement", false);
        }
    });
}

void write_contact(JsonWriter& out, const Plan& plan) {
    Random random = plan.random("results contact");
    const Person person = person_from(random);
    object(out, "pointOfContact", [&] {
        out.member("title", random.chance(50) ? "Study Director" : person.name);
        out.member("organization", plan.program.sponsor->name);
        out.member("email", person.email);
        out.member("phone", person.phone);
        text(out, "phoneExt", person.extension);
    });
}

} // namespace

void write_more_info(JsonWriter& out, const Plan& plan) {
    object(out, "moreInfoModule", [&] {
        if (plan.course.status == "TERMINATED" || plan.turn().deal(3, "limitations") == 0) {
            object(out, "limitationsAndCaveats", [&] {
                out.member("description",
                           "Fewer people took part than planned \\(60 %\\), so small effects may have been missed.");
            });
        }
        write_agreement(out, plan);
        write_contact(out, plan);
    });
}

} // namespace trialdex::demo
