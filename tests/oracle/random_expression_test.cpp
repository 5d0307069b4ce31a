// Random expressions are of use when they are valid, various, and match something but not everything.
#include "demo/demo.h"
#include "oracle/random_expression.h"
#include "oracle/shelf.h"

#include <gtest/gtest.h>

namespace trialdex::oracle {

namespace {

class OverDemoStudies : public testing::Test {
protected:
    static constexpr std::uint64_t kStudies = 100;

    OverDemoStudies() {
        for (std::uint64_t index = 0; index < kStudies; ++index) {
            const auto document = study::Document::parse(demo::study_json(index));
            studies_.push_back(take_apart(document->root(), lexicon_));
        }
    }

    std::optional<Tree> read(const std::string& text) {
        auto tree = read_expression(text, {area_named("BasicSearch"), nullptr});
        if (!tree) return std::nullopt;
        prepare(*tree, lexicon_, synonyms_, true);
        return std::move(*tree);
    }

    Lexicon lexicon_;
    text::Synonyms synonyms_;
    std::vector<Study> studies_;
};

TEST_F(OverDemoStudies, AreValidAndSelective) {
    RandomExpressions random(studies_, 7, lexicon_, synonyms_);
    int some = 0;
    constexpr int kExpressions = 1000;
    for (int i = 0; i < kExpressions; ++i) {
        const std::string text = print(random.next());
        const auto tree = read(text);
        ASSERT_TRUE(tree) << text;
        std::size_t matches = 0;
        for (const Study& study : studies_) matches += holds(*tree, study) ? 1 : 0;
        if (matches > 0 && matches < studies_.size()) ++some;
    }
    EXPECT_GT(some, kExpressions / 3);
}

TEST_F(OverDemoStudies, TheSameSeedTheSameExpressions) {
    RandomExpressions first(studies_, 3, lexicon_, synonyms_);
    RandomExpressions second(studies_, 3, lexicon_, synonyms_);
    for (int i = 0; i < 50; ++i) EXPECT_EQ(print(first.next()), print(second.next()));
}

TEST_F(OverDemoStudies, NotIsTheComplement) {
    RandomExpressions random(studies_, 11, lexicon_, synonyms_);
    for (int i = 0; i < 100; ++i) {
        const std::string text = print(random.next());
        const auto tree = read(text);
        const auto complement = read("NOT (" + text + ")");
        for (const Study& study : studies_) EXPECT_NE(holds(*tree, study), holds(*complement, study)) << text;
    }
}

TEST(Sketch, ShrinksToWhatStillFails) {
    Sketch all;
    all.kind = Sketch::Kind::And;
    all.text = " AND ";
    all.parts = {source("one two"), prefixed("NOT ", prefixed("AREA[Condition]", source("\"three four five\""))),
                 source("six")};
    EXPECT_EQ(print(all), "one two AND NOT AREA[Condition]\"three four five\" AND six");
    const Sketch small = shrunk(all, [](const std::string& text) { return text.find("four") != std::string::npos; });
    EXPECT_EQ(print(small), "\"four\"");
}

} // namespace

} // namespace trialdex::oracle
