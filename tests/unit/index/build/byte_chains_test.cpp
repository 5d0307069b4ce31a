#include "index/build/byte_chains.h"

#include <gtest/gtest.h>
#include <random>

namespace trialdex::index {
namespace {

TEST(ByteChains, KeepStringsThatGrowSideBySideApart) {
    std::mt19937 random(3);
    ByteChains chains;
    std::vector<ByteChains::Chain> kept(200);
    std::vector<std::string> expected(kept.size());
    for (int step = 0; step < 400'000; ++step) {
        const std::size_t at = random() % (random() % 3 == 0 ? 3 : kept.size()); // three of them grow long
        const auto byte = static_cast<unsigned char>(random());
        chains.append(kept[at], byte);
        expected[at].push_back(static_cast<char>(byte));
    }
    std::string read;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        chains.read(kept[i], read);
        ASSERT_EQ(read, expected[i]) << i;
    }
}

TEST(ByteChains, EveryLengthComesBack) {
    ByteChains chains;
    std::string read;
    for (std::size_t length = 0; length < 300; ++length) {
        ByteChains::Chain chain;
        for (std::size_t i = 0; i < length; ++i) chains.append(chain, static_cast<unsigned char>(i));
        chains.read(chain, read);
        ASSERT_EQ(read.size(), length);
        for (std::size_t i = 0; i < length; ++i) ASSERT_EQ(static_cast<unsigned char>(read[i]), i % 256);
    }
}

TEST(ByteChains, OneStringMayFillManyPages) {
    ByteChains chains;
    ByteChains::Chain chain;
    std::string expected;
    for (std::uint32_t i = 0; i < 3'000'000; ++i) {
        chains.append(chain, static_cast<unsigned char>(i * 2654435761u >> 24));
        expected.push_back(static_cast<char>(i * 2654435761u >> 24));
    }
    std::string read;
    chains.read(chain, read);
    EXPECT_TRUE(read == expected);
    chains.clear();
    EXPECT_EQ(chains.bytes(), 0u);
}

} // namespace
} // namespace trialdex::index
