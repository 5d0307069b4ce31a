// Questions to the registry: module dates, neighbours, aliases, the log, runs, the summary, counts by structure.
#include "schema/schema.h"
#include "store_kit.h"

#include <atomic>
#include <chrono>
#include <gmock/gmock.h>
#include <map>
#include <random>
#include <thread>

namespace trialdex::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Reading : public StoreTest {
protected:
    // Times are milliseconds: things that must be told apart need one between them.
    static void let_time_pass() { std::this_thread::sleep_for(std::chrono::milliseconds(3)); }

    std::uint64_t count_of(std::string_view path) const {
        return store_->structure_counts()->at(schema::find_path(path)->id);
    }

    std::optional<std::uint32_t> next(std::uint32_t id, std::string_view path) const {
        const auto found = store_->next(NctId(id), path).value();
        return found ? std::optional(found->number()) : std::nullopt;
    }
    std::optional<std::uint32_t> previous(std::uint32_t id, std::string_view path) const {
        const auto found = store_->previous(NctId(id), path).value();
        return found ? std::optional(found->number()) : std::nullopt;
    }
};
INSTANTIATE_TEST_SUITE_P(Stores, Reading, testing::ValuesIn(store_kinds()), kind_name);

Draft study(std::uint32_t id) {
    Draft draft;
    draft.id = id;
    return draft;
}

constexpr std::string_view kDescription = "protocolSection.descriptionModule";
constexpr std::string_view kStatus = "protocolSection.statusModule";
constexpr std::string_view kMoreInfo = "resultsSection.moreInfoModule";

TEST_P(Reading, AModuleIsAsOldAsTheRecordUntilItChanges) {
    put(study(1));
    const auto record = store_->get(NctId(1));
    const auto first = store_->module_dates(NctId(1), kDescription).value();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->first_seen, record->first_seen);
    EXPECT_EQ(first->last_changed, record->first_seen);

    let_time_pass();
    Draft changed = study(1);
    changed.posted = "2024-05-01";
    put(changed);
    const auto untouched = store_->module_dates(NctId(1), kDescription).value();
    EXPECT_EQ(untouched->last_changed, record->first_seen);
    const auto status = store_->module_dates(NctId(1), kStatus).value();
    EXPECT_EQ(status->first_seen, record->first_seen);
    EXPECT_EQ(status->last_changed, store_->get(NctId(1))->last_changed);
    EXPECT_GT(status->last_changed, status->first_seen);
    expect_sound();
}

TEST_P(Reading, AModuleThatComesLaterIsYoungerAndOneThatReturnsKeepsItsAge) {
    Draft draft = study(1);
    put(draft);
    const Milliseconds start = store_->get(NctId(1))->first_seen;
    EXPECT_FALSE(store_->module_dates(NctId(1), kMoreInfo).value());

    let_time_pass();
    draft.posted = "2024-02-01";
    draft.results = true;
    put(draft);
    const auto came = store_->module_dates(NctId(1), kMoreInfo).value();
    ASSERT_TRUE(came);
    EXPECT_GT(came->first_seen, start);
    EXPECT_EQ(came->first_seen, came->last_changed);

    let_time_pass();
    draft.posted = "2024-03-01";
    draft.results = false;
    put(draft);
    EXPECT_FALSE(store_->module_dates(NctId(1), kMoreInfo).value());

    let_time_pass();
    draft.posted = "2024-04-01";
    draft.results = true;
    put(draft);
    const auto again = store_->module_dates(NctId(1), kMoreInfo).value();
    ASSERT_TRUE(again);
    EXPECT_EQ(again->first_seen, came->first_seen);
    EXPECT_EQ(again->last_changed, store_->get(NctId(1))->last_changed);
    expect_sound();
}

TEST_P(Reading, ANewDataLoadOrAnOlderVersionChangesNoModule) {
    put(study(1));
    const Milliseconds start = store_->get(NctId(1))->first_seen;
    let_time_pass();
    Draft older = study(1);
    older.posted = "2020-01-01";
    older.summary = "Long ago.";
    EXPECT_EQ(put(older), Outcome::Older);
    Draft seen = study(1);
    seen.holder = "2024-12-01";
    EXPECT_EQ(put(seen), Outcome::Unchanged);
    for (const std::string_view path : {kDescription, kStatus, std::string_view("derivedSection.miscInfoModule")}) {
        EXPECT_EQ(store_->module_dates(NctId(1), path).value()->last_changed, start) << path;
    }
    EXPECT_EQ(store_->get(NctId(1))->last_changed, start);
}

