// The index through its life: built, mended, joined, replaced under running searches, damaged and built again.
#include "index/manifest.h"
#include "schema/facets.h"
#include "scratch/index_kit.h"
#include "text/vocabulary_folder.h"

#include <atomic>
#include <chrono>
#include <gmock/gmock.h>
#include <thread>

namespace trialdex::scratch {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

void flip_byte(const std::string& path, std::size_t at) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    ASSERT_TRUE(file) << path;
    file.seekg(static_cast<std::streamoff>(at));
    const int byte = file.get();
    file.seekp(static_cast<std::streamoff>(at));
    file.put(static_cast<char>(byte ^ 0x10));
}

std::string newest_manifest(const IndexedRegistry& indexed) {
    return indexed.index_file(index::manifest_name(index::newest_generation(indexed.registry.folder())));
}

// What an index built anew from the same store answers.
void expect_like_built_anew(IndexedRegistry& indexed) {
    const auto mended = indexed.open();
    const auto before = mended->current();
    ASSERT_TRUE(before);
    EXPECT_FALSE(indexed.build().generation == before->info().generation);
    const auto anew = indexed.open();
    const auto after = anew->current();
    ASSERT_NE(before->info().generation, after->info().generation);
    EXPECT_EQ(before->info().studies, after->info().studies);
    for (const char* expression : kExpressions) // names that records use for one thing are learnt when built anew
        EXPECT_EQ(matches(*before, expression, false), matches(*after, expression, false)) << expression;
    for (const schema::Facet& facet : schema::facets()) {
        search::Query query = query_of("ALL");
        query.facets = {std::string(facet.id)};
        query.facet_values = 1'000;
        const auto counts = [&](const search::Searcher& searcher) {
            std::map<std::string, std::uint64_t> by_key;
            const auto answer = searcher.search(query);
            for (const auto& value : answer->facets[0].values) by_key[value.key] = value.count;
            return by_key;
        };
        EXPECT_EQ(counts(*before), counts(*after)) << facet.id;
    }
}

TEST(Index, RunsThatAreWrittenEarlyMakeTheSameIndex) {
    IndexedRegistry indexed;
    indexed.add_demo(0, 40);
    index::BuildOptions options;
    options.run_bytes = 1; // every study is a run of its own
    EXPECT_EQ(indexed.build(options).studies, 40u);
    expect_like_built_anew(indexed);
}

TEST(Index, AnUpdateReadsWhatChangedAndAnswersAsIfBuiltAnew) {
    IndexedRegistry indexed;
    indexed.add_demo(0, 60);
    const auto built = indexed.build();
    EXPECT_EQ(built.studies, 60u);
    EXPECT_EQ(built.indexed, 60u);
    EXPECT_TRUE(built.anew);

    for (const std::uint64_t study : {3, 17, 41}) indexed.change(study, "Zanzibar");
    indexed.add_demo(60, 5);
    const auto updated = indexed.update();
    EXPECT_FALSE(updated.anew) << updated.reason;
    EXPECT_EQ(updated.indexed, 8u);
    EXPECT_EQ(updated.studies, 65u);
    EXPECT_EQ(updated.segments, 2u);

    const auto live = indexed.open();
    EXPECT_EQ(matches(*live->current(), "Zanzibar"),
              (std::vector<std::uint32_t>{demo::kFirstNumber + 3, demo::kFirstNumber + 17, demo::kFirstNumber + 41}));
    expect_like_built_anew(indexed);
}

TEST(Index, NothingChangedIsNothingDone) {
    IndexedRegistry indexed;
    indexed.add_demo(0, 10);
    const auto built = indexed.build();
    const auto updated = indexed.update();
    EXPECT_EQ(updated.generation, built.generation);
    EXPECT_EQ(updated.studies, 10u);
    EXPECT_EQ(updated.indexed, 0u);
    EXPECT_FALSE(updated.anew);
}

TEST(Index, AnEmptyRegistryHasAnEmptyIndex) {
    IndexedRegistry indexed;
    EXPECT_EQ(indexed.update().studies, 0u);
    const auto live = indexed.open();
    EXPECT_THAT(matches(*live->current(), "ALL"), IsEmpty());
    indexed.add_demo(0, 2);
    EXPECT_EQ(indexed.update().studies, 2u);
}

TEST(Index, ManySmallUpdatesBecomeFewSegments) {
    IndexedRegistry indexed;
    indexed.add_demo(0, 60);
    indexed.build();
    std::set<std::uint64_t> changed;
    for (std::uint64_t i = 0; i < 14; ++i) {
        indexed.change(i * 7 % 20, "round" + std::to_string(i));
        changed.insert(i * 7 % 20);
        const auto updated = indexed.update();
        EXPECT_FALSE(updated.anew);
        EXPECT_LE(updated.segments, 6u);
        EXPECT_EQ(updated.studies, 60u);
        const auto live = indexed.open();
        EXPECT_EQ(matches(*live->current(), "round" + std::to_string(i)).size(), 1u);
        EXPECT_EQ(matches(*live->current(), "ALL").size(), 60u);
    }
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(indexed.registry.folder() + "/index")) {
        ++files;
        EXPECT_THAT(entry.path().filename().string(), testing::Not(HasSubstr(".run-")));
    }
    EXPECT_LE(files, 30u) << "files that nothing names are removed";
    expect_like_built_anew(indexed);
}

