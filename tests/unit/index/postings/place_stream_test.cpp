#include "index/postings/place_stream.h"

#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace trialdex::index {
namespace {

constexpr std::uint32_t kBorders[] = {
    0, 1, 63, 64, 8'191, 8'192, 1u << 20, (1u << 27) - 1, 1u << 27, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff};

StreamReader reader_of(const std::string& bytes) {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    return {at, at + bytes.size()};
}

TEST(PlaceStream, NumbersComeBackWithTheEndsOfTheirGroups) {
    std::string bytes;
    for (const std::uint32_t number : kBorders) {
        append_number(bytes, number, false);
        append_number(bytes, number, true);
    }
    StreamReader reader = reader_of(bytes);
    for (const std::uint32_t number : kBorders) {
        for (const bool last : {false, true}) {
            const auto read = reader.next();
            EXPECT_EQ(read.value, number);
            EXPECT_EQ(read.last, last);
        }
    }
    EXPECT_EQ(reader.at, reader.end);
    EXPECT_TRUE(reader.next().last) << "a group ends where the bytes do";
}

TEST(PlaceStream, SmallNumbersTakeOneByte) {
    std::string bytes;
    append_number(bytes, 63, true);
    EXPECT_EQ(bytes.size(), 1u);
    append_number(bytes, 64, true);
    EXPECT_EQ(bytes.size(), 3u);
}

struct Groups {
    std::string bytes;
    std::vector<std::size_t> ends;        // of groups, in bytes
    std::vector<std::uint32_t> sizes;     // of groups, in numbers
    std::vector<std::size_t> number_ends; // in bytes
};

Groups random_groups(unsigned seed) {
    std::mt19937 random(seed);
    Groups groups;
    for (int group = 0; group < 300; ++group) {
        const auto size = static_cast<std::uint32_t>(1 + random() % (random() % 20 == 0 ? 30 : 3));
        for (std::uint32_t i = 0; i < size; ++i) {
            append_number(groups.bytes, kBorders[random() % (random() % 4 == 0 ? 13 : 3)], i + 1 == size);
            groups.number_ends.push_back(groups.bytes.size());
        }
        groups.ends.push_back(groups.bytes.size());
        groups.sizes.push_back(size);
    }
    return groups;
}

TEST(PlaceStream, SkipsGroupsAndCountsTheirNumbers) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const Groups groups = random_groups(seed);
        std::mt19937 random(seed);
        StreamReader reader = reader_of(groups.bytes);
        for (std::size_t at = 0; at < groups.ends.size();) {
            const auto step = std::min<std::size_t>(random() % 20, groups.ends.size() - at);
            std::uint32_t numbers = 0;
            for (std::size_t i = at; i < at + step; ++i) numbers += groups.sizes[i];
            EXPECT_EQ(reader.skip(static_cast<std::uint32_t>(step)), numbers);
            at += step;
            const std::size_t expected = at == 0 ? 0 : groups.ends[at - 1];
            ASSERT_EQ(reader.end - reader.at, static_cast<std::ptrdiff_t>(groups.bytes.size() - expected));
        }
        EXPECT_EQ(reader.skip(5), 0u);
    }
}

} // namespace
} // namespace trialdex::index
