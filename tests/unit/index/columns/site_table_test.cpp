#include "index/columns/site_table.h"
#include "support/damage.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <random>

namespace trialdex::index {
namespace {

using Sites = std::vector<std::vector<std::optional<Place>>>; // by study

constexpr Place kBoston = {42.35843, -71.05977};
constexpr Place kParis = {48.85341, 2.3488};

// Places with five decimals, as records have them, some at the poles and on both sides of the date line.
Sites made_up(std::size_t studies, unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](int limit) { return std::uniform_int_distribution<>(0, limit - 1)(random); };
    const auto degrees = [&](double limit) {
        return std::round(std::uniform_real_distribution<>(-limit, limit)(random) * 1e5) / 1e5;
    };
    Sites sites(studies);
    for (auto& study : sites) {
        for (int i = below(5); i != 0; --i) {
            switch (below(8)) {
            case 0: study.emplace_back(); break;
            case 1: study.push_back(Place{90.0 - 180.0 * below(2), degrees(180)}); break;
            case 2: study.push_back(Place{degrees(90), 180.0 - 360.0 * below(2)}); break;
            default: study.push_back(Place{degrees(90), degrees(180)});
            }
        }
    }
    return sites;
}

std::string built(const Sites& sites, std::size_t begin, std::size_t end) {
    SiteTableBuilder builder;
    for (std::size_t study = begin; study < end; ++study) builder.add_study(sites[study]);
    return builder.finish();
}

TEST(SiteTable, DistancesAreThoseOfTheSphere) {
    EXPECT_NEAR(distance(kBoston, kParis), 5'531'000, 3'000);
    EXPECT_EQ(distance(kParis, kParis), 0);
    EXPECT_NEAR(distance({0, 0}, {0, 180}), std::acos(-1.0) * kEarthRadiusMetres, 0.01);
    EXPECT_NEAR(distance({0, 179.5}, {0, -179.5}), distance({0, 0}, {0, 1}), 0.01);
    EXPECT_NEAR(distance({90, 13}, {90, -100}), 0, 0.01);
}

TEST(SiteTable, GivesBackEveryPlaceExactly) {
    const Sites sites = made_up(200, 1);
    const std::string bytes = built(sites, 0, sites.size());
    const auto table = SiteTable::open(bytes, 200);
    ASSERT_TRUE(table) << table.error().message;
    std::uint32_t site = 0;
    for (std::uint32_t study = 0; study < sites.size(); ++study) {
        EXPECT_EQ(table->first_site(study), site);
        for (const auto& place : sites[study]) {
            const auto read = table->place(site++);
            ASSERT_EQ(read.has_value(), place.has_value());
            if (!place) continue;
            EXPECT_EQ(read->latitude, place->latitude);
            EXPECT_EQ(read->longitude, place->longitude);
        }
    }
    EXPECT_EQ(table->first_site(200), site);
    EXPECT_EQ(table->sites(), site);
    EXPECT_FALSE(table->place(site));
}

TEST(SiteTable, WhatIsNotOnEarthHasNoPlace) {
    SiteTableBuilder builder;
    builder.add_study(
        {Place{91, 0}, Place{0, 181}, Place{std::numeric_limits<double>::quiet_NaN(), 0}, Place{1e300, 0}, kParis});
    const std::string bytes = builder.finish();
    const auto table = SiteTable::open(bytes, 1);
    for (std::uint32_t site = 0; site < 4; ++site) EXPECT_FALSE(table->place(site)) << site;
    EXPECT_TRUE(table->place(4));
}

TEST(SiteTable, CirclesHoldWhatAWalkFinds) {
    const Sites sites = made_up(400, 2);
    const std::string bytes = built(sites, 0, sites.size());
    const auto table = SiteTable::open(bytes, 400);
    ASSERT_TRUE(table);
    for (const Place centre :
         {kBoston, kParis, Place{89.9, 10}, Place{-90, 0}, Place{10, 180}, Place{-5, -179.99}, Place{0, 0}}) {
        for (double metres = 1; metres < 3e7; metres *= 1.7) {
            Bits bits(table->sites());
            table->within(centre, metres, bits);
            for (std::uint32_t site = 0; site < table->sites(); ++site) {
                const auto place = table->place(site);
                ASSERT_EQ(bits.test(site), place && distance(centre, *place) <= metres) << site << ' ' << metres;
            }
        }
    }
}

TEST(SiteTable, TheRadiusIsIncluded) {
    SiteTableBuilder builder;
    builder.add_study({kParis});
    const std::string bytes = builder.finish();
    const auto table = SiteTable::open(bytes, 1);
    const double metres = distance(kBoston, kParis);
    Bits just(1);
    table->within(kBoston, metres, just);
    EXPECT_TRUE(just.test(0));
    Bits less(1);
    table->within(kBoston, metres - 0.001, less);
    EXPECT_FALSE(less.test(0));
}

TEST(SiteTable, TheNearestSiteCounts) {
    SiteTableBuilder builder;
    builder.add_study({kBoston, std::nullopt, kParis});
    builder.add_study({std::nullopt});
    builder.add_study({});
    const std::string bytes = builder.finish();
    const auto table = SiteTable::open(bytes, 3);
    EXPECT_EQ(table->nearest(0, kParis), 0.0);
    for (const std::uint32_t study : {1U, 2U, 3U, 0xffffffffU}) EXPECT_FALSE(table->nearest(study, kParis)) << study;
}

TEST(SiteTable, RunsOfStudiesPutTogetherAreTheWhole) {
    const Sites sites = made_up(90, 4);
    SiteTableBuilder builder;
    std::size_t begin = 0;
    for (const std::size_t end : {30U, 30U, 31U, 90U}) {
        const std::string run = built(sites, begin, end);
        const auto table = SiteTable::open(run, static_cast<std::uint32_t>(end - begin));
        ASSERT_TRUE(table);
        builder.append(*table);
        begin = end;
    }
    EXPECT_EQ(builder.finish(), built(sites, 0, 90));
}

TEST(SiteTable, EveryCutIsFound) {
    const Sites sites = made_up(30, 5);
    const std::string bytes = built(sites, 0, 30);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const std::string cut = bytes.substr(0, length);
        EXPECT_FALSE(SiteTable::open(cut, 30)) << length;
    }
    EXPECT_FALSE(SiteTable::open(bytes, 29));
}

TEST(SiteTable, DamageStaysInside) {
    const Sites sites = made_up(60, 6);
    with_damaged(built(sites, 0, 60), 2000, [](std::string_view bytes) {
        const auto table = SiteTable::open(bytes, 60);
        if (!table) return;
        Bits bits(table->sites());
        table->within(kParis, 800'000, bits);
        for (std::uint32_t study = 0; study <= 60; ++study) {
            EXPECT_LE(table->first_site(study), table->sites());
            table->nearest(study, kBoston);
        }
    });
}

} // namespace
} // namespace trialdex::index
