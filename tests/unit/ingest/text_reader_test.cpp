// Lines, lists, pages and single records: what kind a text is, and what is read from it when it is whole and when not.
#include "support/reading.h"

#include <gmock/gmock.h>

namespace trialdex::ingest {
namespace {

using support::read_all;
using support::study;
using testing::ElementsAre;
using testing::HasSubstr;

using Items = std::vector<std::string>;

TEST(TextReader, ReadsALineARecord) {
    EXPECT_THAT(read_all("{\"a\":1}\n{\"a\":2}\n"), ElementsAre("line 1: {\"a\":1}", "line 2: {\"a\":2}"));
}

TEST(TextReader, TakesBlankLinesCarriageReturnsByteOrderMarkAndAnOpenEnd) {
    EXPECT_THAT(read_all("\xef\xbb\xbf\r\n{\"a\":1}\r\n\n  \n{\"a\":2}"),
                ElementsAre("line 2: {\"a\":1}", "line 5: {\"a\":2}"));
}

TEST(TextReader, RefusesHalfALineAtTheEnd) {
    EXPECT_THAT(read_all("{\"a\":1}\n{\"a\":2}\n{\"a\":"),
                ElementsAre("line 1: {\"a\":1}", "line 2: {\"a\":2}",
                            "line 3! the record is cut off: the input ends in the middle of it"));
    EXPECT_THAT(read_all("{\"a\":\"b"),
                ElementsAre("line 1! the record is cut off: the input ends in the middle of it"));
}

TEST(TextReader, ADamagedLineCostsThatLineOnly) {
    // Whether its beginning, its end or everything is lost, and in the first line too: check_record has the last word.
    EXPECT_THAT(
        read_all("{\"a\":1}\n{\"a\":\n]]\nnothing\n{\"a\":5}\n"),
        ElementsAre("line 1: {\"a\":1}", "line 2: {\"a\":", "line 3: ]]", "line 4: nothing", "line 5: {\"a\":5}"));
    EXPECT_THAT(read_all("{\"a\":\n{\"a\":2}\n"), ElementsAre("line 1: {\"a\":", "line 2: {\"a\":2}"));
    EXPECT_THAT(read_all("\"a\":1}\n{\"a\":2}\n"), ElementsAre("line 1: \"a\":1}", "line 2: {\"a\":2}"));
}

TEST(TextReader, RefusesALineBeyondTheLimitAndGoesOn) {
    const std::string long_line = "{\"a\":\"" + std::string(1'000'000, 'x') + "\"}";
    const std::string reason = "the record of 1,000,008 bytes is longer than the limit of 1,000 (--max-record-mb)";
    EXPECT_THAT(read_all("{\"a\":1}\n" + long_line + "\n{\"a\":3}\n", 1000),
                ElementsAre("line 1: {\"a\":1}", "line 2! " + reason, "line 3: {\"a\":3}"));
    EXPECT_THAT(read_all(long_line + "\r\n{\"a\":2}\n", 1000), ElementsAre("line 1! " + reason, "line 2: {\"a\":2}"));
    EXPECT_THAT(read_all("{\"a\":1}\n" + long_line, 1000), ElementsAre("line 1: {\"a\":1}", "line 2! " + reason));
}

TEST(TextReader, TakesARecordOfExactlyTheLimit) {
    EXPECT_THAT(read_all("{\"a\":12345}\r\n{\"a\":123456}\r\n", 11),
                ElementsAre("line 1: {\"a\":12345}", HasSubstr("12 bytes is longer than the limit of 11")));
}

TEST(TextReader, ReadsAList) {
    EXPECT_THAT(read_all(" [ {\"a\":[1,\"]\"]} ,\n{\"b\":\"\\\"}\"}]\n"),
                ElementsAre("element 1: {\"a\":[1,\"]\"]}", "element 2: {\"b\":\"\\\"}\"}"));
    EXPECT_EQ(read_all("[]"), Items{});
}

TEST(TextReader, ReadsPagesOfTheApi) {
    const Items expected = {"element 1: {\"a\":1}", "element 2: {\"a\":2}"};
    EXPECT_EQ(read_all(R"({"studies":[{"a":1},{"a":2}],"nextPageToken":"x[{"})"), expected);
    EXPECT_EQ(read_all(R"({"totalCount":2,"nextPageToken":null,"studies":[{"a":1},{"a":2}]})"), expected);
    EXPECT_EQ(read_all("{\n  \"totalCount\": 2,\n  \"studies\": [\n    {\"a\":1},\n    {\"a\":2}\n  ]\n}\n"), expected);
    EXPECT_EQ(read_all("{\"studies\":[\n{\"a\":1}]}\n{\"studies\":[{\"a\":2}]}"), expected);
    EXPECT_EQ(read_all(R"([{"studies":[{"a":1}]},{"studies":[{"a":2}]}])"), expected);
    EXPECT_EQ(read_all(R"({"totalCount":0,"studies":[]})"), Items{});
}

TEST(TextReader, ReadsASingleStudyInAnyLayout) {
    EXPECT_THAT(read_all("{\"a\":1}"), ElementsAre("line 1: {\"a\":1}"));
    const std::string pretty = "{\n  \"a\": [\n    {\n    }\n  ]\n}";
    EXPECT_THAT(read_all(pretty + "\n"), ElementsAre("record 1: " + pretty));
    const std::string flat = "{\n\"a\": [\n{\n\"b\": 1\n},\n{\n}\n]\n}"; // indented by nothing
    EXPECT_THAT(read_all(flat), ElementsAre("record 1: " + flat));
    EXPECT_THAT(read_all(pretty + pretty), ElementsAre("record 1: " + pretty, "record 2: " + pretty));
}

TEST(TextReader, AListGoesOnAfterARecordThatIsTooLong) {
    const std::string text = "[{\"a\":1},{\"a\":\"" + std::string(700'000, 'x') + "\"},{\"a\":3}]";
    EXPECT_THAT(
        read_all(text, 1000),
        ElementsAre("element 1: {\"a\":1}",
                    "element 2! the record of 700,008 bytes is longer than the limit of 1,000 (--max-record-mb)",
                    "element 3: {\"a\":3}"));
}

TEST(TextReader, AListGoesOnWhereTheNextStudyBegins) {
    const std::string whole = study(1);
    const std::string half = whole.substr(0, whole.size() - 6); // ends within a string
    for (const std::string between : {"", ",", ",\n  "}) {
        std::string list = "[" + whole + ",";
        list.append(half).append(between).append(study(3)).append(",").append(study(4)).append("]");
        const auto items = read_all(list);
        ASSERT_EQ(items.size(), 4U) << between;
        EXPECT_EQ(items[0], "element 1: " + study(1));
        EXPECT_THAT(items[1], HasSubstr("element 2! the record is cut off: another one begins at byte "));
        EXPECT_EQ(items[2], "element 3: " + study(3));
        EXPECT_EQ(items[3], "element 4: " + study(4));
    }
}

TEST(TextReader, ALostBracketCostsTheRecordsAroundItOnly) {
    // Without its first bracket the second study is not one; its last bracket seems to end the list.
    const auto items = read_all("[" + study(1) + "," + study(2).substr(1) + "," + study(3) + "]");
    EXPECT_THAT(items, testing::Contains("element 1: " + study(1)));
    EXPECT_THAT(items, testing::Contains(HasSubstr(": " + study(3))));
    EXPECT_THAT(items, testing::Contains(HasSubstr("? no study begins here; reading went on at byte")));
}

TEST(TextReader, SaysWhereAListEndsTooEarly) {
    EXPECT_THAT(read_all("[{\"a\":1},{\"a\":2}"),
                ElementsAre("element 1: {\"a\":1}", "element 2: {\"a\":2}",
                            "byte 16? the list of studies is cut off: the input ends inside it"));
    EXPECT_THAT(read_all("[{\"a\":1},{\"a\":"),
                ElementsAre("element 1: {\"a\":1}",
                            "element 2! the record is cut off: the input ends in the middle of it",
                            "byte 14? the list of studies is cut off: the input ends inside it"));
    EXPECT_THAT(read_all("{\"studies\":[{\"a\":1}]"), ElementsAre("element 1: {\"a\":1}", HasSubstr("byte 20?")));
}

TEST(TextReader, APageGoesOnWhereStudiesBeginAlthoughItsKeyIsDamaged) {
    EXPECT_THAT(read_all("{\"totalCount\":2,\"stuXies\":[" + study(1) + "," + study(2) + "]}"),
                testing::IsSupersetOf({"element 1: " + study(1), "element 2: " + study(2)}));
}

TEST(TextReader, StopsWithASentenceWhereNothingMoreCanBeRead) {
    EXPECT_THAT(read_all("[1,2,3]"), ElementsAre("byte 1? no study begins here; the rest of the input was not read",
                                                 HasSubstr("the list of studies is cut off")));
}

TEST(TextReader, SaysWhatAnInputIsThatItDoesNotRead) {
    EXPECT_THAT(read_all(""), ElementsAre("file! holds no records"));
    EXPECT_THAT(read_all(" \n\n"), ElementsAre("file! holds no records"));
    EXPECT_THAT(read_all("\xef\xbb\xbf"), ElementsAre("file! holds no records"));
    EXPECT_THAT(read_all("<!doctype html>"), ElementsAre("file! is a page in HTML or XML, not JSON"));
    EXPECT_THAT(read_all("BZh91AY"), ElementsAre(HasSubstr("bzip2")));
    EXPECT_THAT(read_all(std::string("\xff\xfe{\0", 4)), ElementsAre(HasSubstr("UTF-16")));
    EXPECT_THAT(read_all("nct_id\ttitle\x1b[2J\n"),
                ElementsAre("file! is none of zip, gzip, zstd and JSON; it begins with \"nct_id?title?[2J?\""));
}

TEST(TextReader, SkipsMuchWhiteSpace) {
    EXPECT_THAT(read_all(std::string(1'000'000, '\n') + "{\"a\":1}\n"), ElementsAre("line 1000001: {\"a\":1}"));
}

} // namespace
} // namespace trialdex::ingest
