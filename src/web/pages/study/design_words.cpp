#include "web/pages/study/design_words.h"

#include "web/pages/study/parts.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

namespace trialdex::web {

namespace {

struct Words {
    std::string_view code;
    std::string_view text;
};

constexpr Words kModels[] = {
    {"SINGLE_GROUP", "with a single group: all participants follow the same plan"},
    {"PARALLEL", "with parallel groups: each participant stays in one of them"},
    {"CROSSOVER", "with a crossover: each participant gets what is compared one after another"},
    {"FACTORIAL", "with a factorial plan: two or more interventions are tested at once, alone and together"},
    {"SEQUENTIAL", "with sequential groups: they follow one another, each opened in the light of the one before"},
};
constexpr Words kPurposes[] = {
    {"TREATMENT", "treatment"},
    {"PREVENTION", "prevention"},
    {"DIAGNOSTIC", "diagnosis"},
    {"ECT", "education, counselling or training"},
    {"SUPPORTIVE_CARE", "supportive care"},
    {"SCREENING", "screening"},
    {"HEALTH_SERVICES_RESEARCH", "research into health services"},
    {"BASIC_SCIENCE", "basic science"},
    {"DEVICE_FEASIBILITY", "to see whether a device can be used as intended (device feasibility)"},
    {"OTHER", "none of those that the registry lists"},
};
constexpr Words kObservationalModels[] = {
    {"COHORT", "of a cohort, a group of people who are looked at together"},
    {"CASE_CONTROL", "that compares people who have a condition with people who do not (case-control)"},
    {"CASE_ONLY", "of people who all have the condition or feature in question (case-only)"},
    {"CASE_CROSSOVER", "that compares different times in the lives of the same people (case-crossover)"},
    {"ECOLOGIC_OR_COMMUNITY", "that compares whole populations, such as towns or regions (ecologic or community)"},
    {"FAMILY_BASED", "of relatives (family-based)"},
    {"DEFINED_POPULATION", "of one clearly bounded population"},
    {"NATURAL_HISTORY", "of the natural course of a condition"},
    {"OTHER", "whose model is none of those that the registry lists"},
};
constexpr Words kTimes[] = {
    {"PROSPECTIVE", "It looks ahead: people are entered first and then followed (prospective)."},
    {"RETROSPECTIVE", "It looks back at what has already happened (retrospective)."},
    {"CROSS_SECTIONAL", "It looks at a single point in time (cross-sectional)."},
    {"OTHER", "Its time perspective is none of those that the registry lists."},
};
constexpr Words kMaskedParties[] = {
    {"PARTICIPANT", "participants"},
    {"CARE_PROVIDER", "care providers"},
    {"INVESTIGATOR", "investigators"},
    {"OUTCOMES_ASSESSOR", "outcomes assessors"},
};
constexpr Words kMaskings[] = {
    {"SINGLE", "single masking"},
    {"DOUBLE", "double masking"},
    {"TRIPLE", "triple masking"},
    {"QUADRUPLE", "quadruple masking"},
};
constexpr Words kPartiesOfMasking[] = {
    {"SINGLE", "one party"},
    {"DOUBLE", "two parties"},
    {"TRIPLE", "three parties"},
    {"QUADRUPLE", "four parties"},
};
constexpr Words kAccessKinds[] = {
    {"individual", "individual patients"},
    {"intermediate", "a limited group of patients"},
    {"treatment", "many patients under a treatment protocol"},
};

std::string_view words_for(std::span<const Words> table, std::string_view code) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Words& row) { return row.code == code; });
    return found == table.end() ? std::string_view() : found->text;
}

// "participants, investigators and outcomes assessors"
std::string joined(const std::vector<std::string_view>& parts) {
    std::string words;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) words += i + 1 == parts.size() ? " and " : ", ";
        words += parts[i];
    }
    return words;
}

