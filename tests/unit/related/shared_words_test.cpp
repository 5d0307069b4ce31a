// Sums of shared words against loops that look at everything.
#include "related/shared_words.h"

#include <gtest/gtest.h>
#include <memory>
#include <random>

namespace trialdex::related {
namespace {

TEST(SharedWords, TheBestAreThoseOfASort) {
    std::mt19937 random(5);
    for (const std::size_t offered : {0U, 1U, 9U, 10U, 19U, 20U, 21U, 500U}) {
        BestSums best(10);
        std::vector<double> all;
        for (std::uint32_t study = 0; study < offered; ++study) {
            const double words = static_cast<double>(1 + random() % 50) / 64; // exact as floats, with equals
            all.push_back(words);
            if (static_cast<float>(words) > best.least()) best.add({static_cast<float>(words), study});
        }
        std::vector<double> found;
        for (const Sum& sum : best.take()) found.push_back(static_cast<double>(sum.words));
        std::sort(found.rbegin(), found.rend());
        std::sort(all.rbegin(), all.rend());
        all.resize(std::min<std::size_t>(all.size(), 10));
        EXPECT_EQ(found, all) << offered;
    }
}

TEST(SharedWords, OnlyWhatIsAboveIsVisitedAndAllOfIt) {
    std::mt19937 random(9);
    const auto sums = std::make_unique<std::array<float, kChunk>>();
    for (const std::uint32_t count : {0U, 1U, 31U, 32U, 33U, 1000U, kChunk}) {
        sums->fill(0);
        for (std::uint32_t at = 0; at < count; ++at) (*sums)[at] = static_cast<float>(random() % 100) / 128;
        for (const float least : {0.0F, 0.5F, 0.77F}) {
            std::vector<std::uint32_t> expected;
            for (std::uint32_t at = 0; at < count; ++at) {
                if ((*sums)[at] > least) expected.push_back(at);
            }
            std::vector<std::uint32_t> visited;
            each_above(*sums, count, [&] { return least; }, [&](std::uint32_t at) { visited.push_back(at); });
            EXPECT_EQ(visited, expected) << count << " above " << least;
        }
    }
}

} // namespace
} // namespace trialdex::related
