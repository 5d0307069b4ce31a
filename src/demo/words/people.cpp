#include "demo/words/people.h"

namespace trialdex::demo {

namespace {

constexpr std::string_view kGiven[] = {
    "Ada",   "Amara", "Anneliese", "Aoife", "Asha",    "Bartosz", "Beatriz", "Caleb",   "Chiara",  "Damir",
    "Elif",  "Emeka", "Esther",    "Farid", "Freya",   "Goran",   "Hana",    "Hiroshi", "Ingrid",  "Ivo",
    "Jorge", "José",  "Kalea",     "Kofi",  "Laila",   "Linus",   "Łukasz",  "Mei",     "Mihai",   "Nadia",
    "Noor",  "Olek",  "Paloma",    "Priya", "Quentin", "Renée",   "Rohan",   "Søren",   "Tadeusz", "Thu",
    "Ugo",   "Vera",  "Wanjiku",   "Xin",   "Yusuf",   "Zoë",
};

// "Řeznik" ends in a combining caron (U+030C), which shows whether pages keep marks with their letters.
constexpr std::string_view kFamily[] = {
    "Abendroth", "Adeyemi-Stone", "Ågren",       "Balewa",       "Bělohradský",      "Brightwater",  "Castellanos-Ruiz",
    "D’Amberly", "Delacroix",     "Eriksdóttir", "Fairweather",  "Ferreira do Vale", "Grünwald",     "Halloran",
    "Hartigan",  "Ibekwe",        "Iwasaki",     "Jankowiak",    "Kapoor",           "Kvist",        "Larkspur",
    "Lindqvist", "Mac Giolla",    "Marchetti",   "Nakamura",     "Nguyễn",           "O'Leary",      "Ogunbanjo",
    "Øvergård",  "Papadakis",     "Peña",        "Quartermaine", "Rademacher",       "Řeznik\u030C", "Sandoval",
    "Sørensen",  "Tamm",          "Thistlewood", "Underhay",     "van den Heuvel",   "Vörösmarty",   "Whitlock",
    "Yıldız",    "Zhou",
};

constexpr std::string_view kDegrees[] = {"MD", "MD, PhD", "PhD", "", "MD, MPH", "RN", "PharmD", "Dr. med."};

constexpr std::string_view kPositions[] = {
    "Principal Investigator", "Professor",         "Associate Professor of Medicine", "Head of Department",
    "Senior Physician",       "Research Director", "Chair of Clinical Research",      "Lecturer in Nursing",
};

} // namespace

std::span<const std::string_view> given_names() { return kGiven; }
std::span<const std::string_view> family_names() { return kFamily; }
std::span<const std::string_view> degrees() { return kDegrees; }
std::span<const std::string_view> positions() { return kPositions; }

} // namespace trialdex::demo
