// Import into a real registry: every form of input makes the same one, a second import changes nothing, and of bad
// input the good records get in.
#include "import_kit.h"
#include "support/shared_data.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trialdex::scratch {
namespace {

using ingest::ImportReport;
using ingest::Refusal;
using support::TemporaryFolder;

TEST(ImportForms, AllMakeTheSameRegistry) {
    const TemporaryFolder folder;
    const std::vector<std::string> records = studies(1, 300);
    const std::string lines = lines_of(records);
    const std::string list = "[" + joined(records, ",") + "]";
    for (const std::string& record : records) folder.write("folder/" + record.substr(57, 11), record); // by id
    const std::vector<std::string> half(records.begin(), records.begin() + 150),
        rest(records.begin() + 150, records.end());
    folder.write("mixed/a", "[\n  " + joined(half, ",\n  ") + "\n]");
    folder.write("mixed/b/c", support::gzip("{\"studies\":[" + joined(rest, ",") + "],\"nextPageToken\":\"x\"}"));
    const std::vector<std::string> inputs = {
        folder.write("lines", lines),
        folder.write("lines.gz", support::gzip(lines)),
        folder.write("lines.zst", support::zstd(lines, 27)),
        folder.write("list", list),
        folder.write("list.zst", support::zstd(list)),
        folder.write("page", "{\"totalCount\":300,\"studies\":" + list + "}"),
        folder.write("zip", support::zip(entries_of(records), {.zip64 = true})),
        folder.path("folder"),
        folder.path("mixed"),
    };
    std::map<std::string, std::string> expected;
    for (std::size_t i = 0; i < records.size(); ++i) {
        expected[study::NctId(static_cast<std::uint32_t>(i + 1)).text()] = records[i];
    }
    for (const std::string& input : inputs) {
        ScratchRegistry registry;
        const ImportReport first = registry.import({input});
        EXPECT_EQ(first.added, 300U) << input;
        EXPECT_TRUE(first.file_errors.empty()) << input;
        EXPECT_EQ(registry.contents(), expected) << input;

        const auto before = registry.store().summary();
        const ImportReport second = registry.import({input});
        EXPECT_EQ(second.unchanged, 300U) << input;
        EXPECT_EQ(registry.store().summary()->last_sequence, before->last_sequence) << input;
    }
}

TEST(ImportForms, ASingleStudyComesInEveryLayout) {
    const TemporaryFolder folder;
    const std::string record = studies(1, 1)[0];
    std::string pretty;
    for (const char c : record) pretty += c == '{' ? "{\n  " : std::string(1, c);
    ScratchRegistry registry;
    EXPECT_EQ(registry.import({folder.write("a", record)}).added, 1U);
    EXPECT_EQ(registry.import({folder.write("b", pretty)}).unchanged, 1U);
    EXPECT_EQ(registry.contents().at("NCT00000001"), record);
}

TEST(ImportReports, OlderAndNewerVersionsAreTold) {
    const TemporaryFolder folder;
    const auto version = [](const std::string& day) {
        return R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001"},"statusModule":)"
               R"({"lastUpdatePostDateStruct":{"date":")" +
               day + R"("}}}})";
    };
    ScratchRegistry registry;
    const ImportReport report = registry.import({folder.write(
        "a", lines_of({version("2024-02-02"), version("2024-01-01"), version("2024-03-03"), version("2024-03-03")}))});
    EXPECT_EQ(report.added, 1U);
    EXPECT_EQ(report.older, 1U);
    EXPECT_EQ(report.updated, 1U);
    EXPECT_EQ(report.unchanged, 1U);
    EXPECT_EQ(report.repeated_ids, 3U);
    EXPECT_EQ(registry.contents().at("NCT00000001"), version("2024-03-03"));
}

// Runs as somebody whom permissions bind: root may read everything.
class AsNobody {
public:
    AsNobody() { dropped_ = geteuid() == 0 && seteuid(65534) == 0; }
    ~AsNobody() {
        if (dropped_ && seteuid(0) != 0) std::abort();
    }

private:
    bool dropped_ = false;
};

// One line a refusal or file error: "name, place: reason".
std::vector<std::string> told(const std::string& folder, const std::vector<Refusal>& refusals) {
    std::vector<std::string> lines;
    for (const Refusal& refusal : refusals) {
        const std::string name =
            refusal.file.starts_with(folder) ? refusal.file.substr(folder.size() + 1) : refusal.file;
        lines.push_back(name + (refusal.place.empty() ? "" : ", ") + refusal.place + ": " + refusal.reason);
    }
    return lines;
}

