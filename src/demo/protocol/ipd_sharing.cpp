#include "demo/codes.h"
#include "demo/members.h"
#include "demo/protocol/protocol.h"

namespace trialdex::demo {

namespace {

void write_plan_to_share(JsonWriter& out, const Plan& plan) {
    out.member("description", "Data of each participant, without names and dates, on which a publication rests.");
    std::vector<std::string_view> kinds;
    const std::size_t left_out = plan.turn().deal(6, "kinds left out");
    for (std::size_t i = 0; i < codes("IpdSharingInfoType").size(); ++i) {
        if (i != left_out) kinds.push_back(codes("IpdSharingInfoType")[i].value);
    }
    texts(out, "infoTypes", kinds);
    out.member("timeFrame", "From 6 months after publication on, for \\>= 10 years.");
    out.member("accessCriteria",
               "Researchers with:\n\n* a question that a committee has approved\n* a signed agreement");
    if (plan.turn().deal(2, "sharing url") == 0) out.member("url", "https://www.example.org/data-requests");
}

} // namespace

void write_ipd_sharing(JsonWriter& out, const Plan& plan) {
    if (plan.is_expanded_access() || plan.is_old() || plan.turn().deal(5, "no sharing statement") == 0) return;
    const std::string_view answer = deal_code(plan.turn(), "IpdSharing", "sharing");
    object(out, "ipdSharingStatementModule", [&] {
        out.member("ipdSharing", answer);
        if (answer == "YES") write_plan_to_share(out, plan);
        if (answer == "NO")
            out.member("description", "Participants were promised that nobody else would see their data.");
    });
}

} // namespace trialdex::demo
