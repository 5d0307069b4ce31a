#include "web/components/explanation.h"
#include "web/components/fact_list.h"
#include "web/components/value.h"

#include <gtest/gtest.h>

namespace trialdex::web {
namespace {

study::Document parsed(const std::string& json) {
    auto document = study::Document::parse(json);
    EXPECT_TRUE(document.has_value()) << json;
    return std::move(*document);
}

std::string shown(std::string_view path, const std::string& json) {
    const study::Document document = parsed("{\"v\":" + json + "}");
    const schema::Node* node = schema::find_path(path);
    EXPECT_NE(node, nullptr) << path;
    Html html;
    value(html, *node, document.root()["v"]);
    return html.take();
}

TEST(Value, CodesStandInWordsWithTheCodeBeside) {
    EXPECT_EQ(shown("protocolSection.statusModule.overallStatus", R"("ACTIVE_NOT_RECRUITING")"),
              "<span class=\"term\">Active, not recruiting</span> <code class=\"code\">ACTIVE_NOT_RECRUITING</code>");
    EXPECT_EQ(shown("protocolSection.statusModule.overallStatus", R"("BRAND_NEW")"),
              "<code class=\"code\">BRAND_NEW</code>");
}

TEST(Value, DatesKeepTheirPrecision) {
    constexpr std::string_view kStart = "protocolSection.statusModule.startDateStruct.date";
    EXPECT_EQ(shown(kStart, R"("2020-11-30")"), "<time datetime=\"2020-11-30\">30 November 2020</time>");
    EXPECT_EQ(shown(kStart, R"("2020-11")"), "<time datetime=\"2020-11\">November 2020</time>");
    EXPECT_EQ(shown(kStart, R"("2020")"), "<time datetime=\"2020\">2020</time>");
    EXPECT_EQ(shown(kStart, R"("soon <b>")"), "soon &lt;b&gt;");
    EXPECT_EQ(shown("documentSection.largeDocumentModule.largeDocs.uploadDate", R"("2024-02-01T10:49")"),
              "<time datetime=\"2024-02-01T10:49\">1 February 2024, 10:49</time>");
}

TEST(Value, BooleansNumbersAndAges) {
    EXPECT_EQ(shown("protocolSection.eligibilityModule.healthyVolunteers", "false"), "No");
    EXPECT_EQ(shown("protocolSection.eligibilityModule.healthyVolunteers", "true"), "Yes");
    EXPECT_EQ(shown("protocolSection.eligibilityModule.healthyVolunteers", R"("maybe")"), "maybe");
    EXPECT_EQ(shown("protocolSection.designModule.enrollmentInfo.count", "1234567"), "1,234,567");
    EXPECT_EQ(shown("protocolSection.designModule.enrollmentInfo.count", "0"), "0");
    EXPECT_EQ(shown("protocolSection.eligibilityModule.minimumAge", R"("18 Years")"), "18 Years");
}

TEST(Value, PlacesOnTheMap) {
    constexpr std::string_view kPoint = "protocolSection.contactsLocationsModule.locations.geoPoint";
    EXPECT_EQ(shown(kPoint, R"({"lat":43.81639,"lon":-79.42516})"), "43.82° N, 79.43° W");
    EXPECT_EQ(shown(kPoint, R"({"lat":-33,"lon":151})"), "33° S, 151° E");
    EXPECT_EQ(shown(kPoint, R"({"lat":51.50853,"lon":-0.12574})"), "51.51° N, 0.13° W"); // was 0.1257° beside 51.51°
    EXPECT_NE(shown(kPoint, R"({"lat":"x"})").find("lat"), std::string::npos);
}

TEST(Value, ListsAndMarkup) {
    EXPECT_EQ(shown("protocolSection.conditionsModule.conditions", R"(["Asthma"])"), "Asthma");
    EXPECT_EQ(shown("protocolSection.conditionsModule.conditions", R"(["A & B","&lt;C"])"),
              "<ul class=\"values\"><li>A &amp; B</li><li>&lt;C</li></ul>");
    EXPECT_EQ(shown("protocolSection.descriptionModule.briefSummary", R"("a \\> b")"), "<p>a &gt; b</p>");
}

TEST(Value, WhatDoesNotFitItsTypeIsShownAsItIs) {
    EXPECT_EQ(shown("protocolSection.conditionsModule.conditions", "[null]"), "empty in the record");
    const std::string odd = shown("protocolSection.identificationModule.briefTitle", R"({"a":["<x>",1.50]})");
    EXPECT_NE(odd.find("&lt;x&gt;"), std::string::npos);
    EXPECT_NE(odd.find("1.50"), std::string::npos);
}

TEST(Value, GroupsDigitsOnly) {
    EXPECT_EQ(grouped("999"), "999");
    EXPECT_EQ(grouped("1000"), "1,000");
    EXPECT_EQ(grouped("-1234567"), "-1,234,567");
    EXPECT_EQ(grouped("1e6"), "1e6");
    EXPECT_EQ(grouped("<0.05"), "<0.05");
    EXPECT_EQ(grouped(""), "");
}

TEST(Value, WebAddressesOfRecordsAreLinksOnlyWhenTheyAreWebAddresses) {
    Html html;
    web_address(html, "javascript:alert(1)");
    EXPECT_EQ(html.str(), "javascript:alert(1)");
    Html decoded;
    web_address(decoded, "http:&#x2F;&#x2F;example.org");
    EXPECT_NE(decoded.str().find("href=\"http://example.org\""), std::string::npos);
}

TEST(Value, AnAddressThatIsAFieldOrStandsInOneIsALink) {
    EXPECT_NE(shown("protocolSection.ipdSharingStatementModule.url", R"("https://example.org/data")")
                  .find("<a href=\"https://example.org/data\""),
              std::string::npos);
    EXPECT_NE(shown("protocolSection.conditionsModule.conditions", R"(["See http://example.org."])")
                  .find("href=\"http://example.org\""),
              std::string::npos);
    EXPECT_EQ(shown("protocolSection.ipdSharingStatementModule.url", "\"javascript:alert(1)\""), "javascript:alert(1)");
}

TEST(Explanation, LabelsAndCodesOpenInPlace) {
    Html html;
    const schema::Node& node = *schema::find_path("protocolSection.statusModule.overallStatus");
    explained_label(html, node);
    explained_code(html, *node.enum_type, "WITHDRAWN");
    EXPECT_NE(html.str().find("<summary><span class=\"term\">Overall status</span></summary>"), std::string::npos);
    EXPECT_NE(html.str().find("<code class=\"code\">WITHDRAWN</code></summary><p>"), std::string::npos);
}

std::string facts(std::string_view path, const std::string& json, const FactListOptions& options = {}) {
    const study::Document document = parsed(json);
    Html html;
    fact_list(html, *schema::find_path(path), document.root(), options);
    return html.take();
}

TEST(FactList, FollowsTheSchemasOrderAndKeepsWhatTheSchemaDoesNotKnow) {
    const std::string out = facts("protocolSection.oversightModule",
                                  R"({"newFlag":"a<b","isFdaRegulatedDrug":false,"oversightHasDmc":true})");
    const std::size_t first = out.find("Data monitoring committee");
    const std::size_t second = out.find("U.S.-regulated drug");
    const std::size_t third = out.find("newFlag");
    EXPECT_LT(first, second);
    EXPECT_LT(second, third);
    EXPECT_NE(out.find("a&lt;b"), std::string::npos);
}

TEST(FactList, SkipsWhatStandsElsewhereAndSaysWhatIsMissing) {
    constexpr std::string_view kSkip[] = {"oversightHasDmc"};
    constexpr std::string_view kExpected[] = {"isUsExport"};
    const std::string out =
        facts("protocolSection.oversightModule", R"({"oversightHasDmc":true})", {.skip = kSkip, .expected = kExpected});
    EXPECT_EQ(out.find("Data monitoring"), std::string::npos);
    EXPECT_NE(out.find(kNotInRecord), std::string::npos);
    EXPECT_EQ(facts("protocolSection.oversightModule", "{}"), "");
}

TEST(FactList, MissingLabelsReadAsPartOfASentence) {
    Html html;
    constexpr std::string_view kLabels[] = {"Sex", "NCT number", "U.S.-regulated drug"};
    not_in_record(html, kLabels);
    EXPECT_EQ(html.str(), "<p class=\"absent\">Not in this record: sex, NCT number, U.S.-regulated drug.</p>");
}

} // namespace
} // namespace trialdex::web
