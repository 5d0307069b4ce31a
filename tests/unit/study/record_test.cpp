#include "schema/schema.h"
#include "study/record.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace trialdex::study {
namespace {

constexpr std::string_view kSmall =
    R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000007","nctIdAliases":["NCT00000003","x"],"briefTitle":"A \"small\" study"},)"
    R"("statusModule":{"overallStatus":"RECRUITING","lastUpdatePostDateStruct":{"date":"2025-04-08"}}},)"
    R"("derivedSection":{"miscInfoModule":{"versionHolder":"2025-12-24"}},"hasResults":false})";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos);
    return text.replace(at, from.size(), to);
}

Record checked(std::string_view text) {
    auto record = check_record(text);
    EXPECT_TRUE(record.has_value()) << record.error().message;
    return std::move(*record);
}

TEST(Record, KnowsWhatImportMustKnow) {
    const Record record = checked(kSmall);
    EXPECT_EQ(record.id.text(), "NCT00000007");
    ASSERT_EQ(record.aliases.size(), 1U);
    EXPECT_EQ(record.aliases[0].text(), "NCT00000003");
    EXPECT_EQ(record.version_holder, "2025-12-24");
    EXPECT_EQ(record.last_update_posted, "2025-04-08");
    EXPECT_EQ(record.brief_title, "A \"small\" study");
    EXPECT_EQ(record.overall_status, "RECRUITING");
    EXPECT_FALSE(record.has_results);
    EXPECT_TRUE(record.unknown.empty());
    const auto status = schema::find_path("protocolSection.statusModule");
    EXPECT_TRUE(std::binary_search(record.present.begin(), record.present.end(), status->id));
    EXPECT_EQ(record.present.size(), 6U);
}

TEST(Record, TakesTheVersionHolderOutAndPutsItBack) {
    const Record record = checked(kSmall);
    EXPECT_EQ(record.text.find("2025-12-24"), std::string::npos);
    EXPECT_EQ(restore_holder(record.text, record.holder_slot, record.version_holder), kSmall);
}

TEST(Record, TheDayOfTheDataLoadDoesNotChangeTheFingerprint) {
    const auto other = replaced(std::string(kSmall), "2025-12-24", "2026-01-02");
    EXPECT_EQ(checked(kSmall).fingerprint, checked(other).fingerprint);
    EXPECT_NE(checked(kSmall).fingerprint,
              checked(replaced(std::string(kSmall), "2025-04-08", "2025-04-09")).fingerprint);
    // A holder that is no day is content like any other.
    EXPECT_NE(checked(replaced(std::string(kSmall), "2025-12-24", "yesterday")).fingerprint,
              checked(replaced(std::string(kSmall), "2025-12-24", "tomorrow")).fingerprint);
}

TEST(Record, LayoutAndMemberOrderDoNotCount) {
    const Record plain = checked(kSmall);
    const Record spaced = checked(
        "\n{ \"hasResults\" : false,\n \"derivedSection\":{\"miscInfoModule\":{\"versionHolder\":\"2025-12-24\"}},"
        "\"protocolSection\":{\"statusModule\":{\"lastUpdatePostDateStruct\":{\"date\":\"2025-04-08\"},"
        "\"overallStatus\":\"RECRUITI\\u004eG\"},\"identificationModule\":{\"nctId\":\"NCT00000007\", "
        "\"briefTitle\":\"A \\\"small\\\" study\",\"nctIdAliases\":[\"NCT00000003\",\"x\"]}}}\n");
    EXPECT_EQ(plain.fingerprint, spaced.fingerprint);
    EXPECT_EQ(spaced.text.find('\n'), std::string::npos);
    EXPECT_NE(restore_holder(spaced.text, spaced.holder_slot, spaced.version_holder).find("\"2025-12-24\""),
              std::string::npos);
}

TEST(Record, ListOrderCounts) {
    EXPECT_NE(checked(kSmall).fingerprint,
              checked(replaced(std::string(kSmall), R"(["NCT00000003","x"])", R"(["x","NCT00000003"])")).fingerprint);
}

TEST(Record, NumbersCompareByValue) {
    const auto fingerprint = [](const std::string& json) { return fingerprint_of(Document::parse(json)->root()); };
    EXPECT_EQ(fingerprint("[1]"), fingerprint("[1.0]"));
    EXPECT_EQ(fingerprint("[100]"), fingerprint("[1e2]"));
    EXPECT_EQ(fingerprint("[0.1]"), fingerprint("[1e-1]"));
    EXPECT_NE(fingerprint("[1]"), fingerprint("[\"1\"]"));
    EXPECT_NE(fingerprint("[[]]"), fingerprint("[{}]"));
    EXPECT_NE(fingerprint("[99999999]"), fingerprint("[99999998]"));
    EXPECT_NE(fingerprint("[9007199254740993]"), fingerprint("[9007199254740992]"));
}

TEST(Record, CountsUnknownMembersByPath) {
    const Record record =
        checked(replaced(std::string(kSmall), "\"overallStatus\"", "\"novelty\":{\"x\":1},\"overallStatus\""));
    ASSERT_EQ(record.unknown.size(), 1U);
    EXPECT_EQ(record.unknown[0], "protocolSection.statusModule.novelty");
}

TEST(Record, RefusesWhatIsNoRecord) {
    EXPECT_FALSE(check_record("[]"));
    EXPECT_FALSE(check_record("{}"));
    EXPECT_FALSE(check_record(""));
    for (const std::string_view id : {"NCT123", "nct00000007", "NCT00000000", "NCT0000000x", "NCT000000071", ""}) {
        const auto record = check_record(replaced(std::string(kSmall), "NCT00000007", id));
        ASSERT_FALSE(record) << id;
        EXPECT_NE(record.error().message.find("NCT and eight digits"), std::string::npos);
    }
}

TEST(Record, ModuleFingerprintsChangeWithTheirModuleOnly) {
    const auto of = [](const std::string& text) { return module_fingerprints(Document::parse(text)->root()); };
    const auto before = of(std::string(kSmall));
    const auto after =
        of(replaced(replaced(std::string(kSmall), "RECRUITING", "COMPLETED"), "2025-12-24", "2026-01-01"));
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(before[i].path, after[i].path);
        EXPECT_EQ(before[i].fingerprint == after[i].fingerprint, before[i].path != "protocolSection.statusModule");
    }
}

} // namespace
} // namespace trialdex::study
