#include "study/node_path.h"
#include "support/shared_data.h"
#include "support/whole_record.h"

#include <cctype>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <set>

namespace trialdex::study {
namespace {

Document parsed(std::string text) {
    auto document = Document::parse(std::move(text));
    EXPECT_TRUE(document.has_value());
    return std::move(*document);
}

using Outcome = NodePlace::Outcome;

constexpr std::string_view kArms =
    R"({"protocolSection":{"descriptionModule":{"briefSummary":"s"},"conditionsModule":{"conditions":["a","b"]},)"
    R"("armsInterventionsModule":{"armGroups":[{"label":"A"},{"label":"B"}]},)"
    R"("contactsLocationsModule":{"locations":[{"city":"X","geoPoint":{"lat":1,"lon":2},"contacts":[{"name":"N"}]}]}},)"
    R"("derivedSection":{"miscInfoModule":{"modelPredictions":{"bmiLimits":{"minBmi":18.5}},"odd":[[{"k":1}],2]}},)"
    R"("hasResults":false})";

// Every node with a page, with its canonical path, by walking the record itself.
void each_node(Value value, const schema::Node* node, bool at_top, const std::string& path,
               const std::function<void(const std::string&, Value)>& visit) {
    if (value.is_array()) {
        std::size_t index = 0;
        for (Value element : value) {
            const std::string below = element_path(path, index++);
            if (!has_own_page(node, element)) continue;
            visit(below, element);
            each_node(element, node, false, below, visit);
        }
        return;
    }
    for (Value member : value) {
        const schema::Node* below = member_node(node, at_top, member.key());
        if (!has_own_page(below, member)) continue;
        const std::string child = child_path(path, member.key());
        visit(child, member);
        each_node(member, below, false, child, visit);
    }
}

std::size_t check_all_nodes(Value record) {
    std::set<std::string> seen;
    each_node(record, nullptr, true, "", [&](const std::string& path, Value value) {
        EXPECT_TRUE(seen.insert(path).second) << path << " names two nodes";
        const NodePlace place = resolve_path(record, path);
        ASSERT_EQ(place.outcome, Outcome::Node) << path;
        EXPECT_EQ(place.path, path);
        ASSERT_FALSE(place.steps.empty());
        EXPECT_EQ(place.steps.back().value.raw().data(), value.raw().data()) << path;

        std::string untidy = "/" + path + "//";
        for (char& c : untidy) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        EXPECT_EQ(resolve_path(record, resolve_path(record, untidy).path).path, resolve_path(record, untidy).path);
    });
    return seen.size();
}

TEST(NodePath, FindsEveryNodeOfARecordThatHoldsTheWholeSchema) {
    const Document document = parsed(support::whole_record("NCT00000001"));
    EXPECT_GT(check_all_nodes(document.root()), 400U);
    for (const schema::Node& node : schema::nodes()) {
        if (node.is_leaf()) continue;
        const NodePlace place = resolve_path(document.root(), node.piece);
        ASSERT_EQ(place.outcome, Outcome::Node) << node.piece;
        EXPECT_EQ(resolve_path(document.root(), place.path).path, place.path);
    }
}

TEST(NodePath, FindsEveryNodeOfRealRecords) {
    const auto file = support::shared_file("seeds/studies.ndjson");
    if (!file) GTEST_SKIP() << "no shared data beside the checkout";
    std::ifstream in(*file);
    for (std::string line; std::getline(in, line);) EXPECT_GT(check_all_nodes(parsed(line).root()), 5U);
}

TEST(NodePath, ForgivesHowAPathIsWritten) {
    const Document document = parsed(std::string(kArms));
    const std::string arm = "protocolSection/armsInterventionsModule/armGroups/1";
    for (const std::string_view asked :
         {"PROTOCOLSECTION/armsinterventionsmodule/ArmGroups/1",
          "/protocolSection//armsInterventionsModule/armGroups/1/",
          "protocolSection/armsInterventionsModule/armGroups/001", "ArmGroup/1", "armsInterventionsModule/armGroups/1",
          "protocolSection.armsInterventionsModule/armGroups/1"}) {
        const NodePlace place = resolve_path(document.root(), asked);
        EXPECT_EQ(place.outcome, Outcome::Node) << asked;
        EXPECT_EQ(place.path, arm) << asked;
        EXPECT_EQ(place.steps.back().value["label"].text(), "B");
    }
    EXPECT_EQ(resolve_path(document.root(), "DescriptionModule").path, "protocolSection/descriptionModule");
    EXPECT_EQ(resolve_path(document.root(), "").steps.size(), 0U);
}

TEST(NodePath, AFieldStandsOnThePageOfItsParent) {
    const Document document = parsed(std::string(kArms));
    struct Case {
        std::string_view asked, path, field;
    };
    for (const Case& c :
         {Case{"protocolSection/descriptionModule/briefsummary", "protocolSection/descriptionModule", "briefSummary"},
          Case{"BriefSummary", "protocolSection/descriptionModule", "briefSummary"},
          Case{"DetailedDescription", "protocolSection/descriptionModule", "detailedDescription"}, // absent, known
          Case{"ArmGroupLabel", "protocolSection/armsInterventionsModule/armGroups", "label"},
          Case{"ArmGroup/0/label", "protocolSection/armsInterventionsModule/armGroups/0", "label"},
          Case{"conditionsModule/conditions/1", "protocolSection/conditionsModule", "conditions"},
          Case{"Location/0/geoPoint/lat", "protocolSection/contactsLocationsModule/locations/0", "geoPoint"},
          Case{"hasResults", "", "hasResults"}}) {
        const NodePlace place = resolve_path(document.root(), c.asked);
        EXPECT_EQ(place.outcome, Outcome::Field) << c.asked;
        EXPECT_EQ(place.path, c.path) << c.asked;
        EXPECT_EQ(place.field, c.field) << c.asked;
    }
}

TEST(NodePath, WhatIsNotThereLeadsToTheNearestAncestor) {
    const Document document = parsed(std::string(kArms));
    const NodePlace absent = resolve_path(document.root(), "protocolSection/oversightModule");
    EXPECT_EQ(absent.outcome, Outcome::Absent);
    EXPECT_EQ(absent.absent, schema::find_piece("OversightModule"));
    EXPECT_EQ(absent.path, "protocolSection");
    EXPECT_EQ(resolve_path(document.root(), "SeriousEvent/4").absent, schema::find_piece("ResultsSection"));

    struct Case {
        std::string_view asked, path, rest;
    };
    for (const Case& c :
         {Case{"nonsense", "", "nonsense"}, Case{"protocolSection/nonsense/0", "protocolSection", "nonsense"},
          Case{"ArmGroup/2", "protocolSection/armsInterventionsModule/armGroups", "2"},
          Case{"ArmGroup/99999999999999999999", "protocolSection/armsInterventionsModule/armGroups",
               "99999999999999999999"},
          Case{"ArmGroup/-1", "protocolSection/armsInterventionsModule/armGroups", "-1"},
          Case{"protocolSection/0", "protocolSection", "0"},
          Case{"BriefSummary/deeper", "protocolSection/descriptionModule", "briefSummary"},
          Case{"conditionsModule/conditions/2", "protocolSection/conditionsModule", "conditions"}}) {
        const NodePlace place = resolve_path(document.root(), c.asked);
        EXPECT_EQ(place.outcome, Outcome::Unknown) << c.asked;
        EXPECT_EQ(place.path, c.path) << c.asked;
        EXPECT_EQ(place.rest, c.rest) << c.asked;
    }
}

TEST(NodePath, AnInnerListWithoutAnIndexAnswersAtTheOuterList) {
    const Document document = parsed(std::string(kArms));
    const NodePlace place = resolve_path(document.root(), "LocationContact");
    EXPECT_EQ(place.outcome, Outcome::Node);
    EXPECT_EQ(place.path, "protocolSection/contactsLocationsModule/locations");
}

TEST(NodePath, NodesThatTheSchemaDoesNotKnowHavePlacesToo) {
    const Document document = parsed(std::string(kArms));
    const NodePlace place = resolve_path(document.root(), "derivedSection/miscInfoModule/modelPredictions/bmiLimits");
    EXPECT_EQ(place.outcome, Outcome::Node);
    EXPECT_EQ(place.steps.back().node, nullptr);
    EXPECT_EQ(resolve_path(document.root(), "derivedSection/miscInfoModule/odd/0/0").outcome, Outcome::Node);
    EXPECT_EQ(check_all_nodes(document.root()), 19U);
}

TEST(NodePath, EveryNameARecordCanHoldSurvivesAnAddress) {
    const Document document = parsed(
        R"({"history":{"a":1},"Related":{},"":{"":{}},"a/b":{"c":{}},"~":{},"~2f":{},"/":{},".":{},"..":{},"x y%\u0000ü<\"":{},)"
        R"("Foo":{"x":{}},"foo":{"y":{}},"history2":{}})");
    EXPECT_EQ(check_all_nodes(document.root()), 17U);
    EXPECT_EQ(path_segment("history", true), "~68istory");
    EXPECT_EQ(path_segment("history", false), "history");
    EXPECT_EQ(path_segment("..", false), "~2e.");
    EXPECT_EQ(path_segment("a/b", true), "a~2fb");
    EXPECT_EQ(path_segment("", true), "~");
}

} // namespace
} // namespace trialdex::study