TEST_P(Reading, ANewHolderAlongWithAChangeDoesNotTouchTheMiscInfoModule) {
    put(study(1));
    const Milliseconds start = store_->get(NctId(1))->first_seen;
    let_time_pass();
    Draft update = study(1);
    update.posted = "2024-06-01";
    update.holder = "2024-06-02";
    EXPECT_EQ(put(update), Outcome::Updated);
    EXPECT_EQ(store_->module_dates(NctId(1), "derivedSection.miscInfoModule").value()->last_changed, start);
}

TEST_P(Reading, DatesOfSectionsTopLevelFieldsAndUnknownModules) {
    Draft draft = study(1);
    draft.more = R"(,"futureSection":{"newModule":{"x":1}})";
    put(draft);
    const Milliseconds start = store_->get(NctId(1))->first_seen;
    let_time_pass();
    draft.posted = "2024-06-01";
    draft.more = R"(,"futureSection":{"newModule":{"x":2},"otherModule":{}})";
    put(draft);
    const Milliseconds now = store_->get(NctId(1))->last_changed;
    EXPECT_EQ(store_->module_dates(NctId(1), "hasResults").value()->last_changed, start);
    EXPECT_EQ(store_->module_dates(NctId(1), "protocolSection").value()->first_seen, start);
    EXPECT_EQ(store_->module_dates(NctId(1), "protocolSection").value()->last_changed, now);
    EXPECT_EQ(store_->module_dates(NctId(1), "futureSection.newModule").value()->first_seen, start);
    EXPECT_EQ(store_->module_dates(NctId(1), "futureSection.newModule").value()->last_changed, now);
    EXPECT_EQ(store_->module_dates(NctId(1), "futureSection.otherModule").value()->first_seen, now);
    EXPECT_FALSE(store_->module_dates(NctId(1), "futureSection.noModule").value());
    EXPECT_FALSE(store_->module_dates(NctId(1), "").value());
    EXPECT_EQ(store_->module_dates(NctId(2), kStatus).error().code, ErrorCode::NotFound);
    expect_sound();
}

TEST_P(Reading, NeighboursByModuleAgreeWithAWalkOverAll) {
    // Ids on both sides of round numbers, dense and sparse, results in few of them.
    std::mt19937 random(7);
    std::vector<Draft> drafts;
    std::map<std::uint32_t, bool> all;
    for (int i = 0; i < 300; ++i) {
        std::uniform_int_distribution<std::uint32_t> number(1, i % 3 == 0 ? 99'999'999 : 6000);
        const std::uint32_t id = i < 40 ? 1000 + static_cast<std::uint32_t>(i) : number(random);
        Draft draft = study(id);
        draft.results = all.contains(id) ? all[id] : random() % 20 == 0;
        all[id] = draft.results;
        drafts.push_back(draft);
    }
    put(drafts);
    std::vector<std::uint32_t> asked{1, 1023, 1024, 1025, 99'999'999};
    for (const auto& [id, results] : all) asked.push_back(id);
    for (const std::uint32_t id : asked) {
        for (const bool with_results : {false, true}) {
            std::optional<std::uint32_t> before, after;
            for (const auto& [other, results] : all) {
                if (with_results && !results) continue;
                if (other < id) before = other;
                if (other > id && !after) after = other;
            }
            ASSERT_EQ(previous(id, with_results ? kMoreInfo : ""), before) << id;
            ASSERT_EQ(next(id, with_results ? kMoreInfo : ""), after) << id;
        }
    }
    EXPECT_EQ(next(1, "annotationSection.annotationModule"), std::nullopt);
    EXPECT_EQ(next(1, "noSection.noModule"), std::nullopt);
    EXPECT_TRUE(next(1, "hasResults").has_value());
    expect_sound();
}

TEST_P(Reading, NeighboursFollowUpdates) {
    put({study(1), study(2), study(3)});
    EXPECT_EQ(next(1, kMoreInfo), std::nullopt);
    Draft update = study(3);
    update.posted = "2024-07-01";
    update.results = true;
    put(update);
    EXPECT_EQ(next(1, kMoreInfo), 3U);
    update.posted = "2024-08-01";
    update.results = false;
    put(update);
    EXPECT_EQ(next(1, kMoreInfo), std::nullopt);
    expect_sound();
}

