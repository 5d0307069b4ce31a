// gzip and zstd: whole, in several parts, cut off and damaged.
#include "support/packing.h"
#include "support/reading.h"

#include <gmock/gmock.h>

namespace trialdex::ingest {
namespace {

using support::read_all;
using testing::ElementsAre;
using testing::HasSubstr;

std::string lines(int first, int last) {
    std::string text;
    for (int number = first; number <= last; ++number)
        text += support::study(number, "Title " + std::to_string(number * 7919)) + "\n";
    return text;
}

using Pack = std::string (*)(std::string_view);
class PackedStream : public testing::TestWithParam<Pack> {};
INSTANTIATE_TEST_SUITE_P(All, PackedStream,
                         testing::Values([](std::string_view text) { return support::gzip(text); },
                                         [](std::string_view text) { return support::zstd(text); }));

TEST_P(PackedStream, HoldsWhatTheTextHolds) {
    EXPECT_EQ(read_all(GetParam()(lines(1, 2000))), read_all(lines(1, 2000)));
    EXPECT_EQ(read_all(GetParam()("[{\"a\":1}]")), read_all("[{\"a\":1}]"));
    EXPECT_THAT(read_all(GetParam()("")), ElementsAre("file! holds no records"));
}

TEST_P(PackedStream, MayHaveSeveralParts) {
    // As `cat a.gz b.gz` makes them; the cut falls into a record.
    const std::string text = lines(1, 20);
    EXPECT_EQ(read_all(GetParam()(text.substr(0, 777)) + GetParam()("") + GetParam()(text.substr(777))),
              read_all(text));
}

TEST_P(PackedStream, CutOffGivesItsGoodRecordsAndSaysSo) {
    const std::string packed = GetParam()(lines(1, 20'000));
    const auto items = read_all(packed.substr(0, packed.size() / 2));
    ASSERT_GT(items.size(), 5000U);
    EXPECT_EQ(items[4000], "line 4001: " + support::study(4001, "Title " + std::to_string(4001 * 7919)));
    EXPECT_THAT(items.back(), HasSubstr("data is cut off: it ends before its end"));
    EXPECT_THAT(items.back(), testing::StartsWith("after line "));
}

TEST_P(PackedStream, DamagedGivesTheRecordsBeforeTheDamage) {
    std::string packed = GetParam()(lines(1, 20'000));
    packed[packed.size() / 2] = static_cast<char>(packed[packed.size() / 2] ^ 0x55);
    packed[packed.size() / 2 + 1] = static_cast<char>(packed[packed.size() / 2 + 1] ^ 0x55);
    const auto items = read_all(packed);
    EXPECT_GT(items.size(), 5000U);
    EXPECT_THAT(items.back(), HasSubstr("data is damaged"));
}

TEST_P(PackedStream, PackedTwiceIsNotRead) {
    EXPECT_THAT(read_all(GetParam()(GetParam()(lines(1, 3)))), ElementsAre(HasSubstr("is packed twice")));
}

TEST(GzipStream, MayBePaddedWithZerosButNotFollowedByOtherBytes) {
    EXPECT_THAT(read_all(support::gzip("{\"a\":1}\n") + std::string(1000, '\0')), ElementsAre("line 1: {\"a\":1}"));
    EXPECT_THAT(read_all(support::gzip("{\"a\":1}\n") + "more"),
                ElementsAre("line 1: {\"a\":1}", "after line 1? what follows the gzip data is not gzip"));
}

TEST(ZstdStream, ReadsWindowsOf128MegabytesAndNoLarger) {
    const std::string text = lines(1, 50);
    EXPECT_EQ(read_all(support::zstd(text, 27)), read_all(text));
    EXPECT_THAT(read_all(support::zstd(text, 28)), ElementsAre(HasSubstr("needs more than 128 MB to unpack")));
}

} // namespace
} // namespace trialdex::ingest
