#include "demo/words/sponsors.h"

namespace trialdex::demo {

namespace {

constexpr Sponsor kSponsors[] = {
    {"Quillwater Therapeutics", "INDUSTRY", "QWT"},
    {"Pimpernel Vale University Hospital", "OTHER", "PVUH"},
    {"Fernhollow Biosciences, Inc.", "INDUSTRY", "FHB"},
    {"University of Hollin Bay", "OTHER", "UHB"},
    {"Tarnbrook & Söhne Arzneimittel GmbH", "INDUSTRY", "TBS"},
    {"Saltmarsh Children's Hospital", "OTHER", "SCH"},
    {"National Institute of Invented Health (NIIH)", "NIH", "NIIH"},
    {"Larkspur Devices Ltd.", "INDUSTRY", "LKD"},
    {"Hôpital Universitaire du Val-Clair", "OTHER", "HUVC"},
    {"Seven Rivers Clinical Trials Network", "NETWORK", "7RN"},
    {"Office of Demonstration Medicine", "FED", "ODM"},
    {"Windermoor Vaccines", "INDUSTRY", "WMV"},
    {"Fundação Serra Imaginária", "OTHER", "FSI"},
    {"Ministry of Health of Lower Arcadia", "OTHER_GOV", "MOHLA"},
    {"Beatriz Castellanos-Ruiz, MD", "INDIV", "BCR"},
    {"Brackenfield Foods R&D", "INDUSTRY", "BFF"},
    {"Klinikum Sankt Nirgendwo", "OTHER", "KSN"},
    {"Northlight Registry Group", "AMBIG", "NRG"},
    {"Unnamed Study Group", "UNKNOWN", "USG"},
    {"Marigold Street Community Clinics", "OTHER", "MSC"},
    {"Ostrander-Vale Laboratories", "INDUSTRY", "OVL"},
    {"虚構大学病院 (Kyokō University Hospital)", "OTHER", "KYU"},
    {"Agence régionale de santé de Valombre", "OTHER_GOV", "ARSV"},
    {"Ashgrove Sleep and Breathing Institute", "OTHER", "ASBI"},
};

constexpr std::string_view kKinds[] = {
    "University Hospital", "Clinic",        "Medical Center", "Children's Hospital", "Research Unit",
    "Family Practice",     "Health Centre", "Infirmary",      "Day Clinic",          "Institute of Medicine",
};

constexpr std::string_view kNames[] = {
    "Alderbrook", "Amberley Vale", "Bellflower", "Birchwater",      "Clearmount", "Copperfield Lane", "Dovecote",
    "Elmstead",   "Fairhaven",     "Fernhollow", "Gooseberry Hill", "Harrowgate", "Hollin Bay",       "Ivybridge",
    "Juniper",    "Kingfisher",    "Larkspur",   "Lindenhof",       "Marigold",   "Nightingale",      "Orchard",
    "Pimpernel",  "Quince",        "Rosehip",    "Saltmarsh",       "Tarnbrook",  "Valombre",         "Willowmere",
};

} // namespace

std::span<const Sponsor> sponsors() { return kSponsors; }
std::span<const std::string_view> facility_kinds() { return kKinds; }
std::span<const std::string_view> facility_names() { return kNames; }

} // namespace trialdex::demo
