// What import does around a store: runs, batches, the dictionary, the report, stopping.
#include "fake_store.h"
#include "ingest/import.h"
#include "support/packing.h"
#include "support/reading.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace trialdex::ingest {
namespace {

using support::FakeStore;
using support::study;
using support::TemporaryFolder;

std::string lines(int first, int last) {
    std::string text;
    for (int number = first; number <= last; ++number) text += study(number) + "\n";
    return text;
}

ImportReport imported(store::Store& store, const std::vector<std::string>& paths, const ImportOptions& options = {}) {
    const auto report = import_files(store, paths, options, nullptr);
    EXPECT_TRUE(report.has_value()) << report.error().message;
    return report.value_or(ImportReport{});
}

std::uint64_t accounted(const ImportReport& report) {
    return report.added + report.updated + report.older + report.unchanged + report.refused;
}

std::string shown(const Refusal& refusal) { return refusal.place + ": " + refusal.reason; }

TEST(Import, CountsWhatBecameOfEveryRecord) {
    const TemporaryFolder folder;
    FakeStore store;
    imported(store, {folder.write("before", lines(1, 2))});
    const std::string path = folder.write("now", study(1) + "\n" + study(2, "Changed") + "\n" + study(3) + "\n" +
                                                     study(3) + "\n{NCT\n{\"protocolSection\":{}}\n{\"a\":\"\xff\"}\n");
    const ImportReport report = imported(store, {path});
    EXPECT_EQ(report.read, 7U);
    EXPECT_EQ(report.added, 1U);
    EXPECT_EQ(report.updated, 1U);
    EXPECT_EQ(report.unchanged, 2U);
    EXPECT_EQ(report.refused, 3U);
    EXPECT_EQ(accounted(report), report.read);
    EXPECT_EQ(report.repeated_ids, 1U);
    ASSERT_EQ(report.refusals.size(), 3U);
    EXPECT_EQ(report.refusals[0].file, path);
    EXPECT_THAT(shown(report.refusals[0]), testing::StartsWith("line 5: not valid JSON"));
    EXPECT_THAT(shown(report.refusals[1]), testing::StartsWith("line 6: not a study record"));
    EXPECT_THAT(shown(report.refusals[2]), testing::HasSubstr("UTF-8"));
    ASSERT_EQ(store.run_list.size(), 2U);
    EXPECT_EQ(store.run_list[1].source, path);
    EXPECT_EQ(store.run_list[1].read, 7U);
    EXPECT_EQ(store.run_list[1].refused, 3U);
    EXPECT_EQ(store.run_list[1].finished, 1);
}

TEST(Import, CountsUnknownFields) {
    const TemporaryFolder folder;
    FakeStore store;
    std::string odd = study(1);
    odd.insert(1, "\"newSection\":{},");
    const ImportReport report = imported(store, {folder.write("a", odd + "\n" + study(2) + "\n" + odd + "\n")});
    EXPECT_THAT(report.unknown_fields, testing::ElementsAre(testing::Pair("newSection", 2U)));
}

TEST(Import, ListsOnlySomeRefusalsButCountsAll) {
    const TemporaryFolder folder;
    FakeStore store;
    std::string text = study(1) + "\n";
    for (int i = 0; i < 50'000; ++i) text += "x\n";
    const ImportReport report = imported(store, {folder.write("a", text)}, {.max_reported = 10});
    EXPECT_EQ(report.refused, 50'000U);
    EXPECT_EQ(report.refusals.size(), 10U);
    EXPECT_EQ(accounted(report), report.read);
}

TEST(Import, StoresBatchesOfTheSizeAskedForInOrder) {
    const TemporaryFolder folder;
    FakeStore store;
    const ImportReport report =
        imported(store, {folder.write("a", lines(1, 1000))}, {.batch_bytes = 10 * study(1).size()});
    EXPECT_EQ(report.added, 1000U);
    EXPECT_EQ(store.put_sizes, std::vector<std::size_t>(100, 10));
}

TEST(Import, ReportsFilesThatHoldNothingForIt) {
    const TemporaryFolder folder;
    FakeStore store;
    const ImportReport report = imported(store, {folder.path("missing"), folder.write("empty", ""),
                                                 folder.write("list", "[]"), folder.write("good", study(1))});
    EXPECT_EQ(report.added, 1U);
    EXPECT_EQ(report.read, 1U);
    ASSERT_EQ(report.file_errors.size(), 3U);
    EXPECT_EQ(report.file_errors[0].reason, "there is no such file");
    EXPECT_EQ(report.file_errors[1].reason, "holds no records");
    EXPECT_EQ(report.file_errors[2].reason, "holds no records");
}

TEST(Import, TrainsTheDictionaryFromAcrossTheInputBeforeItStores) {
    const TemporaryFolder folder;
    std::vector<support::ZipFile> entries;
    for (int number = 1; number <= 3000; ++number)
        entries.push_back({.name = std::to_string(number), .content = study(number)});
    folder.write("folder/a", lines(1, 100));
    folder.write("folder/b", lines(101, 200));
    const std::vector<std::string> inputs = {
        folder.write("lines", lines(1, 3000)), folder.write("zip", support::zip(entries)),
        folder.write("packed", support::zstd(lines(1, 3000))), folder.path("folder")};
    for (const std::string& input : inputs) {
        FakeStore store;
        store.dictionary_wanted = true;
        const ImportReport report = imported(store, {input});
        EXPECT_GE(store.samples, 150U) << input;
        EXPECT_LE(store.samples, 1001U) << input;
        EXPECT_EQ(store.puts_before_training, 0U) << input;
        EXPECT_EQ(report.added, input == folder.path("folder") ? 200U : 3000U) << input;
    }
}

TEST(Import, TrainsNoDictionaryFromAFewRecords) {
    const TemporaryFolder folder;
    FakeStore store;
    store.dictionary_wanted = true;
    EXPECT_EQ(imported(store, {folder.write("a", lines(1, 49))}).added, 49U);
    EXPECT_EQ(store.samples, 0U);
}

// A pipe with a writer on its other end.
class Pipe {
public:
    Pipe(const TemporaryFolder& folder, std::string content) : path_(folder.path("pipe")) {
        EXPECT_EQ(mkfifo(path_.c_str(), 0600), 0);
        writer_ = std::thread([path = path_, content = std::move(content)] {
            const int end = open(path.c_str(), O_WRONLY);
            for (std::size_t at = 0; at < content.size();) {
                const ssize_t count = write(end, content.data() + at, content.size() - at);
                if (count <= 0) break;
                at += static_cast<std::size_t>(count);
            }
            close(end);
        });
    }
    ~Pipe() { writer_.join(); }
    const std::string& path() const { return path_; }

private:
    std::string path_;
    std::thread writer_;
};

TEST(Import, ReadsPipesOnce) {
    std::vector<support::ZipFile> entries;
    for (int number = 1; number <= 300; ++number)
        entries.push_back({.name = std::to_string(number), .content = study(number)});
    for (const std::string& content : {lines(1, 300), support::gzip(lines(1, 300)), support::zip(entries)}) {
        const TemporaryFolder folder;
        const Pipe pipe(folder, content);
        FakeStore store;
        store.dictionary_wanted = true;
        const ImportReport report = imported(store, {pipe.path()});
        EXPECT_EQ(report.added, 300U);
        EXPECT_EQ(store.samples, 300U);
        EXPECT_EQ(store.puts_before_training, 0U);
    }
}

TEST(Import, ReadsStandardInput) {
    const TemporaryFolder folder;
    const int input = open(folder.write("a", lines(1, 10)).c_str(), O_RDONLY);
    const int saved = dup(STDIN_FILENO);
    dup2(input, STDIN_FILENO);
    FakeStore store;
    const ImportReport report = imported(store, {"-"});
    dup2(saved, STDIN_FILENO);
    close(saved);
    close(input);
    EXPECT_EQ(report.added, 10U);
    EXPECT_EQ(store.run_list[0].source, "standard input");
}

TEST(Import, StopsAfterTheBatchUnderWayWhenCancelled) {
    const TemporaryFolder folder;
    FakeStore store;
    std::atomic<bool> cancel{false};
    store.may_put = [&] {
        cancel = store.put_sizes.size() == 2;
        return true;
    };
    const ImportReport report =
        imported(store, {folder.write("a", lines(1, 1000))}, {.batch_bytes = 10 * study(1).size(), .cancel = &cancel});
    EXPECT_TRUE(report.cancelled);
    EXPECT_EQ(report.added, 30U);
    EXPECT_EQ(report.read, 30U);
    EXPECT_EQ(store.run_list[0].finished, 1);
}

TEST(Import, StopsWhileASilentPipeKeepsItWaiting) {
    const TemporaryFolder folder;
    ASSERT_EQ(mkfifo(folder.path("pipe").c_str(), 0600), 0);
    const int both_ends = open(folder.path("pipe").c_str(), O_RDWR); // so that no end is ever reached
    FakeStore store;
    std::atomic<bool> cancel{false};
    std::thread later([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        cancel = true;
    });
    const ImportReport report = imported(store, {folder.path("pipe")}, {.cancel = &cancel});
    later.join();
    close(both_ends);
    EXPECT_TRUE(report.cancelled);
    EXPECT_EQ(report.read, 0U);
    EXPECT_TRUE(report.file_errors.empty());
}

TEST(Import, FailsWhenTheStoreDoes) {
    const TemporaryFolder folder;
    FakeStore store;
    store.may_put = [&] { return store.put_sizes.empty(); };
    const auto report = import_files(store, {folder.write("a", lines(1, 1000))}, {.batch_bytes = 1000}, nullptr);
    ASSERT_FALSE(report.has_value());
    EXPECT_EQ(report.error().message, "the disk is full");
    EXPECT_EQ(store.run_list[0].finished, 0); // a run that was cut off
}

TEST(Import, TellsItsProgressToTheEnd) {
    const TemporaryFolder folder;
    FakeStore store;
    const std::string text = lines(1, 1000);
    std::vector<Progress> told;
    ASSERT_TRUE(import_files(store, {folder.write("a", text), folder.write("b", support::gzip(text))},
                             {.batch_bytes = 10'000}, [&](const Progress& progress) { told.push_back(progress); }));
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back().records, 2000U);
    EXPECT_EQ(told.back().bytes_done, told.back().bytes_total);
    EXPECT_EQ(told.back().bytes_total, text.size() + support::gzip(text).size());
    EXPECT_EQ(told.back().json_bytes, 2 * (text.size() - 1000));
}

} // namespace
} // namespace trialdex::ingest
