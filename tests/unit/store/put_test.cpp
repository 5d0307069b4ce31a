// What becomes of records that are offered: new, updated, older, unchanged, in all orders.
#include "store_kit.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <random>

namespace trialdex::store {
namespace {

using testing::ElementsAre;

class Put : public StoreTest {};
INSTANTIATE_TEST_SUITE_P(Stores, Put, testing::ValuesIn(store_kinds()), kind_name);

Draft version(const std::string& posted, const std::string& holder, const std::string& summary) {
    Draft draft;
    draft.posted = posted;
    draft.holder = holder;
    draft.summary = summary;
    return draft;
}

TEST_P(Put, ANewRecordComesBackByteForByte) {
    const Draft draft;
    EXPECT_EQ(put(draft), Outcome::New);
    const auto record = store_->get(NctId(1));
    ASSERT_TRUE(record);
    EXPECT_EQ(record->json, draft.json());
    EXPECT_EQ(record->version.number, 1U);
    EXPECT_EQ(record->version.last_update_posted, "2024-01-10");
    EXPECT_EQ(record->version.version_holder, "2024-02-01");
    EXPECT_EQ(record->version.fingerprint, draft.record().fingerprint);
    EXPECT_EQ(record->first_seen, record->last_changed);
    expect_sound();
}

TEST_P(Put, WhatIsNotThereIsNotFound) {
    EXPECT_EQ(store_->get(NctId(7)).error().code, ErrorCode::NotFound);
    EXPECT_EQ(store_->versions(NctId(7)).error().code, ErrorCode::NotFound);
    EXPECT_EQ(store_->get_version(NctId(7), 1).error().code, ErrorCode::NotFound);
    put(Draft{});
    EXPECT_EQ(store_->get_version(NctId(1), 0).error().code, ErrorCode::NotFound);
    EXPECT_EQ(store_->get_version(NctId(1), 2).error().code, ErrorCode::NotFound);
}

TEST_P(Put, TheSameRecordAgainChangesNothing) {
    put(Draft{});
    const auto before = store_->get(NctId(1));
    EXPECT_EQ(put(Draft{}), Outcome::Unchanged);
    const auto after = store_->get(NctId(1));
    EXPECT_EQ(after->version.sequence, before->version.sequence);
    EXPECT_EQ(after->last_changed, before->last_changed);
    EXPECT_EQ(store_->summary()->last_sequence, 1U);
    expect_sound();
}

TEST_P(Put, ANewerDataLoadOfTheSameRecordMovesItsHolderOnly) {
    put(version("2024-01-10", "2024-02-01", "Same."));
    EXPECT_EQ(put(version("2024-01-10", "2024-03-01", "Same.")), Outcome::Unchanged);
    EXPECT_EQ(json_of(1), version("2024-01-10", "2024-03-01", "Same.").json());
    EXPECT_EQ(put(version("2024-01-10", "2024-01-15", "Same.")), Outcome::Unchanged);
    EXPECT_EQ(store_->get(NctId(1))->version.version_holder, "2024-03-01");
    EXPECT_EQ(store_->summary()->newest_version_holder, "2024-03-01");
    EXPECT_EQ(store_->summary()->oldest_version_holder, "2024-03-01");
    expect_sound();
}

TEST_P(Put, AnUpdateKeepsTheVersionBefore) {
    const Draft first = version("2024-01-10", "2024-02-01", "First words.");
    const Draft second = version("2024-03-10", "2024-04-01", "Second words.");
    put(first);
    EXPECT_EQ(put(second), Outcome::Updated);
    EXPECT_THAT(version_texts(1), ElementsAre(first.json(), second.json()));
    EXPECT_EQ(store_->get(NctId(1))->version_count, 2U);
    EXPECT_EQ(store_->summary()->versions, 2U);
    EXPECT_EQ(store_->summary()->studies, 1U);
    expect_sound();
}

TEST_P(Put, TheHolderDecidesWhenThePostingDatesAreEqual) {
    put(version("2024-01-10", "2024-02-01", "First."));
    EXPECT_EQ(put(version("2024-01-10", "2024-02-02", "Second.")), Outcome::Updated);
    EXPECT_EQ(put(version("2024-01-10", "2024-01-31", "Before.")), Outcome::Older);
    EXPECT_THAT(version_texts(1), ElementsAre(version("2024-01-10", "2024-01-31", "Before.").json(),
                                              version("2024-01-10", "2024-02-01", "First.").json(),
                                              version("2024-01-10", "2024-02-02", "Second.").json()));
    expect_sound();
}

TEST_P(Put, APostingDateOutweighsADataLoad) {
    put(version("2024-05-10", "2024-06-01", "Newer."));
    EXPECT_EQ(put(version("2024-01-10", "2025-01-01", "Older.")), Outcome::Older);
    EXPECT_EQ(store_->get(NctId(1))->version.last_update_posted, "2024-05-10");
    expect_sound();
}

TEST_P(Put, OlderVersionsEnterInDateOrder) {
    const Draft newest = version("2024-09-01", "2024-09-02", "Newest.");
    const Draft middle = version("2024-05-01", "2024-05-02", "Middle.");
    const Draft oldest = version("2024-01-01", "2024-01-02", "Oldest.");
    put(newest);
    EXPECT_EQ(put(oldest), Outcome::Older);
    EXPECT_EQ(put(middle), Outcome::Older);
    EXPECT_EQ(put(middle), Outcome::Unchanged);
    EXPECT_EQ(put(oldest), Outcome::Unchanged);
    EXPECT_THAT(version_texts(1), ElementsAre(oldest.json(), middle.json(), newest.json()));
    EXPECT_EQ(json_of(1), newest.json());
    EXPECT_EQ(store_->summary()->versions, 3U);
    expect_sound();
}

TEST_P(Put, AnOlderVersionSeenInANewerLoadGetsThatHolder) {
    put(version("2024-01-01", "2024-01-02", "Oldest."));
    put(version("2024-05-01", "2024-05-02", "Newest."));
    EXPECT_EQ(put(version("2024-01-01", "2024-03-03", "Oldest.")), Outcome::Unchanged);
    EXPECT_EQ(version_texts(1).at(0), version("2024-01-01", "2024-03-03", "Oldest.").json());
    expect_sound();
}

TEST_P(Put, OfEqualDatesTheLaterArrivalIsCurrent) {
    put(version("2024-01-01", "2024-01-02", "First."));
    EXPECT_EQ(put(version("2024-01-01", "2024-01-02", "Second.")), Outcome::Updated);
    EXPECT_EQ(put(version("2024-01-01", "2024-01-02", "First.")), Outcome::Unchanged);
    EXPECT_EQ(json_of(1), version("2024-01-01", "2024-01-02", "Second.").json());
    expect_sound();
}

TEST_P(Put, ARecordThatReturnsToWhatItSaidBeforeBecomesCurrentAgain) {
    const Draft again = version("2024-01-01", "2024-04-02", "First.");
    put(version("2024-01-01", "2024-01-02", "First."));
    put(version("2024-01-01", "2024-02-02", "Second."));
    EXPECT_EQ(put(again), Outcome::Updated);
    EXPECT_EQ(json_of(1), again.json());
    EXPECT_THAT(version_texts(1), ElementsAre(version("2024-01-01", "2024-02-02", "Second.").json(), again.json()));
    EXPECT_EQ(store_->get(NctId(1))->version.sequence, 3U);
    expect_sound();
}

TEST_P(Put, RecordsWithoutDatesAreTakenToo) {
    EXPECT_EQ(put(version("", "", "Bare.")), Outcome::New);
    EXPECT_EQ(put(version("", "", "Bare.")), Outcome::Unchanged);
    EXPECT_EQ(put(version("", "", "Other.")), Outcome::Updated);
    EXPECT_EQ(put(version("2024-01-01", "", "Dated.")), Outcome::Updated);
    EXPECT_EQ(json_of(1), version("2024-01-01", "", "Dated.").json());
    EXPECT_EQ(store_->summary()->newest_version_holder, "");
    expect_sound();
}

TEST_P(Put, OneCallTakesRecordsOfOneStudyInOrder) {
    const auto outcomes =
        put({version("2024-01-01", "2024-01-02", "First."), version("2024-03-01", "2024-03-02", "Third."),
             version("2024-02-01", "2024-02-02", "Second."), version("2024-03-01", "2024-03-02", "Third.")});
    EXPECT_THAT(outcomes, ElementsAre(Outcome::New, Outcome::Updated, Outcome::Older, Outcome::Unchanged));
    EXPECT_EQ(version_texts(1).size(), 3U);
    expect_sound();
}

TEST_P(Put, AMemberOrderOfItsOwnIsTheSameRecord) {
    put(Draft{});
    Draft other;
    auto record = other.record();
    auto turned = study::check_record(R"({"hasResults":false,"derivedSection":{"miscInfoModule":{"versionHolder":)"
                                      R"("2024-02-09"}},"protocolSection":)" +
                                      record.text.substr(19, record.text.find(",\"derivedSection\"") - 19) + "}");
    ASSERT_TRUE(turned) << turned.error().message;
    ASSERT_EQ(turned->fingerprint, record.fingerprint);
    const auto run = store_->begin_run("test");
    EXPECT_THAT(*store_->put(*run, std::vector{*turned}), ElementsAre(Outcome::Unchanged));
    Draft expected;
    expected.holder = "2024-02-09";
    EXPECT_EQ(json_of(1), expected.json());
    expect_sound();
}

TEST_P(Put, NeedsARun) {
    const std::vector<study::Record> records{Draft{}.record()};
    EXPECT_FALSE(store_->put(99, records));
    EXPECT_EQ(store_->get(NctId(1)).error().code, ErrorCode::NotFound);
}

// A long chain is read through whole versions on the way; all must come back.
TEST_P(Put, LongChainsComeBackWhole) {
    std::vector<std::string> expected;
    for (int month = 0; month < 100; ++month) {
        const Draft draft = version(fmt::format("{}-{:02}-01", 2010 + month / 12, month % 12 + 1), "2024-01-01",
                                    fmt::format("State of month {}.", month));
        expected.push_back(draft.json());
        EXPECT_EQ(put(draft), month == 0 ? Outcome::New : Outcome::Updated);
    }
    EXPECT_EQ(version_texts(1), expected);
    expect_sound();
}

// Whatever the order of import, with repetitions in older and newer data loads, the same chain comes out.
TEST_P(Put, AnyOrderGivesTheSameChain) {
    std::vector<Draft> seen;
    for (int i = 0; i < 9; ++i) {
        // Three posting dates with three contents each; every content in two data loads, one inside the next.
        const std::string posted = fmt::format("2024-0{}-01", 1 + i / 3);
        for (const int load : {i, i + 12}) {
            seen.push_back(version(posted, fmt::format("2024-05-{:02}", 1 + load), fmt::format("Content {}.", i)));
        }
    }
    std::mt19937 random(20240501);
    std::vector<std::string> expected;
    for (std::uint32_t round = 1; round <= 40; ++round) {
        std::shuffle(seen.begin(), seen.end(), random);
        for (Draft& draft : seen) draft.id = round;
        put(seen);
        std::vector<std::string> texts = version_texts(round);
        for (std::string& text : texts) {
            const auto at = text.find(NctId(round).text());
            ASSERT_NE(at, std::string::npos) << text;
            text.replace(at, 11, NctId(1).text());
        }
        if (round == 1) expected = texts;
        ASSERT_EQ(texts, expected) << "round " << round;
        ASSERT_EQ(texts.size(), 9U);
    }
    expect_sound();
}

} // namespace
} // namespace trialdex::store
