#include "demo/ages.h"

#include <array>
#include <charconv>

namespace trialdex::demo {

namespace {

constexpr std::array<Ages, 12> kAges = {{
    {"18 Years", ""},
    {"18 Years", "75 Years"},
    {"18 Years", "64 Years"},
    {"21 Years", "85 Years"},
    {"12 Years", ""},
    {"18 Years", "65 Years"},
    {"6 Years", "17 Years"},
    {"", ""},
    {"65 Years", ""},
    {"", "17 Years"},
    {"40 Years", "80 Years"},
    {"18 Years", ""},
}};

constexpr std::array<Ages, 6> kAgesFromBirth = {{
    {"1 Day", "4 Weeks"},
    {"18 Years", ""},
    {"30 Minutes", "12 Hours"},
    {"6 Months", "11 Years"},
    {"1 Year", "1 Year"},
    {"18 Years", "65 Years"},
}};

constexpr int kAdult = 18;
constexpr int kOlder = 65;

} // namespace

int years_in(std::string_view age) {
    int number = 0;
    std::from_chars(age.data(), age.data() + age.size(), number);
    return age.find("Year") == std::string_view::npos ? 0 : number;
}

Ages ages_of(const Plan& plan) {
    const std::string_view sex = plan.program.condition->sex;
    if (sex == "FEMALE") return {"18 Years", "45 Years"}; // pregnancy
    if (sex == "MALE") return {"50 Years", ""};           // prostate
    if (plan.program.condition->from_birth) return plan.turn().deal_from(kAgesFromBirth, "ages from birth");
    return plan.turn().deal_from(kAges, "ages");
}

std::vector<std::string_view> life_stages(const Ages& ages) {
    const int least = years_in(ages.minimum);
    const int most = ages.maximum.empty() ? 200 : years_in(ages.maximum);
    std::vector<std::string_view> stages;
    if (least < kAdult) stages.push_back("CHILD");
    if (least < kOlder && most >= kAdult) stages.push_back("ADULT");
    if (most >= kOlder) stages.push_back("OLDER_ADULT");
    return stages;
}

} // namespace trialdex::demo
