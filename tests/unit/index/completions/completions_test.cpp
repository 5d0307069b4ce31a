#include "index/completions/completions.h"
#include "support/damage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>

namespace trialdex::index {
namespace {

using testing::ElementsAre;

struct Built {
    std::string bytes;
    Completions table;
};

Built finished(CompletionsBuilder& builder) {
    Built built{builder.finish(), {}};
    auto table = Completions::open(built.bytes);
    EXPECT_TRUE(table);
    if (table) built.table = *std::move(table);
    return built;
}

std::vector<std::string> texts(const std::vector<Completion>& completions) {
    std::vector<std::string> result;
    for (const Completion& completion : completions) result.emplace_back(completion.text);
    return result;
}

void add(CompletionsBuilder& builder, std::string_view name, int studies, NameKind kind = NameKind::Condition) {
    const StudyName named{kind, name};
    for (int i = 0; i < studies; ++i) builder.add_study({&named, 1});
}

void add_word(CompletionsBuilder& builder, std::string_view word, int studies) {
    for (int i = 0; i < studies; ++i) builder.add_word(word);
}

TEST(Completions, AStudyThatSpellsANameInTwoWaysCountsOnce) {
    CompletionsBuilder builder;
    const StudyName names[] = {{NameKind::Condition, "Breast cancer"},    {NameKind::Condition, "BREAST CANCER"},
                               {NameKind::Condition, "breast-cancer"},    {NameKind::Condition, "Breast cancer"},
                               {NameKind::Intervention, "Breast cancer"}, {NameKind::Condition, "Asthma"}};
    builder.add_study(names);
    builder.add_study({names, 2});
    const Built built = finished(builder);
    const auto found = built.table.find("breast", 10);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].kind, NameKind::Condition);
    EXPECT_EQ(found[0].studies, 2u);
    EXPECT_EQ(found[0].text, "Breast cancer") << "as the record writes it first";
    EXPECT_EQ(found[1].studies, 1u);
}

TEST(Completions, WholeNamesComeBeforeInnerWordsAndEachMostStudiesFirst) {
    CompletionsBuilder builder;
    add(builder, "Breast Cancer", 9);
    add(builder, "Cancer", 5);
    add(builder, "Cancer of the Lung", 7);
    add(builder, "Lung Cancer", 8);
    add(builder, "Asthma", 20);
    const Built built = finished(builder);
    EXPECT_THAT(texts(built.table.find("cancer", 10)),
                ElementsAre("Cancer of the Lung", "Cancer", "Breast Cancer", "Lung Cancer"));
    EXPECT_THAT(texts(built.table.find("CANC", 3)), ElementsAre("Cancer of the Lung", "Cancer", "Breast Cancer"));
    EXPECT_THAT(texts(built.table.find("lung", 10)), ElementsAre("Lung Cancer", "Cancer of the Lung"));
    EXPECT_THAT(texts(built.table.find("lung c", 10)), ElementsAre("Lung Cancer"));
    EXPECT_THAT(built.table.find("cancers", 10), testing::IsEmpty());
    EXPECT_THAT(built.table.find("", 10), testing::IsEmpty());
    EXPECT_THAT(built.table.find(" - ", 10), testing::IsEmpty());
    EXPECT_THAT(built.table.find("cancer", 0), testing::IsEmpty());
}

TEST(Completions, SpellingsOfOneNameAreOneAndTheCommonestIsShown) {
    CompletionsBuilder builder;
    add(builder, "SJÖGREN SYNDROME", 1);
    add(builder, "Sjögren Syndrome", 3);
    add(builder, "Sjogren syndrome", 2);
    add(builder, "Sjogren syndrome", 4, NameKind::Sponsor); // another kind is another name
    const Built built = finished(builder);
    const auto found = built.table.find("sjög", 10);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].text, "Sjögren Syndrome");
    EXPECT_EQ(found[0].studies, 6U);
    EXPECT_EQ(found[0].kind, NameKind::Condition);
    EXPECT_EQ(found[1].kind, NameKind::Sponsor);
    EXPECT_EQ(found[1].studies, 4U);
}

TEST(Completions, HyphenatedNamesAreFoundSplitAndJoined) {
    CompletionsBuilder builder;
    add(builder, "COVID-19 Pneumonia", 2);
    const Built built = finished(builder);
    for (const std::string_view prefix : {"covid", "covid-1", "covid 19 pn", "covid19 p", "19", "pneu"})
        EXPECT_THAT(texts(built.table.find(prefix, 5)), ElementsAre("COVID-19 Pneumonia")) << prefix;
}

TEST(Completions, ASentenceIsNoName) {
    CompletionsBuilder builder;
    add(builder, std::string(400, 'a'), 5);
    add(builder, "!?", 5);
    EXPECT_EQ(finished(builder).table.names(), 0U);
}

// Names of a few short words, so that prefixes have long ranges and names repeat words; none is a function word.
std::map<std::string, std::uint32_t> made_up(int names, unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](int limit) { return std::uniform_int_distribution<>(0, limit - 1)(random); };
    std::map<std::string, std::uint32_t> studies;
    for (int i = 0; i < names; ++i) {
        std::string name;
        for (int words = 1 + below(4); words != 0; --words) {
            if (!name.empty()) name += ' ';
            name += "bcd"[below(3)];
            for (int letters = below(4); letters != 0; --letters) name += "bcdfg"[below(5)];
        }
        studies[name] = static_cast<std::uint32_t>(1 + below(9));
    }
    return studies;
}

