#include "study/json.h"

#include <gtest/gtest.h>

namespace trialdex::study {
namespace {

Document parsed(const std::string& text) {
    auto document = Document::parse(text);
    EXPECT_TRUE(document.has_value()) << text << ": " << document.error().message;
    return std::move(*document);
}

std::string reason(const std::string& text) {
    const auto document = Document::parse(text);
    return document ? "accepted" : document.error().message;
}

TEST(Json, ReadsMembersElementsAndSlices) {
    const Document document = parsed(R"( { "a" : [ 1, 2.5 , {"b": "x\ny"} ], "é" : null, "empty": {}, "t":true } )");
    const Value root = document.root();
    EXPECT_EQ(root.size(), 4U);
    EXPECT_EQ(root["a"].raw(), R"([ 1, 2.5 , {"b": "x\ny"} ])");
    EXPECT_EQ(root["a"].at(0).integer(), 1);
    EXPECT_EQ(root["a"].at(1).number(), 2.5);
    EXPECT_EQ(root["a"].at(2)["b"].text(), "x\ny");
    EXPECT_EQ(root["a"].at(2)["b"].raw(), R"("x\ny")");
    EXPECT_EQ(root["a"].at(3).kind(), JsonKind::Absent);
    EXPECT_EQ(root["é"].kind(), JsonKind::Null);
    EXPECT_EQ(root["empty"].raw(), "{}");
    EXPECT_EQ(root["t"].boolean(), true);
    EXPECT_EQ(root["no"]["such"].at(3)["thing"].text(), "");
}

TEST(Json, IteratesInTheOrderWritten) {
    const Document document = parsed(R"({"z":1,"a":[],"m":{"k":[[],[1]]},"b":2})");
    std::string keys;
    for (const Value member : document.root()) keys += member.key();
    EXPECT_EQ(keys, "zamb");
    int elements = 0;
    for (const Value element : document.root()["a"]) elements += element ? 1 : 0;
    EXPECT_EQ(elements, 0);
    EXPECT_EQ(document.root()["m"]["k"].at(1).at(0).integer(), 1);
}

TEST(Json, UnescapesNamesAndTexts) {
    const Document document = parsed(R"({"a\u0062":"\u00e9\"\\","plain":"}]"})");
    EXPECT_EQ(document.root()["ab"].text(), "é\"\\");
    EXPECT_EQ(document.root()["plain"].text(), "}]");
    EXPECT_EQ(document.root()["ab"].key(), "ab");
}

TEST(Json, RefusesWithAReason) {
    EXPECT_NE(reason("{\"a\":1"), "accepted");
    EXPECT_NE(reason("{\"a\":1}}"), "accepted");
    EXPECT_NE(reason("{\"a\":1} {\"b\":2}"), "accepted");
    EXPECT_NE(reason("{\"a\" 1}"), "accepted");
    EXPECT_NE(reason("{\"a\":tru}"), "accepted");
    EXPECT_NE(reason("{\"a\":01}"), "accepted");
    EXPECT_NE(reason("{\"a\":[1,]}"), "accepted");
    EXPECT_NE(reason("{\"a\":\"tab\there\"}"), "accepted");
    EXPECT_NE(reason(""), "accepted");
    EXPECT_NE(reason("   "), "accepted");
    EXPECT_NE(reason("7"), "accepted");
    EXPECT_NE(reason(std::string("{\"a\":\"\0\"}", 9)), "accepted");
    EXPECT_NE(reason("{\"a\":\"\xff\"}").find("UTF-8"), std::string::npos);
    EXPECT_NE(reason("{\"a\":1,\"a\":2}").find("twice"), std::string::npos);
    EXPECT_NE(reason("{\"a\":1,\"\\u0061\":2}").find("twice"), std::string::npos);
}

TEST(Json, RefusesWhatIsNestedTooDeep) {
    const std::string deep = std::string(2000, '[') + std::string(2000, ']');
    EXPECT_NE(reason(deep).find("levels deep"), std::string::npos);
    const std::string bearable = std::string(kMaxJsonDepth, '[') + std::string(kMaxJsonDepth, ']');
    EXPECT_EQ(reason(bearable), "accepted");
    EXPECT_NE(reason(std::string(2'000'000, '[')), "accepted");
}

TEST(Json, EveryTruncationIsRefused) {
    const std::string whole =
        R"({"protocolSection":{"a":[1,-2.5e3,"x\u00e9\n",true,false,null,{"b":{}}]},"hasResults":false})";
    ASSERT_EQ(reason(whole), "accepted");
    for (std::size_t length = 0; length < whole.size(); ++length) {
        EXPECT_NE(reason(whole.substr(0, length)), "accepted") << length;
    }
}

} // namespace
} // namespace trialdex::study
