#include "index/columns/value_table.h"
#include "support/damage.h"

#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>

namespace trialdex::index {
namespace {

using Oracle = std::vector<std::map<std::uint32_t, std::set<std::string>>>; // by column, study

Oracle made_up(std::uint32_t studies, unsigned seed) {
    std::mt19937 random(seed);
    Oracle oracle(3);
    for (std::uint32_t study = 0; study < studies; ++study) {
        for (auto i = random() % 5; i != 0; --i) oracle[0][study].insert("Country " + std::to_string(random() % 40));
        for (auto i = random() % 2; i != 0; --i) oracle[2][study].insert(std::string(random() % 4, 'x') + "é");
    }
    return oracle; // column 1 stays empty
}

std::string built(const Oracle& oracle, std::uint32_t begin, std::uint32_t end) {
    ValueTableBuilder builder;
    for (std::uint16_t column = 0; column < oracle.size(); ++column) {
        for (const auto& [study, texts] : oracle[column]) {
            if (study < begin || study >= end) continue;
            for (auto text = texts.rbegin(); text != texts.rend(); ++text) builder.add(column, study - begin, *text);
            builder.add(column, study - begin, *texts.begin()); // again
        }
    }
    return builder.finish(end - begin);
}

void expect_same(const std::string& bytes, const Oracle& oracle, std::uint32_t studies) {
    const auto table = ValueTable::open(bytes, studies);
    ASSERT_TRUE(table) << table.error().message;
    for (std::uint16_t column = 0; column < table->columns(); ++column) {
        std::set<std::string> texts;
        for (const auto& [study, values] : oracle[column]) texts.insert(values.begin(), values.end());
        std::vector<std::string> listed;
        for (std::uint32_t ordinal = 0; ordinal < table->size(column); ++ordinal) {
            listed.emplace_back(table->text(column, ordinal));
            EXPECT_EQ(table->find(column, listed.back()), ordinal);
        }
        EXPECT_EQ(listed, std::vector<std::string>(texts.begin(), texts.end()));
        EXPECT_EQ(table->find(column, "Country"), table->size(column));
        for (std::uint32_t study = 0; study < studies; ++study) {
            std::vector<std::string> found;
            for (const std::uint32_t ordinal : table->ordinals(column, study)) found.push_back(listed.at(ordinal));
            const auto at = oracle[column].find(study);
            const auto expected = at == oracle[column].end() ? std::set<std::string>() : at->second;
            ASSERT_EQ(found, std::vector<std::string>(expected.begin(), expected.end())) << column << ' ' << study;
        }
        EXPECT_TRUE(table->ordinals(column, studies).empty());
    }
}

TEST(ValueTable, AnswersAsASortedMapDoes) {
    for (const std::uint32_t studies : {1U, 10U, 500U}) {
        const Oracle oracle = made_up(studies, studies);
        expect_same(built(oracle, 0, studies), oracle, studies);
    }
}

TEST(ValueTable, RunsOfStudiesPutTogetherAreTheWhole) {
    constexpr std::uint32_t kStudies = 300;
    const Oracle oracle = made_up(kStudies, 1);
    ValueTableBuilder builder;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : {50U, 50U, 200U, kStudies}) {
        const std::string run = built(oracle, begin, end);
        const auto table = ValueTable::open(run, end - begin);
        ASSERT_TRUE(table);
        builder.append(*table, begin);
        begin = end;
    }
    EXPECT_EQ(builder.finish(kStudies), built(oracle, 0, kStudies));
}

TEST(ValueTable, AskingForWhatIsNotThereIsNoTrouble) {
    const std::string bytes = ValueTableBuilder().finish(4);
    const auto table = ValueTable::open(bytes, 4);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->columns(), 0U);
    EXPECT_EQ(table->size(3), 0U);
    EXPECT_EQ(table->text(3, 0), "");
    EXPECT_EQ(table->find(3, "Peru"), 0U);
    EXPECT_TRUE(table->ordinals(3, 0).empty());
}

TEST(ValueTable, EveryCutIsFound) {
    const std::string bytes = built(made_up(20, 2), 0, 20);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const std::string cut = bytes.substr(0, length);
        EXPECT_FALSE(ValueTable::open(cut, 20)) << length;
    }
    EXPECT_FALSE(ValueTable::open(bytes, 21));
}

TEST(ValueTable, DamageStaysInside) {
    constexpr std::uint32_t kStudies = 40;
    with_damaged(built(made_up(kStudies, 3), 0, kStudies), 3000, [](std::string_view bytes) {
        const auto table = ValueTable::open(bytes, kStudies);
        if (!table) return;
        std::size_t read = 0;
        for (std::uint16_t column = 0; column < table->columns(); ++column) {
            for (std::uint32_t ordinal = 0; ordinal <= table->size(column); ++ordinal)
                for (const char c : table->text(column, ordinal)) read += static_cast<unsigned char>(c);
            for (std::uint32_t study = 0; study <= kStudies; ++study)
                for (const std::uint32_t ordinal : table->ordinals(column, study))
                    EXPECT_LT(ordinal, table->size(column));
            EXPECT_LE(table->find(column, "Country 3"), table->size(column));
        }
        EXPECT_GE(read, 0U);
    });
}

} // namespace
} // namespace trialdex::index