TEST(Completions, FindsWhatAWalkOverAllNamesFinds) {
    const auto names = made_up(3000, 1);
    CompletionsBuilder builder;
    for (const auto& [name, studies] : names) add(builder, name, static_cast<int>(studies));
    const Built built = finished(builder);
    for (const std::string_view prefix : {"b", "c", "bb", "bc", "bcd", "d", "d b", "c c c", "dd", "bcdf", "x"}) {
        std::vector<std::pair<std::tuple<int, int>, std::string>> expected;
        for (const auto& [name, studies] : names) {
            const bool whole = name.starts_with(prefix);
            if (whole || name.find(" " + std::string(prefix)) != std::string::npos)
                expected.push_back({{whole ? 0 : 1, -static_cast<int>(studies)}, name});
        }
        std::ranges::sort(expected);
        for (const std::size_t limit : {1U, 7U, 64U, 5000U}) {
            std::vector<std::string> best;
            for (std::size_t i = 0; i < std::min(limit, expected.size()); ++i) best.push_back(expected[i].second);
            ASSERT_EQ(texts(built.table.find(prefix, limit)), best) << prefix << ' ' << limit;
        }
    }
}

TEST(Completions, RunsOfStudiesPutTogetherAreTheWhole) {
    const auto names = made_up(300, 2);
    CompletionsBuilder whole;
    CompletionsBuilder together;
    for (const int run : {0, 1, 2}) {
        CompletionsBuilder part;
        for (const auto& [name, studies] : names) {
            add(whole, name, static_cast<int>(studies));
            add(part, name, static_cast<int>(studies));
            add_word(whole, name.substr(0, name.find(' ')), run);
            add_word(part, name.substr(0, name.find(' ')), run);
        }
        together.append(finished(part).table);
    }
    EXPECT_EQ(together.finish(), whole.finish());
}

TEST(Completions, CountsWords) {
    CompletionsBuilder builder;
    add_word(builder, "diabetes", 3);
    add_word(builder, "asthma", 1);
    const Built built = finished(builder);
    EXPECT_EQ(built.table.word_count("diabetes"), 3U);
    EXPECT_EQ(built.table.word_count("asthma"), 1U);
    for (const std::string_view word : {"", "diabete", "diabetess", "zzz"})
        EXPECT_EQ(built.table.word_count(word), 0U) << word;
}

TEST(Completions, MendsASlip) {
    CompletionsBuilder builder;
    add_word(builder, "metformin", 100);
    add_word(builder, "metaformin", 10);
    add_word(builder, "metforrmin", 11);
    add_word(builder, "gout", 50);
    add_word(builder, "good", 90);
    add_word(builder, "тиреоидит", 20);
    add_word(builder, "2mg", 500);
    const Built built = finished(builder);
    const auto& table = built.table;
    EXPECT_EQ(table.nearest_word("metfromin"), "metformin");  // swapped
    EXPECT_EQ(table.nearest_word("metfomin"), "metformin");   // left out
    EXPECT_EQ(table.nearest_word("metaformin"), "metformin"); // known, but ten times rarer
    EXPECT_EQ(table.nearest_word("metforrmin"), std::nullopt);
    EXPECT_EQ(table.nearest_word("metformin"), std::nullopt);
    EXPECT_EQ(table.nearest_word("mitformun"), "metformin");  // two slips in a long word
    EXPECT_EQ(table.nearest_word("netformin"), std::nullopt); // the first letter stays
    EXPECT_EQ(table.nearest_word("gou"), "gout");
    EXPECT_EQ(table.nearest_word("goot"), "good"); // both one slip away, the commoner
    EXPECT_EQ(table.nearest_word("gt"), std::nullopt);
    EXPECT_EQ(table.nearest_word("тиреойдит"), "тиреоидит");
    EXPECT_EQ(table.nearest_word("3mg"), std::nullopt);
    EXPECT_EQ(table.nearest_word(""), std::nullopt);
}

TEST(Completions, OneSlipIsLikelierThanTwo) {
    CompletionsBuilder builder;
    add_word(builder, "statin", 5);
    add_word(builder, "station", 500);
    EXPECT_EQ(finished(builder).table.nearest_word("statn"), "statin");
    add_word(builder, "statin", 5);
    add_word(builder, "startings", 500);
    EXPECT_EQ(finished(builder).table.nearest_word("stating"), "statin");
}

TEST(Completions, EveryCutIsFound) {
    CompletionsBuilder builder;
    add(builder, "Breast Cancer", 2);
    add_word(builder, "breast", 2);
    const std::string bytes = builder.finish();
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const std::string cut = bytes.substr(0, length);
        EXPECT_FALSE(Completions::open(cut)) << length;
    }
}

TEST(Completions, DamageStaysInside) {
    CompletionsBuilder builder;
    for (const auto& [name, studies] : made_up(400, 3)) add(builder, name, static_cast<int>(studies));
    for (const auto& [name, studies] : made_up(100, 4)) add_word(builder, name.substr(0, name.find(' ')), 3);
    with_damaged(builder.finish(), 1500, [](std::string_view bytes) {
        const auto table = Completions::open(bytes);
        if (!table) return;
        std::size_t read = 0;
        for (const std::string_view prefix : {"b", "c", "bcd", "d b"}) {
            for (const Completion& completion : table->find(prefix, 50)) {
                EXPECT_LE(completion.kind, NameKind::Sponsor);
                for (const char c : completion.text) read += static_cast<unsigned char>(c);
            }
            table->word_count(prefix);
            table->nearest_word(prefix);
        }
        table->nearest_word("bcdefb");
        EXPECT_GE(read, 0U);
    });
}

} // namespace
} // namespace trialdex::index
