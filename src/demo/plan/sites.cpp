#include "demo/plan/sites.h"

#include "demo/plan/plan.h"

#include <array>
#include <fmt/format.h>

namespace trialdex::demo {

namespace {

// As in the registry: the middle study has one site, one in ten more than 25.
constexpr std::array kCounts = {1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 5, 8, 0, 12, 20, 34};
constexpr int kThousandSites = 1000;

int count_of(const Plan& plan) {
    return has_thousand_sites(plan.cast) ? kThousandSites : plan.turn().deal_from(kCounts, "sites");
}

std::string facility_of(Random& random, const City& city, int number) {
    switch (random.between(0, 5)) {
    case 0: return fmt::format("Investigational Site {:04}", number + 1);
    case 1: return fmt::format("{} {}", city.name, random.pick(facility_kinds()));
    default: return fmt::format("{} {}", random.pick(facility_names()), random.pick(facility_kinds()));
    }
}

} // namespace

std::vector<Site> sites_of(const Plan& plan) {
    Random random = plan.random("sites");
    const int count = count_of(plan);
    // Studies with few sites stay in one part of the world; the table of cities goes from west to east.
    const std::size_t near = random.below(cities().size());
    const std::size_t reach = count <= 5 ? 4 : cities().size();
    std::vector<Site> sites;
    for (int i = 0; i < count; ++i) {
        const City& city = cities()[(near + random.below(reach)) % cities().size()];
        sites.push_back({&city, facility_of(random, city, i)});
    }
    if (count > 0 && plan.turn().once_in(20, "odd facility")) sites[0].facility = "R&D Clinic <North> \"Ward 7\"";
    return sites;
}

} // namespace trialdex::demo