TEST(ImportBadInput, EachGetsAClearLineAndTheGoodRecordsAreIn) {
    const TemporaryFolder folder;
    const std::vector<std::string> good = studies(1, 24);
    const auto pick = [&](std::size_t i) { return good[i]; };

    folder.write("01-half-a-line", pick(0) + "\n" + pick(1) + "\n" + pick(2).substr(0, 100));
    folder.write("02-utf-8", pick(2) + "\n" + support::study(901, "\xc3\x28") + "\n" + pick(3) + "\n");
    folder.write("03-long", pick(4) + "\n" + support::study(902, std::string(60'000'000, 'x')) + "\n" + pick(5) + "\n");
    folder.write("04-deep",
                 pick(6) + "\n{\"a\":" + std::string(2000, '[') + std::string(2000, ']') + "}\n" + pick(7) + "\n");
    std::string odd_id = support::study(123);
    odd_id.replace(odd_id.find("NCT00000123"), 11, "NCT123");
    folder.write("05-id", pick(8) + "\n" + odd_id + "\n" + pick(9) + "\n");
    folder.write("06-twice", pick(10) + "\n" + pick(10) + "\n" + pick(11) + "\n");
    folder.write("07-empty", "");
    auto entries = entries_of({pick(12), pick(13), pick(14)});
    entries[1].checksum = 1;
    folder.write("08-checksum", support::zip(entries));
    const std::string whole = support::zip(entries_of({pick(15), pick(16), pick(17)}));
    folder.write("09-cut", whole.substr(0, whole.find("PK\x01\x02") - 30));
    folder.write("10-list", "[" + pick(18) + "," + pick(19) + "," + pick(20).substr(0, 90));
    const std::string packed = support::gzip(lines_of({pick(21), pick(22), pick(23)}));
    folder.write("11-gzip", packed.substr(0, packed.size() - 4));
    folder.write("12-locked/file", pick(0));
    folder.write("13-locked-file", pick(0));
    ASSERT_EQ(chmod(folder.path("12-locked").c_str(), 0), 0);
    ASSERT_EQ(chmod(folder.path("13-locked-file").c_str(), 0), 0);
    ASSERT_EQ(chmod(folder.path().c_str(), 0755), 0);

    ImportReport report;
    std::map<std::string, std::string> contents;
    {
        const AsNobody nobody;
        ScratchRegistry registry;
        report = registry.import({folder.path(), folder.path("no-such-file")});
        contents = registry.contents();
    }
    ASSERT_EQ(chmod(folder.path("12-locked").c_str(), 0755), 0);

    using testing::HasSubstr;
    using testing::MatchesRegex;
    EXPECT_THAT(
        told(folder.path(), report.refusals),
        testing::ElementsAre(
            "01-half-a-line, line 3: the record is cut off: the input ends in the middle of it",
            MatchesRegex("02-utf-8, line 2: .*UTF-8.*"),
            "03-long, line 2: the record of 60,000,084 bytes is longer than the limit of 33,554,432 (--max-record-mb)",
            MatchesRegex("04-deep, line 2: .*deep.*"), "05-id, line 2: the id \"NCT123\" is not NCT and eight digits",
            "08-checksum, entry NCT1.json: its checksum does not match its content",
            MatchesRegex("09-cut, entry NCT2.json: .*cut off.*"),
            "10-list, element 3: the record is cut off: the input ends in the middle of it"));
    EXPECT_THAT(told(folder.path(), report.file_errors),
                testing::ElementsAre("07-empty: holds no records", MatchesRegex("09-cut: the zip file is cut off: .*"),
                                     MatchesRegex("10-list, byte [0-9]+: the list of studies is cut off: .*"),
                                     "11-gzip, after line 3: the gzip data is cut off: it ends before its end",
                                     "12-locked: the folder cannot be read: Permission denied",
                                     "13-locked-file: cannot be opened: Permission denied",
                                     "no-such-file: there is no such file"));
    EXPECT_EQ(report.repeated_ids, 1U);
    EXPECT_EQ(report.refused, 8U);
    std::map<std::string, std::string> expected;
    for (std::size_t i = 0; i < good.size(); ++i) {
        if (i != 13 && i != 17 && i != 20) expected[study::NctId(static_cast<std::uint32_t>(i + 1)).text()] = good[i];
    }
    EXPECT_EQ(contents, expected);
}

TEST(ImportRealRecords, AllComeInAndComeBackAsTheyWere) {
    const auto path = support::shared_file("data/ctgov/studies.ndjson.zst");
    if (!path) GTEST_SKIP() << "needs ../shared/data/ctgov";
    ScratchRegistry registry;
    const ImportReport report = registry.import({*path});
    EXPECT_EQ(report.added, 3546U);
    EXPECT_EQ(report.refused, 0U);
    const auto contents = registry.contents();

    auto file = ingest::File::open(*path);
    std::uint64_t bytes_done = 0;
    auto source = ingest::open_source(std::move(*file), {}, &bytes_done);
    std::size_t compared = 0;
    while (const auto item = (*source)->next()) {
        const auto at = contents.find(study::check_record(item->text)->id.text());
        ASSERT_NE(at, contents.end());
        ASSERT_EQ(at->second, item->text); // the records are minified there already
        ++compared;
    }
    EXPECT_EQ(compared, 3546U);
    EXPECT_EQ(registry.import({*path}).unchanged, 3546U);
}

} // namespace
} // namespace trialdex::scratch
