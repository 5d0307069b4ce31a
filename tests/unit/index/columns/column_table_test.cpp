#include "index/columns/column_table.h"
#include "support/damage.h"

#include <gtest/gtest.h>
#include <random>
#include <set>

namespace trialdex::index {
namespace {

using Oracle = std::map<std::uint16_t, std::map<std::uint32_t, std::set<std::int64_t>>>;

constexpr std::uint16_t kNone = 9; // a node without values

// Columns of every form: dense and sparse, one value and several, narrow and wide, negative, the ends of the line.
Oracle made_up(std::uint32_t studies, unsigned seed) {
    std::mt19937_64 random(seed);
    const auto below = [&](std::uint64_t limit) { return random() % limit; };
    Oracle oracle;
    for (std::uint32_t study = 0; study < studies; ++study) {
        if (below(10) != 0) oracle[0][study] = {static_cast<std::int64_t>(below(200))};
        if (below(10) != 0) oracle[1][study] = {static_cast<std::int64_t>(below(40'000)) - 20'000};
        if (below(3) != 0) oracle[2][study] = {static_cast<std::int64_t>(below(4'000'000'000))};
        if (below(2) == 0) oracle[3][study] = {static_cast<std::int64_t>(random())};
        if (below(50) == 0) oracle[4][study] = {static_cast<std::int64_t>(below(300))};
        if (below(4) == 0)
            for (std::uint64_t i = below(6) + 1; i != 0; --i)
                oracle[5][study].insert(static_cast<std::int64_t>(below(70'000)));
        if (below(2) == 0) oracle[6][study] = {below(2) == 0 ? INT64_MIN : INT64_MAX};
        oracle[7][study] = {5}; // all alike
    }
    return oracle;
}

void fill(ColumnTableBuilder& builder, const Oracle& oracle, std::uint32_t begin, std::uint32_t end) {
    for (const auto& [node, studies] : oracle) {
        for (const auto& [study, values] : studies) {
            if (study < begin || study >= end) continue;
            for (auto value = values.rbegin(); value != values.rend(); ++value) { // any order, and repeats
                builder.add(node, study - begin, *value);
                builder.add(node, study - begin, *value);
            }
        }
    }
}

std::string built(const Oracle& oracle, std::uint32_t begin, std::uint32_t end) {
    ColumnTableBuilder builder;
    fill(builder, oracle, begin, end);
    return builder.finish();
}

std::set<std::uint32_t> matching(const Column& column, std::int64_t lower, std::int64_t upper, std::uint32_t studies) {
    Bits bits(studies);
    column.match(lower, upper, bits);
    std::set<std::uint32_t> result;
    bits.for_each([&](std::uint32_t study) { result.insert(study); });
    return result;
}

std::set<std::uint32_t> matching(const Oracle& oracle, std::uint16_t node, std::int64_t lower, std::int64_t upper) {
    std::set<std::uint32_t> result;
    for (const auto& [study, values] : oracle.at(node))
        for (const std::int64_t value : values)
            if (value >= lower && value <= upper) result.insert(study);
    return result;
}

void expect_same(const std::string& bytes, const Oracle& oracle, std::uint32_t studies) {
    const auto table = ColumnTable::open(bytes, studies);
    ASSERT_TRUE(table) << table.error().message;
    EXPECT_EQ(table->find(kNone), nullptr);
    std::mt19937_64 random(7);
    for (const auto& [node, values] : oracle) {
        const Column* column = table->find(node);
        ASSERT_NE(column, nullptr) << node;
        std::map<std::uint32_t, std::set<std::int64_t>> visited;
        column->for_each([&](std::uint32_t study, std::int64_t value) { visited[study].insert(value); });
        EXPECT_EQ(visited, values) << node;
        std::vector<std::int64_t> bounds = {INT64_MIN, INT64_MAX, 0};
        for (std::uint32_t study = 0; study < studies; ++study) {
            const auto at = values.find(study);
            const auto smallest = at == values.end() ? std::nullopt : std::optional(*at->second.begin());
            ASSERT_EQ(column->value(study), smallest) << node << ' ' << study;
            if (smallest && random() % 64 == 0)
                bounds.push_back(*smallest + static_cast<std::int64_t>(random() % 3) * (*smallest < 9 ? 1 : -1));
        }
        EXPECT_FALSE(column->value(studies));
        for (int i = 0; i < 60; ++i) {
            const std::int64_t lower = bounds[random() % bounds.size()];
            const std::int64_t upper = bounds[random() % bounds.size()];
            ASSERT_EQ(matching(*column, lower, upper, studies), matching(oracle, node, lower, upper))
                << node << ' ' << lower << ' ' << upper;
        }
    }
}

TEST(ColumnTable, AnswersAsASortedMapDoes) {
    for (const std::uint32_t studies : {1U, 63U, 64U, 65U, 1000U}) {
        const Oracle oracle = made_up(studies, studies);
        expect_same(built(oracle, 0, studies), oracle, studies);
    }
}

TEST(ColumnTable, RunsOfStudiesPutTogetherAreTheWhole) {
    constexpr std::uint32_t kStudies = 700;
    const Oracle oracle = made_up(kStudies, 1);
    ColumnTableBuilder builder;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : {100U, 100U, 333U, kStudies}) { // one run is empty
        const std::string run = built(oracle, begin, end);
        const auto table = ColumnTable::open(run, end - begin);
        ASSERT_TRUE(table);
        builder.append(*table, begin);
        begin = end;
    }
    EXPECT_EQ(builder.finish(), built(oracle, 0, kStudies));
}

TEST(ColumnTable, MatchAddsToWhatIsThere) {
    ColumnTableBuilder builder;
    for (std::uint32_t study = 0; study < 100; ++study) builder.add(0, study, study);
    const std::string bytes = builder.finish();
    const auto table = ColumnTable::open(bytes, 100);
    Bits bits(100);
    bits.set(3);
    table->find(0)->match(50, 59, bits);
    EXPECT_EQ(bits.count(), 11U);
}

TEST(ColumnTable, TakesTwoBytesADate) {
    ColumnTableBuilder builder;
    for (std::uint32_t study = 0; study < 10'000; ++study) builder.add(0, study, 10'000 + study);
    EXPECT_LT(builder.finish().size(), 20'100U);
}

TEST(ColumnTable, NoStudiesAreATableToo) {
    const std::string bytes = ColumnTableBuilder().finish();
    EXPECT_TRUE(ColumnTable::open(bytes, 0));
    EXPECT_FALSE(ColumnTable::open("", 0));
}

TEST(ColumnTable, EveryCutIsFound) {
    const Oracle oracle = made_up(70, 2);
    const std::string bytes = built(oracle, 0, 70);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const std::string cut = bytes.substr(0, length);
        EXPECT_FALSE(ColumnTable::open(cut, 70)) << length;
    }
    EXPECT_FALSE(ColumnTable::open(bytes + std::string(8, '\0'), 70));
    EXPECT_FALSE(ColumnTable::open(bytes, 60)); // fewer studies than values
}

TEST(ColumnTable, DamageStaysInside) {
    constexpr std::uint32_t kStudies = 130;
    const Oracle oracle = made_up(kStudies, 3);
    with_damaged(built(oracle, 0, kStudies), 3000, [&](std::string_view bytes) {
        const auto table = ColumnTable::open(bytes, kStudies);
        if (!table) return;
        for (std::uint16_t node = 0; node < 12; ++node) {
            const Column* column = table->find(node);
            if (column == nullptr) continue;
            Bits bits(kStudies);
            column->match(-1000, 30'000, bits);
            column->match(INT64_MIN, INT64_MAX, bits);
            EXPECT_LE(bits.count(), kStudies);
            for (std::uint32_t study = 0; study <= kStudies; ++study) column->value(study);
            column->for_each([&](std::uint32_t study, std::int64_t) { EXPECT_LT(study, kStudies); });
        }
    });
}

} // namespace
} // namespace trialdex::index
