// Zip files: as the registry and other writers make them, broken off, damaged, and hostile.
#include "support/packing.h"
#include "support/reading.h"

#include <gmock/gmock.h>

namespace trialdex::ingest {
namespace {

using support::read_all;
using support::study;
using support::zip;
using support::ZipFile;
using testing::ElementsAre;
using testing::HasSubstr;

const std::vector<ZipFile> kThree = {{.name = "NCT00000001.json", .content = study(1)},
                                     {.name = "NCT00000002.json", .content = study(2), .stored = true},
                                     {.name = "folder/NCT00000003.json", .content = study(3), .zip64 = true}};
const std::vector<std::string> kThreeRead = {"entry NCT00000001.json: " + study(1),
                                             "entry NCT00000002.json: " + study(2),
                                             "entry folder/NCT00000003.json: " + study(3)};

TEST(ZipReader, ReadsAStudyAnEntry) {
    EXPECT_EQ(read_all(zip(kThree)), kThreeRead);
    EXPECT_EQ(read_all(zip(kThree, {.zip64 = true, .comment = "a comment, PK\x05\x06 included"})), kThreeRead);
    EXPECT_THAT(read_all(zip({})), ElementsAre());
}

TEST(ZipReader, ReadsEntriesOfEveryForm) {
    const auto items = read_all(zip({{.name = "page", .content = "{\"studies\":[{\"a\":1},{\"a\":2}]}"},
                                     {.name = "lines", .content = "{\"a\":3}\n{\"a\":4}\n"},
                                     {.name = "pretty", .content = "\xef\xbb\xbf{\n \"a\": 5\n}\n"},
                                     {.name = "text", .content = "Read me"},
                                     {.name = "nothing", .content = ""},
                                     {.name = "none", .content = "[]"}}));
    EXPECT_THAT(items, ElementsAre("entry page, element 1: {\"a\":1}", "entry page, element 2: {\"a\":2}",
                                   "entry lines, line 1: {\"a\":3}", "entry lines, line 2: {\"a\":4}",
                                   "entry pretty, record 1: {\n \"a\": 5\n}", HasSubstr("entry text! is none of zip"),
                                   "entry nothing! holds no records", "entry none! holds no records"));
}

TEST(ZipReader, PassesOverFoldersAndHiddenFiles) {
    EXPECT_THAT(
        read_all(
            zip({{.name = "a/"}, {.name = "__MACOSX/a"}, {.name = "a/.DS_Store"}, {.name = "a/b", .content = "{}"}})),
        ElementsAre("entry a/b: {}"));
}

TEST(ZipReader, ReadsAnEntryLongerThanARecordMayBeAsAStream) {
    std::string list = "[" + study(1);
    for (int number = 2; number <= 200; ++number) list += "," + study(number);
    list += "]";
    for (const bool stored : {false, true}) {
        const ZipFile file{.name = "all", .content = list, .stored = stored};
        EXPECT_EQ(read_all(zip({file}), 300).size(), 200U);
        ZipFile wrong = file;
        wrong.checksum = 1;
        const auto items = read_all(zip({wrong}), 300);
        EXPECT_EQ(items.size(), 201U);
        EXPECT_THAT(items.back(), HasSubstr("? its checksum does not match its content"));
    }
}

TEST(ZipReader, RefusesWhatIsWrongWithAnEntryAndTakesTheOthers) {
    const auto refusal = [](ZipFile file) {
        file.name = "bad";
        file.content = study(9, "Something that can be packed, packed, packed, packed");
        const auto items = read_all(zip({kThree[0], file, kThree[1]}));
        EXPECT_EQ(items.size(), 3U);
        EXPECT_EQ(items.front(), kThreeRead[0]);
        EXPECT_EQ(items.back(), kThreeRead[1]);
        return items.size() > 1 ? items[1] : "";
    };
    EXPECT_EQ(refusal({.checksum = 7}), "entry bad! its checksum does not match its content");
    EXPECT_EQ(refusal({.flags = 1}), "entry bad! it is encrypted");
    EXPECT_EQ(refusal({.method = 12}),
              "entry bad! it is packed with method 12; only 0 (stored) and 8 (deflated) are read");
    EXPECT_EQ(refusal({.bytes = 100}), "entry bad! it does not hold the 100 bytes that the zip file states");
    EXPECT_EQ(refusal({.bytes = 500}), "entry bad! it does not hold the 500 bytes that the zip file states");
    EXPECT_EQ(refusal({.stored = true, .bytes = 5}),
              "entry bad! it does not hold the 5 bytes that the zip file states");
    EXPECT_THAT(refusal({.bytes = 4'000'000'000}), HasSubstr("entry bad! it claims 4000000000 bytes, more than"));
    EXPECT_EQ(refusal({.packed_bytes = 1'000'000}), "entry bad! it overlaps what follows it in the zip file");
    EXPECT_THAT(refusal({.packed_bytes = 10}), HasSubstr("entry bad! "));
    EXPECT_THAT(refusal({.offset = 4'000'000'000}), HasSubstr("entry bad! "));
}

TEST(ZipReader, RefusesEntriesThatShareTheirPlace) {
    // The way zip bombs are built: many entries out of one piece of data.
    ZipFile again = kThree[0];
    again.name = "again";
    again.offset = 0;
    EXPECT_THAT(read_all(zip({kThree[0], again, kThree[1]})),
                ElementsAre("entry NCT00000001.json! it lies in the same place of the zip file as another entry",
                            "entry again! it lies in the same place of the zip file as another entry", kThreeRead[1]));
}

TEST(ZipReader, RefusesABombAtTheLimitOfARecord) {
    std::string bomb = R"({"a":")";
    bomb.append(50'000'000, ' ').append("\"}");
    EXPECT_THAT(read_all(zip({{.name = "bomb", .content = bomb}, kThree[0]})),
                ElementsAre(HasSubstr("entry bomb, line 1! the record of 50,000,008 bytes is longer than the limit"),
                            kThreeRead[0]));
}

TEST(ZipReader, ReadsWhatIsThereOfAFileWithoutItsDirectory) {
    for (const bool sizes_follow : {false, true}) {
        std::vector<ZipFile> files;
        for (int number = 1; number <= 50; ++number) {
            files.push_back({.name = std::to_string(number), .content = study(number), .sizes_follow = sizes_follow});
        }
        const std::string whole = zip(files, {.directory = false});
        const auto items = read_all(whole);
        ASSERT_EQ(items.size(), 51U);
        EXPECT_EQ(items[0], "? the zip file is cut off: its directory, which stands at the end, is missing; "
                            "its entries were read without it");
        EXPECT_EQ(items[50], "entry 50: " + study(50));

        const auto fewer = read_all(whole.substr(0, whole.size() - 60)); // into the last entry's data
        ASSERT_EQ(fewer.size(), 51U);
        EXPECT_EQ(fewer[49], "entry 49: " + study(49));
        EXPECT_THAT(fewer[50], HasSubstr("entry 50! "));
        EXPECT_THAT(fewer[50], HasSubstr("cut off"));
    }
}

TEST(ZipReader, DoesWithoutADamagedDirectory) {
    std::vector<std::string> expected = kThreeRead;
    expected.insert(expected.begin(), "");
    for (const std::string_view magic : {"PK\x01\x02", "PK\x05\x06"}) {
        std::string damaged = zip(kThree);
        damaged[damaged.rfind(magic) + (magic[2] == 1 ? 1 : 12)] ^= 1; // a header; the directory's length
        auto items = read_all(damaged);
        ASSERT_FALSE(items.empty());
        EXPECT_THAT(items[0], testing::AllOf(HasSubstr("the zip file's directory "),
                                             HasSubstr("; its entries were read without it")));
        items[0].clear();
        EXPECT_EQ(items, expected);
    }
}

TEST(ZipReader, ReadsAZipBehindOtherBytes) {
    // Recognised by its first bytes, so what stands before must look like a zip itself.
    EXPECT_EQ(read_all(zip(kThree, {.before = std::string("PK\x03\x04") + std::string(100, '-')})), kThreeRead);
    EXPECT_EQ(read_all(zip(kThree, {.zip64 = true, .before = std::string("PK\x03\x04") + std::string(100, '-')})),
              kThreeRead);
}

TEST(ZipReader, GivesUpOnAFileMadeToBeUnpackedOverAndOver) {
    // Headers without end, each the start of deflate data (a stored block of 65,535 bytes) that goes wrong far behind.
    std::string file;
    for (int i = 0; i < 20'000; ++i) {
        file.append("PK\x03\x04\x14\0\x08\0\x08\0", 10).append(16, '\0').append("\0\0\0\0", 4);
        file.append("\0\xff\xff\0\0", 5);
    }
    const auto items = read_all(file);
    EXPECT_THAT(items.back(), HasSubstr("the zip file is too damaged to go on at byte"));
    EXPECT_LT(items.size(), 1000U);
}

TEST(ZipReader, ShowsNamesHarmlessly) {
    EXPECT_THAT(read_all(zip({{.name = "a\x1b[2J\xff", .content = "{}"}})), ElementsAre("entry a?[2J?: {}"));
}

} // namespace
} // namespace trialdex::ingest
