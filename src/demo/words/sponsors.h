// Who runs the invented studies and where: names invented as well, every class of agency among the sponsors.
#pragma once

#include <span>
#include <string_view>

namespace trialdex::demo {

struct Sponsor {
    std::string_view name;
    std::string_view agency; // code of AgencyClass
    std::string_view prefix; // of its study numbers
};

std::span<const Sponsor> sponsors();
std::span<const std::string_view> facility_kinds(); // "University Hospital", to go before or after a name
std::span<const std::string_view> facility_names(); // "Fernhollow"

} // namespace trialdex::demo