TEST_P(Reading, AliasesLeadToTheStudyThatListsThem) {
    Draft first = study(10);
    first.aliases = {77, 78, 77};
    Draft second = study(11);
    second.aliases = {78, 79};
    put({second, first});
    EXPECT_EQ(store_->find_alias(NctId(77)).value(), NctId(10));
    EXPECT_EQ(store_->find_alias(NctId(78)).value(), NctId(10)) << "the lowest of several";
    EXPECT_EQ(store_->find_alias(NctId(79)).value(), NctId(11));
    EXPECT_EQ(store_->find_alias(NctId(10)).value(), std::nullopt);
    expect_sound();

    first.posted = "2024-09-01";
    first.aliases = {77};
    put(first);
    EXPECT_EQ(store_->find_alias(NctId(77)).value(), NctId(10));
    EXPECT_EQ(store_->find_alias(NctId(78)).value(), NctId(11));
    Draft older = study(11);
    older.posted = "2001-01-01";
    older.aliases = {5};
    put(older);
    EXPECT_EQ(store_->find_alias(NctId(5)).value(), std::nullopt) << "older versions do not count";
    expect_sound();
}

TEST_P(Reading, TheLogNumbersEveryChange) {
    Draft update = study(2);
    update.posted = "2024-07-01";
    Draft older = study(1);
    older.posted = "2003-01-01";
    put({study(1), study(2), study(1), update, older});
    const auto changes = store_->changes_since(0, 100).value();
    ASSERT_EQ(changes.size(), 4U);
    const std::vector<std::pair<std::uint32_t, Outcome>> expected{
        {1, Outcome::New}, {2, Outcome::New}, {2, Outcome::Updated}, {1, Outcome::Older}};
    for (std::size_t i = 0; i < changes.size(); ++i) {
        EXPECT_EQ(changes[i].sequence, i + 1);
        EXPECT_EQ(changes[i].id, NctId(expected[i].first));
        EXPECT_EQ(changes[i].outcome, expected[i].second);
        EXPECT_GT(changes[i].time, 1'600'000'000'000);
    }
    EXPECT_EQ(store_->changes_since(2, 1).value().at(0).sequence, 3U);
    EXPECT_THAT(store_->changes_since(4, 100).value(), IsEmpty());
    EXPECT_EQ(store_->get(NctId(2))->version.sequence, 3U);
    EXPECT_EQ(store_->versions(NctId(1))->at(0).sequence, 4U);
}

TEST_P(Reading, RunsCountWhatBecameOfTheirRecords) {
    const auto first = store_->begin_run("one.ndjson").value();
    Draft update = study(2);
    update.posted = "2024-07-01";
    const std::vector records{study(1).record(), study(2).record(), update.record(), study(1).record()};
    ASSERT_TRUE(store_->put(first, records));
    ASSERT_TRUE(store_->put(first, std::span(records).last(1))); // nothing to write, counted all the same
    EXPECT_EQ(store_->runs(10)->at(0).finished, 0);
    EXPECT_FALSE(store_->summary()->last_run);
    ASSERT_TRUE(store_->end_run(first, 6, 1));
    const auto second = store_->begin_run("two.ndjson").value();

    const auto runs = store_->runs(10).value();
    ASSERT_EQ(runs.size(), 2U);
    EXPECT_EQ(runs[0].number, second);
    EXPECT_EQ(runs[0].finished, 0);
    EXPECT_EQ(runs[1].source, "one.ndjson");
    EXPECT_EQ(runs[1].read, 6U);
    EXPECT_EQ(runs[1].added, 2U);
    EXPECT_EQ(runs[1].updated, 1U);
    EXPECT_EQ(runs[1].older, 0U);
    EXPECT_EQ(runs[1].unchanged, 2U);
    EXPECT_EQ(runs[1].refused, 1U);
    EXPECT_GE(runs[1].finished, runs[1].started);
    EXPECT_EQ(store_->summary()->last_run->number, first);
    EXPECT_EQ(store_->runs(1)->size(), 1U);
    EXPECT_FALSE(store_->end_run(99, 0, 0));
    expect_sound();
}

