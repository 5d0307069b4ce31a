// The table of words finds what was added, nothing else, and comes back from its bytes.
#include "index/vectors/vector_model.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace trialdex::index {
namespace {

std::array<std::int8_t, kVectorSize> numbers_of(int term) {
    std::array<std::int8_t, kVectorSize> numbers{};
    for (std::size_t i = 0; i < kVectorSize; ++i)
        numbers[i] = static_cast<std::int8_t>((term * 31 + static_cast<int>(i)) % 127);
    return numbers;
}

void expect_terms(const VectorModel& model, int count) {
    for (int term = 0; term < count; ++term) {
        const auto known = model.find("term" + std::to_string(term));
        ASSERT_TRUE(known) << term;
        EXPECT_EQ(known->scale, static_cast<float>(term) / 8);
        EXPECT_TRUE(std::ranges::equal(known->numbers, numbers_of(term))) << term;
        EXPECT_FALSE(model.find("other" + std::to_string(term)));
    }
    EXPECT_FALSE(model.find("term" + std::to_string(count)));
    EXPECT_FALSE(model.find(""));
}

TEST(VectorModel, FindsWhatWasAddedAsItGrows) {
    VectorModel model;
    EXPECT_FALSE(model.find("term0"));
    for (int term = 0; term < 3'000; ++term) {
        model.add("term" + std::to_string(term), static_cast<float>(term) / 8, numbers_of(term));
        if (term < 20 || term % 500 == 0) expect_terms(model, term + 1);
    }
    expect_terms(model, 3'000);
    const auto read = VectorModel::read(model.bytes());
    ASSERT_TRUE(read);
    expect_terms(*read, 3'000);
}

TEST(VectorModel, RefusesBytesThatAreCutOrTurned) {
    VectorModel model;
    model.add("gout", 1, numbers_of(1));
    std::string bytes = model.bytes();
    for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(VectorModel::read(bytes.substr(0, size)));
    bytes[20] = static_cast<char>(bytes[20] ^ 4);
    EXPECT_FALSE(VectorModel::read(bytes));
}

} // namespace
} // namespace trialdex::index
