#include "study/legacy_markup.h"
#include "study/record.h"
#include "support/random_record.h"

#include <gtest/gtest.h>

namespace trialdex::study {
namespace {

TEST(LegacyMarkup, EscapesGoAndLinesEndInCrLf) {
    EXPECT_EQ(legacy_text("Age \\>= 18\n\\* not a list\n\n1. one"), "Age >= 18\r\n* not a list\r\n\r\n1. one");
    EXPECT_EQ(legacy_text("a\\\\b \\n \\é \\"), "a\\b \\n \\é \\");
    EXPECT_EQ(legacy_text("a\r\nb"), "a\r\nb");
    EXPECT_EQ(legacy_text(""), "");
}

TEST(LegacyMarkup, OnlyFormattedTextsChange) {
    const auto document =
        Document::parse(R"({"protocolSection":{"identificationModule":{"briefTitle":"a \\> b\n"},)"
                        R"("descriptionModule":{"briefSummary":"a \\> b\nc","new":"\\>"},)"
                        R"("armsInterventionsModule":{"armGroups":[{"description":"\\[x\\]","label":"\\["},)"
                        R"(7]}},"hasResults":true,"other":{"briefSummary":"\\>"}})");
    ASSERT_TRUE(document);
    EXPECT_EQ(with_legacy_markup(document->root()),
              R"({"protocolSection":{"identificationModule":{"briefTitle":"a \\> b\n"},)"
              R"("descriptionModule":{"briefSummary":"a > b\r\nc","new":"\\>"},)"
              R"("armsInterventionsModule":{"armGroups":[{"description":"[x]","label":"\\["},)"
              R"(7]}},"hasResults":true,"other":{"briefSummary":"\\>"}})");
}

TEST(LegacyMarkup, RecordsWithoutEscapesStayAsTheyAre) {
    for (unsigned seed = 0; seed < 50; ++seed) {
        const std::string text = support::RandomRecord(seed).text();
        const auto document = Document::parse(text);
        ASSERT_TRUE(document);
        const auto again = Document::parse(with_legacy_markup(document->root()));
        ASSERT_TRUE(again);
        EXPECT_EQ(fingerprint_of(again->root()), fingerprint_of(document->root()));
    }
}

} // namespace
} // namespace trialdex::study
