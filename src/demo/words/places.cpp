#include "demo/words/places.h"

namespace trialdex::demo {

namespace {

constexpr City kCities[] = {
    {"Boston", "Massachusetts", "02114", "United States", 42.35843, -71.05977},
    {"Chicago", "Illinois", "60611", "United States", 41.85003, -87.65005},
    {"Houston", "Texas", "77030", "United States", 29.76328, -95.36327},
    {"Seattle", "Washington", "98104", "United States", 47.60621, -122.33207},
    {"Denver", "Colorado", "80205", "United States", 39.73915, -104.9847},
    {"Atlanta", "Georgia", "30308", "United States", 33.749, -84.38798},
    {"Minneapolis", "Minnesota", "55415", "United States", 44.97997, -93.26384},
    {"San Juan", "", "00921", "Puerto Rico", 18.46633, -66.10572},
    {"Toronto", "Ontario", "M5G 2C4", "Canada", 43.70643, -79.39864},
    {"Montréal", "Quebec", "H2X 3E4", "Canada", 45.50884, -73.58781},
    {"Vancouver", "British Columbia", "V5Z 1M9", "Canada", 49.24966, -123.11934},
    {"Mexico City", "", "14080", "Mexico", 19.42847, -99.12766},
    {"Bogotá", "", "110231", "Colombia", 4.60971, -74.08175},
    {"Lima", "", "15036", "Peru", -12.04318, -77.02824},
    {"São Paulo", "", "01246-000", "Brazil", -23.5475, -46.63611},
    {"Porto Alegre", "Rio Grande do Sul", "90035-903", "Brazil", -30.03283, -51.23019},
    {"Buenos Aires", "", "C1199", "Argentina", -34.61315, -58.37723},
    {"Santiago", "", "8380456", "Chile", -33.45694, -70.64827},
    {"Reykjavik", "", "101", "Iceland", 64.13548, -21.89541},
    {"Dublin", "", "D04 T6F4", "Ireland", 53.33306, -6.24889},
    {"London", "", "SE1 9RT", "United Kingdom", 51.50853, -0.12574},
    {"Edinburgh", "", "EH16 4SA", "United Kingdom", 55.95206, -3.19648},
    {"Lisbon", "", "1649-035", "Portugal", 38.71667, -9.13333},
    {"Madrid", "", "28046", "Spain", 40.4165, -3.70256},
    {"Barcelona", "", "08036", "Spain", 41.38879, 2.15899},
    {"Paris", "", "75013", "France", 48.85341, 2.3488},
    {"Lyon", "", "69003", "France", 45.74846, 4.84671},
    {"Brussels", "", "1070", "Belgium", 50.85045, 4.34878},
    {"Utrecht", "", "3584 CX", "Netherlands", 52.09083, 5.12222},
    {"Zürich", "", "8091", "Switzerland", 47.36667, 8.55},
    {"Berlin", "", "10117", "Germany", 52.52437, 13.41053},
    {"Munich", "Bavaria", "80336", "Germany", 48.13743, 11.57549},
    {"Vienna", "", "1090", "Austria", 48.20849, 16.37208},
    {"Milan", "", "20122", "Italy", 45.46427, 9.18951},
    {"Rome", "", "00168", "Italy", 41.89193, 12.51133},
    {"Copenhagen", "", "2100", "Denmark", 55.67594, 12.56553},
    {"Malmö", "", "205 02", "Sweden", 55.60587, 13.00073},
    {"Oslo", "", "0450", "Norway", 59.91273, 10.74609},
    {"Tampere", "", "33520", "Finland", 61.49911, 23.78712},
    {"Kraków", "", "31-501", "Poland", 50.06143, 19.93658},
    {"Brno", "", "625 00", "Czechia", 49.19522, 16.60796},
    {"Budapest", "", "1083", "Hungary", 47.49801, 19.03991},
    {"Athens", "", "11527", "Greece", 37.98376, 23.72784},
    {"Izmir", "", "35100", "Turkey (Türkiye)", 38.41273, 27.13838},
    {"Tel Aviv", "", "6423906", "Israel", 32.08088, 34.78057},
    {"Cairo", "", "11562", "Egypt", 30.06263, 31.24967},
    {"Abidjan", "", "", "Côte d’Ivoire", 5.35444, -4.00167},
    {"Nairobi", "", "00202", "Kenya", -1.28333, 36.81667},
    {"Kampala", "", "", "Uganda", 0.31628, 32.58219},
    {"Cape Town", "Western Cape", "7925", "South Africa", -33.92584, 18.42322},
    {"Karachi", "Sindh", "74800", "Pakistan", 24.8608, 67.0104},
    {"Mumbai", "Maharashtra", "400012", "India", 19.07283, 72.88261},
    {"Bangkok", "", "10330", "Thailand", 13.75398, 100.50144},
    {"Singapore", "", "119074", "Singapore", 1.28967, 103.85007},
    {"Shanghai", "Shanghai Municipality", "200025", "China", 31.22222, 121.45806},
    {"Chengdu", "Sichuan", "610041", "China", 30.66667, 104.06667},
    {"Taipei", "", "10002", "Taiwan", 25.05306, 121.52639},
    {"Seoul", "", "03080", "South Korea", 37.566, 126.9784},
    {"Kyoto", "", "606-8507", "Japan", 35.02107, 135.75385},
    {"Osaka", "", "565-0871", "Japan", 34.69379, 135.50107},
    {"Melbourne", "Victoria", "3004", "Australia", -37.814, 144.96332},
    {"Auckland", "", "1023", "New Zealand", -36.84853, 174.76349},
};

struct Renaming {
    std::string_view now;
    std::string_view before;
};
constexpr Renaming kRenamings[] = {{"Turkey (Türkiye)", "Turkey"}, {"South Korea", "Korea, Republic of"}};

} // namespace

std::span<const City> cities() { return kCities; }

std::string_view older_country_name(std::string_view country) {
    for (const Renaming& renaming : kRenamings) {
        if (renaming.now == country) return renaming.before;
    }
    return country;
}

} // namespace trialdex::demo
