// The invented registry shows everything: what the schema tables gain fails here until the generator knows it.
#include "study/partial_date.h"
#include "unit/demo/studies.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace trialdex::demo {
namespace {

using study::Value;

// Codes that a field cannot have although its type does: nothing is known to have ended when last heard of.
const std::map<std::string_view, std::set<std::string_view>> kImpossible = {
    {"LastKnownStatus",
     {"COMPLETED", "TERMINATED", "WITHDRAWN", "NO_LONGER_AVAILABLE", "APPROVED_FOR_MARKETING", "WITHHELD", "UNKNOWN"}},
};

bool is_possible(std::string_view piece, std::string_view code) {
    const auto found = kImpossible.find(piece);
    return found == kImpossible.end() || !found->second.contains(code);
}

struct Seen {
    std::set<std::uint16_t> nodes;
    std::map<std::uint16_t, std::set<std::string>> codes;

    void add(Value root) {
        walk(root, [&](const schema::Node& node, Value value) {
            nodes.insert(node.id);
            if (node.enum_type != nullptr) codes[node.id].insert(std::string(value.text()));
        });
    }
};

void expect_all(Seen& seen) {
    for (const schema::Node& node : schema::nodes()) {
        EXPECT_TRUE(seen.nodes.contains(node.id)) << node.path;
        if (node.enum_type == nullptr) continue;
        for (const schema::EnumValue& value : node.enum_type->values) {
            EXPECT_EQ(seen.codes[node.id].contains(std::string(value.value)), is_possible(node.piece, value.value))
                << node.path << " " << value.value;
        }
    }
}

TEST(DemoCoverage, EveryNodeAndEveryCodeOccurs) {
    Seen seen;
    for (const study::Document& document : first_studies()) seen.add(document.root());
    expect_all(seen);
}

// By construction, not by luck.
TEST(DemoCoverage, WhateverTheSeed) {
    for (const std::uint64_t seed : {2U, 3U, 20260901U}) {
        Seen seen;
        for (std::uint64_t i = 0; i < kCoverage; ++i) seen.add(study::Document::parse(study_json(i, seed))->root());
        expect_all(seen);
    }
}

// Baseline measures say the dispersion as a code, outcome measures in words.
std::set<std::pair<std::string, std::string>> pairings(std::string_view module, std::string_view measures) {
    std::set<std::pair<std::string, std::string>> pairs;
    for (const study::Document& document : first_studies()) {
        for (const Value measure : document.root()["resultsSection"][module][measures]) {
            pairs.emplace(measure["paramType"].text(), measure["dispersionType"].text());
        }
    }
    return pairs;
}

TEST(DemoCoverage, EveryKindOfValueWithEveryDispersion) {
    const auto baseline = pairings("baselineCharacteristicsModule", "measures");
    const auto outcome = pairings("outcomeMeasuresModule", "outcomeMeasures");
    for (const schema::EnumValue& param : schema::find_enum("MeasureParam")->values) {
        EXPECT_TRUE(baseline.contains({std::string(param.value), ""}));
        EXPECT_TRUE(outcome.contains({std::string(param.value), ""}));
        for (const schema::EnumValue& dispersion : schema::find_enum("MeasureDispersionType")->values) {
            EXPECT_TRUE(baseline.contains({std::string(param.value), std::string(dispersion.value)}))
                << param.value << " " << dispersion.value;
            const bool other = dispersion.value == "CONFIDENCE_OTHER";
            const std::string words(other ? "84% Confidence Interval" : dispersion.legacy);
            EXPECT_TRUE(outcome.contains({std::string(param.value), words})) << param.value << " " << words;
        }
    }
}

TEST(DemoCoverage, DatesComeInEveryPrecisionThatTheRegistryHas) {
    std::map<std::string_view, std::set<std::size_t>> lengths;
    for (const study::Document& document : first_studies()) {
        walk(document.root(), [&](const schema::Node& node, Value value) {
            if (node.value == schema::ValueKind::PartialDate) lengths[node.piece].insert(value.text().size());
        });
    }
    for (const std::string_view piece : {"StartDate", "PrimaryCompletionDate", "CompletionDate"}) {
        EXPECT_EQ(lengths[piece], (std::set<std::size_t>{4, 7, 10})) << piece;
    }
    EXPECT_EQ(lengths["StatusVerifiedDate"], (std::set<std::size_t>{7, 10}));
    EXPECT_EQ(lengths["OutcomeMeasureAnticipatedPostingDate"], (std::set<std::size_t>{4, 7}));
}

TEST(DemoCoverage, AgesComeInEveryUnit) {
    std::set<std::string> units;
    for (const study::Document& document : first_studies()) {
        walk(document.root(), [&](const schema::Node& node, Value value) {
            if (node.value != schema::ValueKind::Time) return;
            const std::string_view text = value.text();
            units.emplace(text.substr(text.find(' ') + 1));
        });
    }
    for (const char* unit : {"Years", "Year", "Months", "Weeks", "Day", "Hours", "Minutes"}) {
        EXPECT_TRUE(units.contains(unit)) << unit;
    }
}

bool any_text_holds(std::string_view part) {
    return std::any_of(first_studies().begin(), first_studies().end(), [&](const study::Document& document) {
        bool found = false;
        walk(document.root(), [&](const schema::Node& node, Value value) {
            found = found || (node.is_leaf() && value.text().find(part) != std::string_view::npos);
        });
        return found;
    });
}

TEST(DemoCoverage, TextsAreAsUnrulyAsRealOnes) {
    for (const std::string_view part :
         {"\\>",  "\\[",      "\\^",          "\\*", "\\&", "\\~", "\n* ", "\n1. ",  "&lt;",   "&#8805;", "R&D",
          "<b>",  "<script>", "javascript:",  "≥",   "µ",   "é",   "中文", "한국어", "\u0301", "\u030C",  "\uFFFD",
          "ملخص", "👩",       "Côte d’Ivoire"}) {
        EXPECT_TRUE(any_text_holds(part)) << part;
    }
}

std::set<std::string> values_of(std::string_view path) {
    std::set<std::string> values;
    for (const study::Document& document : first_studies()) {
        walk(document.root(), [&](const schema::Node& node, Value value) {
            if (node.path == path) values.insert(std::string(value.text()));
        });
    }
    return values;
}

TEST(DemoCoverage, ResultNumbersAreTextsOfAllSorts) {
    const auto p_values = values_of("resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.pValue");
    for (const char* text : {"<0.001", "&lt; 0.001", ".5", "1.", "=0.05", ">0.99"})
        EXPECT_TRUE(p_values.contains(text));
    const auto values =
        values_of("resultsSection.outcomeMeasuresModule.outcomeMeasures.classes.categories.measurements.value");
    const auto any = [&](const auto& test) { return std::any_of(values.begin(), values.end(), test); };
    EXPECT_TRUE(values.contains("NA"));
    EXPECT_TRUE(any([](const std::string& text) { return text.front() == '.' || text.substr(0, 2) == "-."; }));
    EXPECT_TRUE(any([](const std::string& text) { return text.back() == '.'; }));
    EXPECT_TRUE(any([](const std::string& text) { return text.find(',') != std::string::npos; }));
    EXPECT_TRUE(any([](const std::string& text) { return text.front() == '-'; }));
}

TEST(DemoCoverage, TheLargeCasesComeOnceInEveryCycle) {
    std::map<std::string, int> count;
    for (std::uint64_t i = 0; i < kRareCycle; ++i) {
        const Value root = first_studies()[i].root();
        const Value protocol = root["protocolSection"];
        const Value events = root["resultsSection"]["adverseEventsModule"];
        const std::size_t brief = protocol["identificationModule"]["briefTitle"].text().size();
        const std::size_t official = protocol["identificationModule"]["officialTitle"].text().size();
        count["1,000 sites"] += protocol["contactsLocationsModule"]["locations"].size() == 1000;
        count["hundreds of events"] += events["otherEvents"].size() > 500 && events["seriousEvents"].size() > 200;
        count["long titles"] += brief == 300 && official == 600;
        count["long description"] += protocol["descriptionModule"]["detailedDescription"].text().size() > 30'000;
        count["long criteria"] += protocol["eligibilityModule"]["eligibilityCriteria"].text().size() > 18'000;
        count["eight nines"] += protocol["designModule"]["enrollmentInfo"]["count"].text() == "99999999";
    }
    for (const char* once : {"1,000 sites", "hundreds of events", "long titles", "long description", "long criteria"}) {
        EXPECT_EQ(count[once], 1) << once;
    }
    EXPECT_GE(count["eight nines"], 1);
}

} // namespace
} // namespace trialdex::demo
