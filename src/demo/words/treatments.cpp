#include "demo/words/treatments.h"

namespace trialdex::demo {

namespace {

constexpr Family kFamilies[] = {
    {"DRUG", "{0}", "{0} tablets, taken once a day with a glass of water.", "5 mg|10 mg|20 mg",
     "calm the signals that keep symptoms going", true, true, false},
    {"BIOLOGICAL", "{0} antibody", "{0} antibody, injected under the skin every 4 weeks by the participant or a nurse.",
     "75 mg|150 mg|300 mg", "bind one messenger of inflammation and leave the others alone", true, true, false},
    {"DEVICE", "{0} stimulator",
     "The {0} stimulator is worn at the wrist for 30 minutes a day; an app keeps the diary.", "10 Hz|40 Hz|80 Hz",
     "distract the nerves that report the symptoms", true, false, true},
    {"BEHAVIORAL", "{0} programme",
     "Eight weekly group sessions of 60 minutes, with exercises for the days in between.",
     "4 sessions|8 sessions|12 sessions", "change habits that make the symptoms worse", false, false, false},
    {"PROCEDURE", "{0} technique", "The {0} technique, done once under local anesthesia, takes about 20 minutes.",
     "one side|both sides|two stages", "reach the tissue that causes the symptoms", false, false, false},
    {"DIETARY_SUPPLEMENT", "{0} berry powder", "One sachet of {0} berry powder, stirred into yoghurt every morning.",
     "2 g|4 g|8 g", "feed bacteria of the gut that get on well with people", false, false, false},
    {"COMBINATION_PRODUCT", "{0} prefilled inhaler",
     "{0} in an inhaler that counts doses and reports them by radio: two puffs in the morning.",
     "1 puff|2 puffs|4 puffs", "bring the active substance where it is needed and remind people of it", true, true,
     true},
    {"DIAGNOSTIC_TEST", "{0} breath test",
     "Participants blow into the {0} analyser for 10 seconds; the result is ready in a minute.",
     "one breath|three breaths|five breaths", "show a flare-up two days before it is felt", false, false, true},
    {"GENETIC", "{0} gene panel",
     "A saliva sample is read for 42 variants by the {0} panel, and the result is explained.",
     "12 variants|42 variants|98 variants", "sort people by how they answer to treatment", false, false, false},
    {"RADIATION", "{0} low-dose light",
     "Light of 311 nm from the {0} lamp, three times a week, starting with one minute.", "0.5 J/cm²|1 J/cm²|2 J/cm²",
     "slow down cells that divide too fast", false, false, true},
    {"OTHER", "{0} gardening",
     "Two afternoons a week of light work in the {0} garden, with a guide, whatever the weather.",
     "1 afternoon|2 afternoons|3 afternoons", "bring calm, light and movement into the week", false, false, false},
    {"DRUG", "{0} nasal spray", "{0} nasal spray, one puff into each nostril twice a day.", "25 μg|50 μg|100 μg",
     "close the doors through which irritants come in", true, true, false},
    {"BIOLOGICAL", "{0} vaccine", "{0} vaccine, 0.5 mL into the upper arm on Day 1 and Day 29.", "10 μg|30 μg|90 μg",
     "show the immune system what to look for", true, true, false},
};

constexpr Comparator kComparators[] = {
    {"PLACEBO_COMPARATOR", "DRUG", "Placebo", "Looks and tastes like the study product but has no active substance.",
     "Placebo"},
    {"ACTIVE_COMPARATOR", "OTHER", "Standard of care",
     "Treatment as the local guideline has it, chosen by the care team.", "Standard of Care"},
    {"NO_INTERVENTION", "", "",
     "Participants are followed in the same way and get the study product afterwards, if they wish.", "Waiting List"},
    {"SHAM_COMPARATOR", "DEVICE", "Sham procedure",
     "Everything is done as in the other group, with the device switched off.", "Sham"},
    {"OTHER", "BEHAVIORAL", "Information leaflet", "A leaflet of eight pages, handed out and talked through once.",
     "Information Only"},
    {"ACTIVE_COMPARATOR", "DRUG", "Comparatine", "Comparatine 50 mg tablets (an invented older medicine), once a day.",
     "Comparatine 50 mg"},
};

constexpr std::string_view kBeginnings[] = {"Zel", "Quor", "Vim", "Brae", "Thal", "Ond", "Pell", "Fenn", "Ixi", "Mur",
                                            "Jov", "Kest", "Lor", "Nyx",  "Orr",  "Sav", "Tiv",  "Ulm",  "Wen", "Yar"};
constexpr std::string_view kMiddles[] = {"a", "e", "i", "o", "ora", "ili", "ume", "endo", "avi", "uo"};
constexpr std::string_view kEndings[] = {"quent", "dorne", "mirel",  "vell",  "thane", "wick",
                                         "brenn", "lark",  "sorrel", "tansy", "roth",  "gwyn"};

} // namespace

std::span<const Family> families() { return kFamilies; }
std::span<const Comparator> comparators() { return kComparators; }
std::span<const std::string_view> name_beginnings() { return kBeginnings; }
std::span<const std::string_view> name_middles() { return kMiddles; }
std::span<const std::string_view> name_endings() { return kEndings; }

} // namespace trialdex::demo
