#include "support/damage.h"
#include "unit/index/postings/random_list.h"

#include <gtest/gtest.h>

namespace trialdex::index {
namespace {

struct Shape {
    std::uint32_t count;
    std::uint32_t studies; // of the segment
    ListKind kind;
};

constexpr Shape kShapes[] = {
    {1, 1, ListKind::ShortWords},        {1, 3'000'000, ListKind::ShortWords}, {127, 127, ListKind::ShortWords},
    {127, 5'000, ListKind::ShortWords},  {128, 256, ListKind::PackedWords},    {128, 255, ListKind::DenseWords},
    {128, 128, ListKind::DenseWords},    {129, 70'000, ListKind::PackedWords}, {256, 4'000'000, ListKind::PackedWords},
    {700, 1'500, ListKind::PackedWords}, {2'000, 2'001, ListKind::DenseWords}, {1'100, 2'100, ListKind::DenseWords},
};

void expect_posting(Cursor& cursor, const Posting& posting, Dice& dice) {
    EXPECT_EQ(cursor.impact(), posting.impact);
    if (dice.below(3) == 0) return; // codes are not always asked for
    std::vector<std::uint32_t> codes;
    for (const auto& [code, places] : posting.places) codes.push_back(code);
    const auto found = cursor.codes();
    ASSERT_EQ(std::vector(found.begin(), found.end()), codes);
    for (std::uint32_t asked = dice.below(4); asked > 0; --asked) { // in any order, the same one again too
        const std::size_t index = dice.below(static_cast<std::uint32_t>(codes.size()));
        const auto places = cursor.places(index);
        ASSERT_EQ(std::vector(places.begin(), places.end()), posting.places.at(codes[index]));
        ASSERT_EQ(cursor.codes().size(), codes.size());
    }
}

TEST(Cursor, WalksEveryKindOfListAsItWasPutIn) {
    for (const Shape& shape : kShapes) {
        SCOPED_TRACE(testing::Message() << shape.count << " of " << shape.studies);
        Dice dice(shape.count);
        const Postings postings = random_postings(dice, shape.count, shape.studies);
        const std::string bytes = encoded(postings, shape.studies);
        ASSERT_EQ(static_cast<ListKind>(bytes[0]), shape.kind);
        Cursor cursor({bytes, shape.count, shape.studies});
        EXPECT_EQ(cursor.count(), shape.count);
        EXPECT_EQ(cursor.dense() != nullptr, shape.kind == ListKind::DenseWords);
        for (const auto& [study, posting] : postings) {
            ASSERT_EQ(cursor.study(), study);
            expect_posting(cursor, posting, dice);
            cursor.next();
        }
        EXPECT_EQ(cursor.study(), kNoStudy);
    }
}

TEST(Cursor, AdvancesToAnyStudyFromAnyOther) {
    for (const Shape& shape : kShapes) {
        SCOPED_TRACE(testing::Message() << shape.count << " of " << shape.studies);
        Dice dice(shape.count + 1);
        const Postings postings = random_postings(dice, shape.count, shape.studies);
        const std::string bytes = encoded(postings, shape.studies);
        for (int round = 0; round < 30; ++round) {
            Cursor cursor({bytes, shape.count, shape.studies});
            auto expected = postings.begin();
            const std::uint32_t stride = 1 + dice.below(std::max(2u, shape.studies / (1 + dice.below(50))));
            while (expected != postings.end()) {
                ASSERT_EQ(cursor.study(), expected->first);
                expect_posting(cursor, expected->second, dice);
                std::uint32_t target = expected->first + dice.below(stride);
                if (dice.below(10) == 0) target = dice.below(shape.studies); // perhaps behind: it stays
                cursor.advance(target);
                while (expected != postings.end() && expected->first < target) ++expected;
                if (dice.below(4) == 0 && expected != postings.end()) {
                    cursor.next();
                    ++expected;
                }
            }
            EXPECT_EQ(cursor.study(), kNoStudy);
            cursor.advance(kNoStudy);
            EXPECT_EQ(cursor.study(), kNoStudy);
        }
    }
}

TEST(Cursor, GivesWholeBlocks) {
    for (const Shape& shape : kShapes) {
        Dice dice(shape.count + 2);
        const Postings postings = random_postings(dice, shape.count, shape.studies);
        const std::string bytes = encoded(postings, shape.studies);
        Cursor cursor({bytes, shape.count, shape.studies});
        const std::uint32_t skipped = dice.below(shape.studies); // a block may be entered in its midst
        cursor.advance(skipped);
        auto expected = postings.lower_bound(skipped);
        for (Cursor::Block block; cursor.block(block); cursor.next_block()) {
            for (std::uint32_t i = 0; i < block.count; ++i, ++expected) {
                ASSERT_NE(expected, postings.end());
                ASSERT_EQ(block.studies[i], expected->first);
                ASSERT_EQ(block.impacts[i], expected->second.impact);
            }
        }
        EXPECT_EQ(expected, postings.end());
    }
}

TEST(Cursor, WalksSetsOfEveryKind) {
    constexpr Shape kSets[] = {{1, 1, ListKind::ShortSet},           {127, 900, ListKind::ShortSet},
                               {128, 128, ListKind::BitmapSet},      {128, 1'280, ListKind::PackedSet},
                               {128, 1'279, ListKind::BitmapSet},    {130, 3'000'000, ListKind::PackedSet},
                               {2'000, 60'000, ListKind::PackedSet}, {3'000, 3'001, ListKind::BitmapSet}};
    for (const Shape& shape : kSets) {
        SCOPED_TRACE(testing::Message() << shape.count << " of " << shape.studies);
        Dice dice(shape.count + 3);
        const auto set = random_studies(dice, shape.count, shape.studies);
        const std::vector<std::uint32_t> studies(set.begin(), set.end());
        std::string bytes;
        encode_set(studies, shape.studies, bytes);
        ASSERT_EQ(static_cast<ListKind>(bytes[0]), shape.kind);
        const ListBytes list{bytes, shape.count, shape.studies};
        std::vector<std::uint32_t> walked;
        for (Cursor cursor(list); cursor.study() != kNoStudy; cursor.next()) walked.push_back(cursor.study());
        EXPECT_EQ(walked, studies);
        std::vector<std::uint32_t> taken{7};
        EXPECT_TRUE(append_set(list, 100, taken));
        for (std::size_t i = 0; i < studies.size(); ++i) ASSERT_EQ(taken[i + 1], studies[i] + 100);
        for (int round = 0; round < 200; ++round) {
            const std::uint32_t target = dice.below(shape.studies + 5);
            Cursor cursor(list);
            cursor.advance(target);
            const auto expected = set.lower_bound(target);
            EXPECT_EQ(cursor.study(), expected == set.end() ? kNoStudy : *expected);
        }
    }
}

TEST(Cursor, AListJoinedFromTwoIsTheListOfBoth) {
    for (const auto& [first_count, second_count] : {std::pair{3u, 5u}, {100u, 100u}, {900u, 20u}, {20u, 900u}}) {
        Dice dice(first_count);
        const Postings first = random_postings(dice, first_count, 1'000);
        const Postings second = random_postings(dice, second_count, 1'000);
        const std::string first_bytes = encoded(first, 1'000);
        const std::string second_bytes = encoded(second, 1'000);
        PostingParts joined;
        ASSERT_TRUE(append_words({first_bytes, first_count, 1'000}, 0, joined));
        ASSERT_TRUE(append_words({second_bytes, second_count, 1'000}, 1'000, joined));
        Postings both = first;
        for (const auto& [study, posting] : second) both[study + 1'000] = posting;
        std::string bytes;
        encode_words(joined, 2'000, bytes);
        EXPECT_EQ(bytes, encoded(both, 2'000));
    }
}

TEST(Cursor, AnEmptyOrImpossibleListHoldsNothing) {
    EXPECT_EQ(Cursor().study(), kNoStudy);
    EXPECT_EQ(Cursor({{}, 0, 10}).study(), kNoStudy);
    EXPECT_EQ(Cursor({"\x09junk", 2, 10}).study(), kNoStudy); // no such kind
    std::string bytes;
    encode_set({1, 2, 3}, 10, bytes);
    EXPECT_EQ(Cursor({bytes, 11, 10}).study(), kNoStudy); // more studies than the segment has
    PostingParts parts;
    EXPECT_FALSE(append_words({bytes, 3, 10}, 0, parts)); // a set has no places
}

// A packed list whose directory says that the block before ended near 2^32: sums wrap round to numbers that look sound.
TEST(Cursor, ABlockThatWrapsRoundStaysBelowTheSegmentsStudies) {
    std::vector<std::uint32_t> studies;
    for (std::uint32_t i = 0; i < 256; ++i) studies.push_back(i * 20);
    std::string bytes;
    encode_set(studies, 5'200, bytes);
    ASSERT_EQ(static_cast<ListKind>(bytes[0]), ListKind::PackedSet);
    const std::uint32_t before = 0xffffffe0; // the first study behind it is still below 2^32
    std::memcpy(bytes.data() + 1, &before, 4);
    std::uint32_t found = 0;
    for (Cursor cursor({bytes, 256, 5'200}); cursor.study() != kNoStudy; cursor.next(), ++found)
        ASSERT_LT(cursor.study(), 5'200u);
    EXPECT_GE(found, 128u);
}

// Studies with impacts and nothing else, as the lists of common phrases are.
PostingParts without_codes(const Postings& postings) {
    PostingParts parts = parts_of(postings);
    parts.codes.clear();
    parts.places.clear();
    return parts;
}

TEST(Cursor, FindsTheStudyOfAnImpactByte) {
    for (const Shape& shape : kShapes) {
        SCOPED_TRACE(testing::Message() << shape.count << " of " << shape.studies);
        Dice dice(shape.count + 5);
        const Postings postings = random_postings(dice, shape.count, shape.studies);
        std::string bytes;
        encode_words(without_codes(postings), shape.studies, bytes);
        Cursor cursor({bytes, shape.count, shape.studies});
        const auto impacts = cursor.impacts();
        ASSERT_EQ(impacts.size(), cursor.dense() ? shape.studies : shape.count);
        std::vector<std::size_t> positions;
        for (std::size_t at = 0; at < impacts.size(); ++at) {
            if (impacts[at] != 0) positions.push_back(at);
        }
        ASSERT_EQ(positions.size(), postings.size());
        for (int round = 0; round < 300; ++round) { // forwards and backwards
            const std::uint32_t which = dice.below(shape.count);
            const auto& [study, posting] = *std::next(postings.begin(), which);
            ASSERT_EQ(cursor.study_of(positions[which]), study);
            ASSERT_EQ(impacts[positions[which]], posting.impact);
        }
    }
}

// A word's list whose kind byte is damaged: who asks for the best studies by their impacts gets none.
TEST(Cursor, ASetHasNoImpacts) {
    for (const std::uint32_t count : {3u, 130u, 900u}) {
        std::vector<std::uint32_t> studies(count);
        for (std::uint32_t i = 0; i < count; ++i) studies[i] = i * 4;
        std::string bytes;
        encode_set(studies, 4'000, bytes);
        const Cursor cursor({bytes, count, 4'000});
        ASSERT_EQ(cursor.study(), 0u);
        EXPECT_TRUE(cursor.impacts().empty());
        EXPECT_EQ(cursor.dense(), nullptr);
    }
}

void walk_damaged(std::string_view bytes, std::uint32_t count, std::uint32_t studies) {
    const ListBytes list{bytes, count, studies};
    std::uint32_t steps = 0;
    for (Cursor cursor(list); cursor.study() != kNoStudy; cursor.next()) {
        ASSERT_LT(cursor.study(), studies);
        ASSERT_LE(++steps, studies + kBlock);
        if (bytes[0] < static_cast<char>(ListKind::ShortWords)) continue;
        ASSERT_FALSE(cursor.codes().empty());
        ASSERT_FALSE(cursor.places(cursor.codes().size() - 1).empty());
        ASSERT_FALSE(cursor.places(0).empty());
    }
    Cursor finder(list);
    for (std::size_t at = finder.impacts().size(); at > 0; --at) { // from behind
        const std::uint32_t study = finder.study_of(at - 1);
        ASSERT_TRUE(study == kNoStudy || study < studies);
    }
    Cursor cursor(list);
    for (std::uint32_t target = 0; cursor.study() != kNoStudy && target < studies; target += 37) cursor.advance(target);
    PostingParts parts;
    static_cast<void>(append_words(list, 5, parts));
    std::vector<std::uint32_t> set;
    static_cast<void>(append_set(list, 5, set));
}

TEST(Cursor, DamageNeverLeadsOutOfTheListOrTheSegment) {
    for (const Shape& shape : kShapes) {
        if (shape.studies > 10'000) continue;
        Dice dice(shape.count + 4);
        const std::string bytes = encoded(random_postings(dice, shape.count, shape.studies), shape.studies);
        with_damaged(bytes, 60, [&](std::string_view damaged) {
            if (!damaged.empty()) walk_damaged(damaged, shape.count, shape.studies);
        });
    }
    for (const std::uint32_t count : {90u, 130u, 900u}) {
        Dice dice(count);
        const auto studies = random_studies(dice, count, 4'000);
        std::string bytes;
        encode_set({studies.begin(), studies.end()}, 4'000, bytes);
        with_damaged(bytes, 150, [&](std::string_view damaged) {
            if (!damaged.empty()) walk_damaged(damaged, count, 4'000);
        });
    }
}

} // namespace
} // namespace trialdex::index
