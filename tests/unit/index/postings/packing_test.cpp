#include "index/postings/packing.h"

#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace trialdex::index {
namespace {

using Block = std::uint32_t[kBlock];

// Differences below 2^width, one of them with the highest bit, none so large that the sum leaves 32 bits.
void fill(Block& studies, std::uint32_t width, std::int64_t before, std::mt19937& random) {
    std::uint64_t last = static_cast<std::uint64_t>(before + 1);
    const std::size_t widest = random() % kBlock;
    std::uint64_t room = 0xffffffff - last - (kBlock - 1);
    if (width > 0) room -= std::min<std::uint64_t>(room, 1ull << (width - 1));
    for (std::size_t i = 0; i < kBlock; ++i) {
        std::uint64_t gap = width == 0 ? 0 : random() & ((1ull << width) - 1);
        gap = std::min(gap, room);
        room -= gap;
        if (i == widest && width > 0) gap = 1ull << (width - 1);
        last += gap;
        studies[i] = static_cast<std::uint32_t>(last++);
    }
}

TEST(Packing, BlocksOfAllWidthsComeBack) {
    std::mt19937 random(1);
    for (std::uint32_t width = 0; width <= 32; ++width) {
        for (const std::int64_t before : {std::int64_t{-1}, std::int64_t{0}, std::int64_t{12'345}}) {
            Block studies;
            fill(studies, width, before, random);
            std::string bytes;
            pack_block(bytes, studies, before);
            EXPECT_GE(static_cast<std::uint32_t>(bytes[0]), width);
            ASSERT_EQ(bytes.size(), 1 + std::size_t{16} * static_cast<unsigned char>(bytes[0]));
            Block read = {};
            const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
            ASSERT_TRUE(unpack_block(at, bytes.size(), before, read));
            for (std::size_t i = 0; i < kBlock; ++i) ASSERT_EQ(read[i], studies[i]) << width << " bits, " << i;
            EXPECT_FALSE(unpack_block(at, bytes.size() - 1, before, read));
        }
    }
}

TEST(Packing, NeighboursTakeNoBits) {
    Block studies;
    std::iota(std::begin(studies), std::end(studies), 77u);
    std::string bytes;
    pack_block(bytes, studies, 76);
    EXPECT_EQ(bytes, std::string(1, '\0'));
}

TEST(Packing, AWidthThatCannotBeIsRefused) {
    const std::string bytes(2'000, '\x21');
    Block read;
    EXPECT_FALSE(unpack_block(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), -1, read));
    EXPECT_FALSE(unpack_block(reinterpret_cast<const unsigned char*>(bytes.data()), 0, -1, read));
}

} // namespace
} // namespace trialdex::index