class Sentences {
public:
    void add(std::string sentence) {
        if (sentence.empty()) return;
        sentence[0] = sentence[0] >= 'a' && sentence[0] <= 'z' ? static_cast<char>(sentence[0] & ~0x20) : sentence[0];
        text_ += (text_.empty() ? "" : " ") + sentence;
    }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

// Who enters which group, where the kind of trial does not say it already.
std::string allocation(std::string_view code, std::string_view model) {
    const bool is_single = model == "SINGLE_GROUP";
    if (code == "RANDOMIZED") {
        if (is_single) return "The record calls it randomised all the same.";
        return model == "CROSSOVER" ? "Chance decides who enters which group, and so in which order."
                                    : "Chance decides who enters which group.";
    }
    if (code == "NON_RANDOMIZED") {
        if (is_single) return "The record calls it non-randomised.";
        return "Something other than chance decides who enters which group.";
    }
    if (code == "NA" && !model.empty() && !is_single) return "Allocation to groups is recorded as not applicable.";
    return {};
}

std::vector<std::string_view> masked_parties(study::Value who) {
    std::vector<std::string_view> parties;
    for (const Words& party : kMaskedParties) { // in the same order for every record
        for (const study::Value code : who) {
            if (code.text() == party.code) {
                parties.push_back(party.text);
                break;
            }
        }
    }
    return parties;
}

std::string masking(study::Value info) {
    const std::string_view code = info["masking"].text();
    const std::vector<std::string_view> parties = masked_parties(info["whoMasked"]);
    const std::string_view name = words_for(kMaskings, code);
    const std::string in_brackets = name.empty() ? "" : " (" + std::string(name) + ")";
    if (!parties.empty()) {
        if (code == "NONE") return "Recorded as open label, though it names as masked: " + joined(parties) + ".";
        return joined(parties) + " are masked, that is, not told who receives what" + in_brackets + ".";
    }
    if (code == "NONE") return "Nobody is masked: it is known who receives what (open label).";
    if (name.empty()) return {};
    return std::string(words_for(kPartiesOfMasking, code)) + (code == "SINGLE" ? " is" : " are") +
           " masked, that is, not told who receives what; the record does not say " +
           (code == "SINGLE" ? "which" : "which ones") + in_brackets + ".";
}

void trial(Sentences& sentences, study::Value info) {
    const std::string_view code = info["allocation"].text();
    const std::string_view model = info["interventionModel"].text();
    const std::string_view model_words = words_for(kModels, model);
    const bool is_single = model == "SINGLE_GROUP";
    const std::string_view kind = code == "RANDOMIZED" && !is_single       ? "A randomised trial"
                                  : code == "NON_RANDOMIZED" && !is_single ? "A non-randomised trial"
                                                                           : "A trial";
    const bool has_kind = kind != "A trial" || !model_words.empty();
    if (has_kind) sentences.add(std::string(kind) + (model_words.empty() ? "" : " ") + std::string(model_words) + ".");
    sentences.add(allocation(code, model));
    sentences.add(masking(info["maskingInfo"]));
    const std::string_view purpose = words_for(kPurposes, info["primaryPurpose"].text());
    if (!purpose.empty()) sentences.add("Its main purpose: " + std::string(purpose) + ".");
}

void observation(Sentences& sentences, study::Value design) {
    const study::Value info = design["designInfo"];
    const std::string_view model = words_for(kObservationalModels, info["observationalModel"].text());
    const std::string_view time = words_for(kTimes, info["timePerspective"].text());
    const bool is_registry = design["patientRegistry"].boolean().value_or(false);
    if (model.empty() && time.empty() && !is_registry) return;
    sentences.add("An observational study" + (model.empty() ? "" : " " + std::string(model)) +
                  ": the study itself assigns nothing to the people in it.");
    sentences.add(std::string(time));
    if (!is_registry) return;
    const std::string duration = age_in_words(design["targetDuration"].text());
    sentences.add("It is a patient registry" + (duration.empty() ? "" : ", which follows each person for " + duration) +
                  ".");
}

void access(Sentences& sentences, study::Value design) {
    std::vector<std::string_view> kinds;
    for (const Words& kind : kAccessKinds) {
        if (design["expandedAccessTypes"][kind.code].boolean().value_or(false)) kinds.push_back(kind.text);
    }
    std::string words = "Expanded access gives a treatment that is still under study to patients outside a trial";
    if (!kinds.empty()) words += "; here to " + joined(kinds);
    sentences.add(words + ".");
}

} // namespace

std::string design_in_words(study::Value design_module) {
    Sentences sentences;
    const std::string_view type = design_module["studyType"].text();
    if (type == "EXPANDED_ACCESS") access(sentences, design_module);
    if (type == "OBSERVATIONAL") observation(sentences, design_module);
    if (type == "INTERVENTIONAL") trial(sentences, design_module["designInfo"]);
    return sentences.take();
}

} // namespace trialdex::web