TEST(Index, WhenMuchChangedItIsBuiltAnew) {
    IndexedRegistry indexed;
    indexed.add_demo(0, 10);
    indexed.build();
    indexed.add_demo(10, 10);
    const auto updated = indexed.update();
    EXPECT_TRUE(updated.anew);
    EXPECT_EQ(updated.indexed, 20u);
    EXPECT_EQ(updated.segments, 1u);
    EXPECT_THAT(updated.reason, HasSubstr("changed"));
}

TEST(Index, AnOtherVocabularyIsAReasonToBuildAnew) {
    IndexedRegistry indexed;
    indexed.add_demo(0, 20);
    indexed.change(4, "quux fever");
    indexed.build();
    {
        const auto live = indexed.open();
        EXPECT_THAT(matches(*live->current(), "zorble disease"), IsEmpty());
    }
    const support::TemporaryFolder files;
    const std::string table =
        files.write("names.tsv", "id\tname\ttree_numbers\tentry_terms\nD000001\tQuux Fever\t\tZorble Disease\n");
    ASSERT_TRUE(text::add_vocabulary(text::vocabulary_folder(indexed.registry.folder()), table));
    const auto updated = indexed.update();
    EXPECT_TRUE(updated.anew);
    EXPECT_THAT(updated.reason, HasSubstr("vocabular"));
    const auto live = indexed.open();
    EXPECT_EQ(matches(*live->current(), "zorble disease"), std::vector<std::uint32_t>{demo::kFirstNumber + 4});
    EXPECT_THAT(matches(*live->current(), "zorble disease", false), IsEmpty());
    EXPECT_FALSE(indexed.update().anew);
}

TEST(Index, OtherFastAreasAreAReasonToBuildAnew) {
    IndexedRegistry indexed;
    indexed.add_demo(0, 20);
    index::BuildOptions options;
    options.second_area = search::find_area("InterventionSearch");
    indexed.build(options);
    indexed.add_demo(20, 1);
    EXPECT_TRUE(indexed.update().anew) << "its impact bytes would tell of other areas than the first segment's";
    const auto live = indexed.open();
    EXPECT_EQ(matches(*live->current(), "ALL").size(), 21u);
}

TEST(Index, ACancelledBuildLeavesTheOldOneServing) {
    IndexedRegistry indexed;
    indexed.add_demo(0, 30);
    const auto built = indexed.build();
    indexed.change(2, "Zanzibar");
    for (const bool while_joining : {false, true}) {
        std::atomic<bool> cancel{!while_joining};
        index::BuildOptions options;
        options.cancel = &cancel;
        options.progress = [&](const index::BuildProgress& progress) { cancel = cancel || progress.joining; };
        for (const auto& what : {index::build, index::update}) {
            const auto stopped = what(indexed.registry.folder(), indexed.registry.store(), options);
            ASSERT_FALSE(stopped);
            EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
            cancel = !while_joining;
        }
    }
    EXPECT_EQ(index::newest_generation(indexed.registry.folder()), built.generation);
    const auto live = indexed.open();
    EXPECT_EQ(matches(*live->current(), "ALL").size(), 30u);
    EXPECT_THAT(live->current()->info().warnings, IsEmpty());
    EXPECT_EQ(indexed.update().indexed, 1u);
}

TEST(Index, OneBuildAtATime) {
    IndexedRegistry indexed;
    indexed.add_demo(0, 10);
    std::optional<ErrorCode> second;
    std::mutex mutex;
    index::BuildOptions options;
    options.progress = [&](const index::BuildProgress&) { // in the midst of the first
        const std::lock_guard lock(mutex);
        if (const auto built = index::update(indexed.registry.folder(), indexed.registry.store(), {}); !built)
            second = built.error().code;
    };
    indexed.build(options);
    EXPECT_EQ(second, ErrorCode::Busy);
    EXPECT_THAT(*index::check(indexed.registry.folder()), IsEmpty());
    EXPECT_EQ(indexed.update().indexed, 0u) << "and afterwards the way is free";
}

