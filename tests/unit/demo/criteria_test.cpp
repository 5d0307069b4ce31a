// The criteria of invented studies come apart into their sides without losing a word.
#include "support/criteria_lines.h"
#include "support/criteria_words.h"
#include "unit/demo/studies.h"

#include <gtest/gtest.h>

namespace trialdex::demo {
namespace {

TEST(DemoCriteria, StandOnTheirSidesWordForWord) {
    std::size_t both = 0;
    for (std::uint64_t i = 0; i < 5000; ++i) {
        const auto document = study::Document::parse(study_json(i));
        const std::string text(document->root()["protocolSection"]["eligibilityModule"]["eligibilityCriteria"].text());
        support::expect_every_word_once(text);
        if (::testing::Test::HasFatalFailure()) return;
        const std::string sides = support::line_sides(text);
        if (sides.find('I') != sides.npos && sides.find('E') != sides.npos) ++both;
        if (text.empty()) continue;
        EXPECT_TRUE(sides.starts_with("HI")) << text;
        EXPECT_EQ(sides.find("IE"), sides.npos) << text;
    }
    EXPECT_GT(both, 4000U);
}

} // namespace
} // namespace trialdex::demo
