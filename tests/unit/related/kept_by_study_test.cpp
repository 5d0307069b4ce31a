// What is kept for a study is that study's, and the newest.
#include "related/kept_by_study.h"

#include <gtest/gtest.h>

namespace trialdex::related {
namespace {

TEST(KeptByStudy, GivesTheNewestOfTheStudyAndOfNoOther) {
    KeptByStudy<int> kept;
    EXPECT_EQ(kept.find(study::NctId(5)), nullptr);
    kept.keep(study::NctId(5), std::make_shared<const int>(1));
    kept.keep(study::NctId(5), std::make_shared<const int>(2));
    ASSERT_NE(kept.find(study::NctId(5)), nullptr);
    EXPECT_EQ(*kept.find(study::NctId(5)), 2);
    EXPECT_EQ(kept.find(study::NctId(6)), nullptr);
}

// Many more than there are places: each place has one of its own, whole.
TEST(KeptByStudy, HoldsNoMoreThanItsPlaces) {
    KeptByStudy<std::uint32_t> kept;
    const auto studies = static_cast<std::uint32_t>(8 * KeptByStudy<std::uint32_t>::kMost);
    for (std::uint32_t number = 1; number <= studies; ++number)
        kept.keep(study::NctId(number), std::make_shared<const std::uint32_t>(number));
    std::size_t held = 0;
    for (std::uint32_t number = 1; number <= studies; ++number) {
        const auto value = kept.find(study::NctId(number));
        if (!value) continue;
        ++held;
        EXPECT_EQ(*value, number);
    }
    EXPECT_LE(held, KeptByStudy<std::uint32_t>::kMost);
    EXPECT_GT(held, KeptByStudy<std::uint32_t>::kMost / 2);
}

} // namespace
} // namespace trialdex::related