TEST(Index, SearchesGoOnWhileANewGenerationIsTaken) {
    IndexedRegistry indexed;
    indexed.add_demo(0, 40);
    const auto built = indexed.build();
    const auto live = indexed.open();
    std::atomic<bool> stop{false};
    std::atomic<std::uint64_t> answered{0};
    std::atomic<std::uint64_t> failed{0};
    const auto ask = [&](std::size_t first) {
        for (std::size_t at = first; !stop; ++at) {
            const auto searcher = live->current();
            const auto answer = searcher->search(query_of(kExpressions[at % std::size(kExpressions)]));
            const std::uint64_t studies = searcher->info().studies;
            if (!answer || answer->total > studies || (studies != 40 && studies != 43)) ++failed;
            ++answered;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    };
    std::thread one(ask, 0);
    std::thread other(ask, 15);
    indexed.change(7, "Zanzibar");
    indexed.add_demo(40, 3);
    const auto updated = indexed.update();
    EXPECT_GT(updated.generation, built.generation);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (live->current()->info().generation != updated.generation && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_EQ(live->current()->info().generation, updated.generation);
    EXPECT_EQ(matches(*live->current(), "Zanzibar").size(), 1u);
    stop = true;
    one.join();
    other.join();
    EXPECT_EQ(failed, 0u);
    EXPECT_GT(answered, 0u);
}

// A registry whose newest generation differs from the one before: "Zanzibar" stands in the newer only.
struct TwoGenerations : IndexedRegistry {
    index::BuildReport first, second;
    TwoGenerations() {
        add_demo(0, 40);
        first = build();
        change(7, "Zanzibar");
        second = update();
    }
    void expect_first_serves(const std::string& named) {
        const auto live = open();
        ASSERT_TRUE(live);
        const auto searcher = live->current();
        EXPECT_EQ(searcher->info().generation, first.generation);
        EXPECT_THAT(searcher->info().warnings, Contains(HasSubstr(named)));
        EXPECT_EQ(matches(*searcher, "ALL").size(), 40u);
        EXPECT_THAT(matches(*searcher, "Zanzibar"), IsEmpty());
        EXPECT_THAT(*index::check(registry.folder()), Contains(HasSubstr(named)));
    }
    void expect_mended() {
        EXPECT_EQ(update().studies, 40u);
        const auto live = open();
        EXPECT_GT(live->current()->info().generation, second.generation);
        EXPECT_THAT(live->current()->info().warnings, IsEmpty());
        EXPECT_EQ(matches(*live->current(), "Zanzibar").size(), 1u);
    }
};

TEST(IndexDamage, ADamagedManifestIsNamedAndTheGenerationBeforeServes) {
    TwoGenerations indexed;
    flip_byte(newest_manifest(indexed), 30);
    indexed.expect_first_serves(index::manifest_name(indexed.second.generation));
    indexed.expect_mended();
}

TEST(IndexDamage, ACutManifestIsNamedAndTheGenerationBeforeServes) {
    TwoGenerations indexed;
    std::filesystem::resize_file(newest_manifest(indexed), 0);
    indexed.expect_first_serves(index::manifest_name(indexed.second.generation));
    indexed.expect_mended();
}

TEST(IndexDamage, ACutSegmentIsNamedAndTheGenerationBeforeServes) {
    TwoGenerations indexed;
    const std::string name = "segment-" + std::to_string(indexed.second.generation) + "-1.tdx";
    const std::string path = indexed.index_file(name);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    indexed.expect_first_serves(name);
    indexed.expect_mended();
}

TEST(IndexDamage, AMissingFileOfDeletedStudiesIsNamedAndTheGenerationBeforeServes) {
    TwoGenerations indexed;
    const std::string name = "deleted-" + std::to_string(indexed.second.generation) + "-0";
    std::filesystem::remove(indexed.index_file(name));
    indexed.expect_first_serves(name);
    indexed.expect_mended();
}

TEST(IndexDamage, DamageToAFileOfAllGenerationsIsNamedAndMendedByBuildingAnew) {
    TwoGenerations indexed;
    const std::string name = "synonyms-" + std::to_string(indexed.first.generation);
    flip_byte(indexed.index_file(name), 3);
    const auto live = search::open_index(indexed.registry.folder(), indexed.registry.store());
    ASSERT_FALSE(live);
    EXPECT_EQ(live.error().code, ErrorCode::Corrupt);
    EXPECT_THAT(live.error().message, HasSubstr(name));
    const auto updated = indexed.update();
    EXPECT_TRUE(updated.anew);
    EXPECT_THAT(updated.reason, HasSubstr(name));
    EXPECT_EQ(matches(*indexed.open()->current(), "Zanzibar").size(), 1u);
}

TEST(IndexDamage, AFlippedByteOfTheDataIsFoundByCheckAndInTheBackground) {
    TwoGenerations indexed;
    EXPECT_THAT(*index::check(indexed.registry.folder()), IsEmpty());
    const std::string name = "segment-" + std::to_string(indexed.first.generation) + "-0.tdx";
    flip_byte(indexed.index_file(name), 5'000);
    EXPECT_THAT(*index::check(indexed.registry.folder()), Contains(HasSubstr(name)));
    const auto live = indexed.open();
    ASSERT_TRUE(live);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (live->current()->info().warnings.empty() && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_THAT(live->current()->info().warnings, Contains(HasSubstr(name)));
}

} // namespace
} // namespace trialdex::scratch
