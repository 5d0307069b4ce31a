#include "demo/codes.h"
#include "demo/members.h"
#include "demo/people.h"
#include "demo/protocol/protocol.h"

#include <array>

namespace trialdex::demo {

namespace {

// Nearly all contacts are just that; the other roles come up now and then.
constexpr std::array<std::string_view, 12> kSiteRoles = {"CONTACT",          "CONTACT",
                                                         "CONTACT",          "CONTACT",
                                                         "CONTACT",          "PRINCIPAL_INVESTIGATOR",
                                                         "CONTACT",          "CONTACT",
                                                         "SUB_INVESTIGATOR", "PRINCIPAL_INVESTIGATOR",
                                                         "STUDY_DIRECTOR",   "STUDY_CHAIR"};

// Sites of one study take their cards one after the other.
constexpr std::uint64_t kSitesPerPack = 1024;

// How the sites of a recruiting study stand.
constexpr std::array<std::string_view, 10> kSiteStatus = {
    "RECRUITING", "RECRUITING", "RECRUITING", "NOT_YET_RECRUITING", "ACTIVE_NOT_RECRUITING",
    "COMPLETED",  "WITHDRAWN",  "SUSPENDED",  "TERMINATED",         "RECRUITING"};

// Somebody answers the telephone while people can join, or soon will.
bool can_be_asked(const Plan& plan) { return plan.course.is_open() && plan.course.last_known.empty(); }

std::uint64_t officials_of(const Plan& plan) { return (plan.turn().deal(4, "officials") + 1) % 4; }

void write_contact(JsonWriter& out, const Person& person, std::string_view role) {
    out.member("name", person.name);
    out.member("role", role);
    if (role != "CONTACT") return; // only contacts can be called
    out.member("phone", person.phone);
    text(out, "phoneExt", person.extension);
    out.member("email", person.email);
}

void write_central_contacts(JsonWriter& out, const Plan& plan) {
    if (!can_be_asked(plan)) return;
    Random random = plan.random("central contacts");
    const Turn& turn = plan.turn();
    const std::string_view second =
        turn.deal(3, "second contact") == 0 ? deal_code(turn, "ContactRole", "central role") : "";
    list(out, "centralContacts", [&] {
        element(out, [&] { write_contact(out, person_from(random), "CONTACT"); });
        if (!second.empty()) element(out, [&] { write_contact(out, person_from(random), second); });
    });
}

void write_officials(JsonWriter& out, const Plan& plan) {
    const std::uint64_t count = officials_of(plan);
    if (count == 0) return;
    Random random = plan.random("officials");
    list(out, "overallOfficials", [&] {
        for (std::uint64_t i = 0; i < count; ++i) {
            element(out, [&] {
                out.member("name", person_from(random).name);
                out.member("affiliation", plan.program.sponsor->name);
                out.member("role", i == 0 ? "PRINCIPAL_INVESTIGATOR"
                                          : deal_code(plan.turn().part(i, 3), "OfficialRole", "official"));
            });
        }
    });
}

// Sites state their status while a study is under way.
std::string_view site_status(const Plan& plan, std::size_t site) {
    if (!can_be_asked(plan)) return {};
    const std::string_view status = plan.course.status;
    if (status != "RECRUITING" || site == 0) return status;
    return plan.turn().part(site, kSitesPerPack).deal_from(kSiteStatus, "site status");
}

void write_site_contacts(JsonWriter& out, const Plan& plan, Random& random, std::size_t site) {
    const int count = random.between(1, 2);
    list(out, "contacts", [&] {
        for (int i = 0; i < count; ++i) {
            const Turn turn = plan.turn().part(site, kSitesPerPack);
            const std::string_view role = i == 0 ? "CONTACT" : turn.deal_from(kSiteRoles, "site role");
            element(out, [&] { write_contact(out, person_from(random), role); });
        }
    });
}

void write_site(JsonWriter& out, const Plan& plan, Random& random, std::size_t number) {
    const Site& site = plan.sites[number];
    const std::string_view status = site_status(plan, number);
    // Some sponsors keep the names of their sites to themselves.
    if (random.between(1, 12) > 1) out.member("facility", site.facility);
    text(out, "status", status);
    out.member("city", site.city->name);
    text(out, "state", site.city->state);
    text(out, "zip", site.city->zip);
    out.member("country", plan.is_old() ? older_country_name(site.city->country) : site.city->country);
    if (status == "RECRUITING" || status == "AVAILABLE") write_site_contacts(out, plan, random, number);
    object(out, "geoPoint", [&] {
        out.key("lat").number(site.city->lat);
        out.key("lon").number(site.city->lon);
    });
}

} // namespace

void write_contacts_locations(JsonWriter& out, const Plan& plan) {
    if (!can_be_asked(plan) && officials_of(plan) == 0 && plan.sites.empty()) return;
    Random random = plan.random("contacts");
    object(out, "contactsLocationsModule", [&] {
        write_central_contacts(out, plan);
        write_officials(out, plan);
        if (plan.sites.empty()) return;
        list(out, "locations", [&] {
            for (std::size_t i = 0; i < plan.sites.size(); ++i) {
                element(out, [&] { write_site(out, plan, random, i); });
            }
        });
    });
}

} // namespace trialdex::demo
