#include "index/columns/column_table.h"
#include "index/postings/cursor.h"
#include "index/segment/segment.h"
#include "index/segment/segment_writer.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>
#include <map>
#include <random>

namespace trialdex::index {
namespace {

constexpr std::uint32_t kStudies = 300;

using Terms = std::map<std::string, std::vector<std::uint32_t>>;

// Alike in their beginnings, with bytes of every kind; as many as make `blocks` blocks and a bit.
Terms random_terms(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    Terms terms;
    while (terms.size() < count) {
        std::string term = random() % 3 == 0 ? "carcino" : random() % 2 == 0 ? "\x04path:" : "";
        for (std::size_t length = 1 + random() % 6; length > 0; --length)
            term.push_back(static_cast<char>(random() % 4 == 0 ? random() % 256 : 'a' + random() % 3));
        auto& studies = terms[term];
        studies.clear();
        for (auto study = random() % 40; study < kStudies; study += 1 + random() % 60)
            studies.push_back(static_cast<std::uint32_t>(study));
    }
    return terms;
}

void write_tables(SegmentWriter& writer) {
    writer.begin(kColumnsSection);
    writer.write(ColumnTableBuilder().finish());
    writer.begin(kValuesSection);
    writer.write(ValueTableBuilder().finish(kStudies));
    writer.begin(kSitesSection);
    SiteTableBuilder sites;
    for (std::uint32_t study = 0; study < kStudies; ++study) sites.add_study({});
    writer.write(sites.finish());
    writer.begin(kNamesSection);
    writer.write(CompletionsBuilder().finish());
    ProfileTableBuilder profiles;
    for (std::uint32_t study = 0; study < kStudies; ++study) profiles.end_study();
    profiles.write(writer);
}

std::string written(const support::TemporaryFolder& folder, const Terms& terms) {
    const std::string path = folder.path("segment.tdx");
    auto writer = SegmentWriter::create(path);
    EXPECT_TRUE(writer);
    (*writer)->begin(kIdsSection);
    for (std::uint32_t study = 0; study < kStudies; ++study) {
        const std::uint32_t id = 90'000'001 + study * 3;
        (*writer)->write({reinterpret_cast<const char*>(&id), 4});
    }
    TermWriter dictionary(**writer);
    for (const auto& [term, studies] : terms) {
        std::string list;
        encode_set(studies, kStudies, list);
        dictionary.add(term, static_cast<std::uint32_t>(studies.size()), list);
    }
    dictionary.finish();
    write_tables(**writer);
    EXPECT_TRUE((*writer)->finish());
    return path;
}

std::vector<std::uint32_t> studies_in(const ListBytes& list) {
    std::vector<std::uint32_t> studies;
    for (Cursor cursor(list); cursor.study() != kNoStudy; cursor.next()) studies.push_back(cursor.study());
    return studies;
}

std::shared_ptr<const Segment> opened(const std::string& path) {
    const auto segment = Segment::open(path);
    EXPECT_TRUE(segment) << (segment ? "" : segment.error().message);
    return segment ? *segment : nullptr;
}

// One term, a whole block, a block and one, and many.
class DictionaryOf : public testing::TestWithParam<std::size_t> {};
INSTANTIATE_TEST_SUITE_P(Terms, DictionaryOf, testing::Values(0, 1, 31, 32, 33, 64, 65, 2'000));

TEST_P(DictionaryOf, FindsEveryTermAndNoOther) {
    const support::TemporaryFolder folder;
    const Terms terms = random_terms(GetParam(), 1);
    const auto segment = opened(written(folder, terms));
    ASSERT_TRUE(segment);
    for (const auto& [term, studies] : terms) {
        const ListBytes list = segment->dictionary.find(term);
        ASSERT_EQ(list.count, studies.size());
        ASSERT_EQ(studies_in(list), studies);
        for (const std::string& near : {term + '\0', term + "x", term.substr(0, term.size() - 1)}) {
            if (terms.contains(near)) continue;
            ASSERT_EQ(segment->dictionary.find(near).count, 0u);
        }
    }
    EXPECT_EQ(segment->dictionary.find("").count, 0u);
    EXPECT_EQ(segment->dictionary.find("\xff\xff\xff\xff\xff\xff\xff\xff").count, 0u);
}

TEST_P(DictionaryOf, WalksFromAnyBeginning) {
    const support::TemporaryFolder folder;
    const Terms terms = random_terms(GetParam(), 2);
    const auto segment = opened(written(folder, terms));
    ASSERT_TRUE(segment);
    std::vector<std::string> beginnings{"", "carcino", "carcinob", "\x04", "\x04path:", "zzz", "\xff\xff\xff\xff"};
    for (const auto& [term, studies] : random_terms(20, 3)) beginnings.push_back(term);
    for (const std::string& from : beginnings) {
        auto expected = terms.lower_bound(from);
        for (Dictionary::Walk walk(segment->dictionary, from); !walk.at_end(); walk.next(), ++expected) {
            ASSERT_NE(expected, terms.end());
            ASSERT_EQ(walk.term(), expected->first);
            ASSERT_EQ(walk.list().count, expected->second.size());
        }
        EXPECT_EQ(expected, terms.end());
    }
}

TEST(Segment, KnowsItsStudies) {
    const support::TemporaryFolder folder;
    const auto segment = opened(written(folder, random_terms(5, 4)));
    ASSERT_TRUE(segment);
    EXPECT_EQ(segment->studies(), kStudies);
    EXPECT_EQ(segment->find(study::NctId(90'000'001)), 0u);
    EXPECT_EQ(segment->find(study::NctId(90'000'001 + 299 * 3)), 299u);
    EXPECT_FALSE(segment->find(study::NctId(90'000'002)));
    EXPECT_FALSE(segment->find(study::NctId(1)));
    EXPECT_FALSE(segment->find(study::NctId(99'999'999)));
}

void write_ids(const std::string& path, const std::vector<std::uint32_t>& ids) {
    auto writer = SegmentWriter::create(path);
    ASSERT_TRUE(writer);
    (*writer)->begin(kIdsSection);
    (*writer)->write({reinterpret_cast<const char*>(ids.data()), ids.size() * 4});
    ASSERT_TRUE((*writer)->finish());
}

TEST(Segment, StudiesOutOfOrderOrWithoutANumberAreRefused) {
    const support::TemporaryFolder folder;
    const std::string path = folder.path("segment.tdx");
    for (const auto& ids : {std::vector<std::uint32_t>{3, 2}, {2, 2}, {0, 1}, {1, 100'000'000}}) {
        write_ids(path, ids);
        const auto segment = Segment::open(path);
        ASSERT_FALSE(segment);
        EXPECT_NE(segment.error().message.find("studies"), std::string::npos) << segment.error().message;
    }
}

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(SegmentFile, SectionsComeBackByName) {
    const support::TemporaryFolder folder;
    const std::string path = folder.path("file");
    auto writer = SegmentWriter::create(path);
    ASSERT_TRUE(writer);
    const std::string long_text(3 * kChecksumBlock + 5, 'x'); // more than one block
    (*writer)->begin("first");
    (*writer)->write("one");
    (*writer)->write(" two");
    EXPECT_EQ((*writer)->section_size(), 7u);
    (*writer)->begin("empty");
    (*writer)->begin("fifteen letters");
    (*writer)->write(long_text);
    ASSERT_TRUE((*writer)->finish());

    const auto file = SegmentFile::open(path);
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->section("first"), "one two");
    EXPECT_EQ(file->section("empty"), "");
    EXPECT_EQ(file->section("fifteen letters"), long_text);
    EXPECT_EQ(file->section("absent"), "");
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(file->section("fifteen letters").data()) % 64, 0u);
    EXPECT_EQ(file->blocks(), 4u);
    for (std::size_t block = 0; block < file->blocks(); ++block) EXPECT_TRUE(file->block_is_sound(block));
    EXPECT_EQ(file->bytes(), bytes_of(path).size());
}

TEST(SegmentFile, EveryCutAndEveryFlipInTheFooterIsRefused) {
    const support::TemporaryFolder folder;
    const std::string whole = bytes_of(written(folder, random_terms(40, 5)));
    const std::size_t footer = 8 * 32 + 32 + 8; // eight sections, the tail, the sum of one block
    for (std::size_t length = 0; length < whole.size(); length += length + footer < whole.size() ? 97 : 1)
        EXPECT_FALSE(SegmentFile::open(folder.write("cut", whole.substr(0, length)))) << length;
    for (std::size_t at = whole.size() - footer; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << at % 8));
        const auto file = SegmentFile::open(folder.write("flipped", damaged));
        ASSERT_FALSE(file) << at;
        EXPECT_EQ(file.error().code, ErrorCode::Corrupt);
        EXPECT_NE(file.error().message.find("flipped"), std::string::npos) << "names the file";
    }
}

TEST(SegmentFile, AFlippedByteOfTheDataIsSeenByItsBlock) {
    const support::TemporaryFolder folder;
    std::string bytes = bytes_of(written(folder, random_terms(40, 6)));
    bytes[100] = static_cast<char>(bytes[100] ^ 1);
    const auto file = SegmentFile::open(folder.write("flipped", bytes));
    ASSERT_TRUE(file) << "opening looks at the footer";
    EXPECT_FALSE(file->block_is_sound(0));
}

TEST(SegmentFile, AFileThatIsNotThereIsNotFound) {
    const support::TemporaryFolder folder;
    EXPECT_EQ(SegmentFile::open(folder.path("absent")).error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace trialdex::index
