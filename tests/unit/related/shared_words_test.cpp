// Sums of shared words against loops that look at everything.
#include "index/postings/place_stream.h"
#include "index/postings/posting_list.h"
#include "related/shared_words.h"

#include <gtest/gtest.h>
#include <memory>
#include <numeric>
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

// Half of an index may be walked by itself.
TEST(SharedWords, AWalkFromTheMiddleAddsWhatAWholeOneDoes) {
    std::mt19937 random(3);
    constexpr std::uint32_t kStudies = 3 * kChunk;
    for (const unsigned gap : {1U, 3U, 700U}) { // lists of every kind
        index::PostingParts parts;
        for (auto study = random() % gap; study < kStudies; study += 1 + random() % gap) {
            parts.studies.push_back(static_cast<std::uint32_t>(study));
            parts.impacts.push_back(static_cast<char>(1 + random() % index::kLevelMask));
            index::append_number(parts.codes, 1, true);
            index::append_number(parts.places, 1, true);
        }
        std::string bytes;
        index::encode_words(parts, kStudies, bytes);
        const index::ListBytes list{bytes, static_cast<std::uint32_t>(parts.studies.size()), kStudies};
        TermWalk whole(list, 2, 0);
        TermWalk half(list, 2, kChunk);
        for (std::uint32_t first = 0; first < kStudies; first += kChunk) {
            std::vector<float> expected(kChunk);
            std::vector<float> found(kChunk);
            whole.add(first, first + kChunk, expected.data());
            EXPECT_GT(std::accumulate(expected.begin(), expected.end(), 0.0F), 0.0F);
            if (first == 0) continue;
            half.add(first, first + kChunk, found.data());
            EXPECT_EQ(found, expected) << gap << " from " << first;
        }
    }
}

} // namespace
} // namespace trialdex::related