TEST_P(Reading, TheSummaryAddsUp) {
    const auto empty = store_->summary().value();
    EXPECT_EQ(empty.studies, 0U);
    EXPECT_EQ(empty.last_sequence, 0U);
    EXPECT_EQ(empty.newest_update_posted, "");

    Draft with_results = study(2);
    with_results.results = true;
    with_results.posted = "2024-09-01";
    with_results.holder = "2024-10-01";
    put({study(1), with_results});
    Draft update = study(1);
    update.posted = "2024-03-01";
    put(update);
    const auto summary = store_->summary().value();
    EXPECT_EQ(summary.studies, 2U);
    EXPECT_EQ(summary.with_results, 1U);
    EXPECT_EQ(summary.versions, 3U);
    EXPECT_EQ(summary.last_sequence, 3U);
    EXPECT_EQ(summary.newest_version_holder, "2024-10-01");
    EXPECT_EQ(summary.oldest_version_holder, "2024-02-01");
    EXPECT_EQ(summary.newest_update_posted, "2024-09-01");
    EXPECT_EQ(summary.json_bytes, update.json().size() + with_results.json().size());
    EXPECT_GT(summary.stored_bytes, 0U);
    EXPECT_FALSE(summary.invented);
    ASSERT_TRUE(store_->set_invented(true));
    EXPECT_TRUE(store_->summary()->invented);
}

TEST_P(Reading, RecentlyUpdatedIsSortedByPostingDate) {
    std::vector<Draft> drafts;
    for (std::uint32_t id = 1; id <= 5; ++id) {
        drafts.push_back(study(id));
        drafts.back().posted = fmt::format("2024-0{}-01", id == 4 ? 2 : id);
        drafts.back().title = fmt::format("Study {}", id);
    }
    put(drafts);
    const auto recent = store_->recently_updated(4).value();
    ASSERT_EQ(recent.size(), 4U);
    EXPECT_EQ(recent[0].id, NctId(5));
    EXPECT_EQ(recent[0].brief_title, "Study 5");
    EXPECT_EQ(recent[0].overall_status, "COMPLETED");
    EXPECT_EQ(recent[0].last_update_posted, "2024-05-01");
    EXPECT_EQ(recent[1].id, NctId(3));
    EXPECT_EQ(recent[2].id, NctId(4));
    EXPECT_EQ(recent[3].id, NctId(2));
}

TEST_P(Reading, StructuresAreCountedOncePerStudyThatHoldsThem) {
    Draft with_results = study(2);
    with_results.results = true;
    put({study(1), with_results});
    EXPECT_EQ(store_->structure_counts()->size(), schema::nodes().size());
    EXPECT_EQ(count_of("protocolSection"), 2U);
    EXPECT_EQ(count_of(kDescription), 2U);
    EXPECT_EQ(count_of(kMoreInfo), 1U);
    EXPECT_EQ(count_of("resultsSection.moreInfoModule.limitationsAndCaveats"), 1U);
    EXPECT_EQ(count_of("protocolSection.identificationModule.nctId"), 0U) << "fields are not counted";
    with_results.results = false;
    with_results.posted = "2024-11-01";
    put(with_results);
    EXPECT_EQ(count_of("protocolSection"), 2U);
    EXPECT_EQ(count_of(kMoreInfo), 0U);
    expect_sound();
}

TEST_P(Reading, ForEachGoesThroughAllInOrderUntilToldToStop) {
    put({study(30), study(10), study(20)});
    std::vector<std::uint32_t> ids;
    ASSERT_TRUE(store_->for_each([&](const StoredRecord& record) {
        EXPECT_EQ(record.json, study(record.id.number()).json());
        EXPECT_TRUE(store_->get(record.id)) << "other questions may be asked on the way";
        ids.push_back(record.id.number());
        return true;
    }));
    EXPECT_THAT(ids, ElementsAre(10, 20, 30));
    ids.clear();
    ASSERT_TRUE(store_->for_each([&](const StoredRecord& record) {
        ids.push_back(record.id.number());
        return false;
    }));
    EXPECT_THAT(ids, ElementsAre(10));
}

TEST_P(Reading, ManyThreadsReadWhileOneWrites) {
    put(study(1));
    std::atomic<bool> done = false;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 4; ++i) {
        readers.emplace_back([&] {
            while (!done) {
                // Summary and log are read one after the other: the log may be longer by then, never shorter.
                const auto summary = store_->summary();
                const auto changes = store_->changes_since(0, 100'000);
                const auto record = store_->get(NctId(1));
                if (!summary || !changes || !record || changes->size() < summary->last_sequence) ++wrong;
                if (record && !store_->get_version(NctId(1), record->version_count)) ++wrong;
            }
        });
    }
    for (int day = 1; day <= 28; ++day) {
        Draft update = study(1);
        update.posted = fmt::format("2025-01-{:02}", day);
        put({update, study(static_cast<std::uint32_t>(1 + day))});
    }
    done = true;
    for (std::thread& reader : readers) reader.join();
    EXPECT_EQ(wrong, 0);
    expect_sound();
}

} // namespace
} // namespace trialdex::store
