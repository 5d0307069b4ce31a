// Opening, closing, sharing: what is in a folder when a program comes to it, and who else is there.
#include "store_kit.h"

#include <fstream>
#include <gmock/gmock.h>

namespace trialdex::store {
namespace {

using testing::HasSubstr;

class Opening : public StoreTest {};
INSTANTIATE_TEST_SUITE_P(Stores, Opening, testing::ValuesIn(store_kinds()), kind_name);

TEST_P(Opening, WhatWasPutIsThereAfterReopening) {
    put({Draft{}});
    Draft update;
    update.posted = "2024-06-01";
    put(update);
    for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
        open(mode);
        EXPECT_EQ(json_of(1), update.json());
        EXPECT_EQ(version_texts(1).size(), 2U);
        EXPECT_EQ(store_->summary()->last_sequence, 2U);
        expect_sound();
    }
}

TEST_P(Opening, ReadingWhatIsNotThereIsNotFound) {
    const TemporaryFolder empty;
    EXPECT_EQ(GetParam().open(empty.path(), OpenMode::ReadOnly).error().code, ErrorCode::NotFound);
    EXPECT_EQ(GetParam().open(empty.path("nowhere"), OpenMode::ReadOnly).error().code, ErrorCode::NotFound);
    EXPECT_FALSE(std::filesystem::exists(empty.path("nowhere")));
    ASSERT_TRUE(GetParam().open(empty.path("made/for/it"), OpenMode::ReadWrite));
    EXPECT_TRUE(GetParam().open(empty.path("made/for/it"), OpenMode::ReadOnly));
}

TEST_P(Opening, AFolderThatCannotBeMadeIsUnreadable) {
    std::ofstream(folder_.path("in-the-way")) << "a file";
    const auto opened = GetParam().open(folder_.path("in-the-way/data"), OpenMode::ReadWrite);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::Unreadable);
}

TEST_P(Opening, ASecondWriterIsTurnedAwayAndReadersAreNot) {
    put(Draft{});
    const auto second = GetParam().open(folder_.path(), OpenMode::ReadWrite);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Busy);
    EXPECT_THAT(second.error().message, HasSubstr("Another import"));

    const auto reader = GetParam().open(folder_.path(), OpenMode::ReadOnly).value();
    EXPECT_TRUE(reader->get(NctId(1)));
    Draft later;
    later.id = 2;
    put(later);
    EXPECT_EQ(reader->get(NctId(2))->json, later.json()) << "readers see what is committed while they are open";
    store_.reset();
    EXPECT_TRUE(GetParam().open(folder_.path(), OpenMode::ReadWrite));
}

TEST_P(Opening, AReaderWritesNothing) {
    put(Draft{});
    open(OpenMode::ReadOnly);
    EXPECT_FALSE(store_->begin_run("test"));
    EXPECT_FALSE(store_->put(1, {}));
    EXPECT_FALSE(store_->end_run(1, 0, 0));
    EXPECT_FALSE(store_->train({}));
    EXPECT_FALSE(store_->set_invented(true));
    EXPECT_FALSE(store_->wants_dictionary());
}

// Records of one family, as many as a dictionary needs to be learnt from.
std::vector<Draft> family() {
    std::vector<Draft> drafts;
    for (std::uint32_t id = 1; id <= 400; ++id) {
        Draft draft;
        draft.id = id;
        draft.title = fmt::format("Invented study {} of rest, sleep and walks in the afternoon", id * 7919);
        draft.summary =
            fmt::format("Group {} rests for {} hours, then walks around lake number {}.", id * 31, id % 12, id * 17);
        drafts.push_back(draft);
    }
    return drafts;
}

TEST_P(Opening, ADictionaryMakesRecordsSmallerAndAllStayReadable) {
    const std::vector<Draft> drafts = family();
    const std::vector<Draft> without(drafts.begin(), drafts.begin() + 100);
    const std::vector<Draft> with(drafts.begin() + 100, drafts.end());
    put(without);
    ASSERT_TRUE(store_->wants_dictionary());
    std::vector<std::string> samples;
    for (const Draft& draft : with) samples.push_back(draft.record().text);
    ASSERT_TRUE(store_->train(std::span(samples).first(3))); // too few to learn from: no harm done
    EXPECT_TRUE(store_->wants_dictionary());
    // A reader opened before the training meets the dictionary in its first record.
    const auto reader = GetParam().open(folder_.path(), OpenMode::ReadOnly).value();
    ASSERT_TRUE(reader->get(NctId(1)));
    ASSERT_TRUE(store_->train(samples));
    EXPECT_FALSE(store_->wants_dictionary());
    put(with);
    for (const Draft& draft : drafts) {
        ASSERT_EQ(json_of(draft.id), draft.json());
        ASSERT_EQ(reader->get(NctId(draft.id))->json, draft.json());
    }
    // An update of a record from before the dictionary, and a second dictionary beside the first.
    Draft update = drafts.front();
    update.posted = "2024-09-09";
    put(update);
    samples.erase(samples.begin(), samples.begin() + 100);
    ASSERT_TRUE(store_->train(samples));
    update.posted = "2024-10-10";
    put(update);
    expect_sound();
    open();
    EXPECT_FALSE(store_->wants_dictionary());
    EXPECT_EQ(version_texts(1).at(0), drafts.front().json());
    expect_sound();
}

} // namespace
} // namespace trialdex::store
