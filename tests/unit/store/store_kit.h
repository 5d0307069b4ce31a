// What the store's tests share: folders that go away, invented records in a line, and the stores under test.
#pragma once

#include "store/store.h"
#include "support/temporary_folder.h"

#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <gtest/gtest.h>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <vector>

namespace trialdex::store {

using support::TemporaryFolder;

// A small study in the record form; every member makes another record.
struct Draft {
    std::uint32_t id = 1;
    std::string posted = "2024-01-10";
    std::string holder = "2024-02-01"; // empty: no misc info module
    std::string title = "Invented study of rest";
    std::string status = "COMPLETED";
    std::string summary = "Participants rest.";
    std::vector<std::uint32_t> aliases;
    bool results = false;
    std::string more; // further top-level members, with a comma in front

    std::string json() const {
        std::string text =
            fmt::format(R"({{"protocolSection":{{"identificationModule":{{"nctId":"{}")", NctId(id).text());
        if (!aliases.empty()) {
            text += R"(,"nctIdAliases":[)";
            for (const std::uint32_t alias : aliases) {
                text += fmt::format(R"({}"{}")", text.back() == '[' ? "" : ",", NctId(alias).text());
            }
            text += "]";
        }
        text += fmt::format(R"(,"briefTitle":"{}"}},"statusModule":{{"overallStatus":"{}")", title, status);
        if (!posted.empty()) text += fmt::format(R"(,"lastUpdatePostDateStruct":{{"date":"{}"}})", posted);
        text += fmt::format(R"(}},"descriptionModule":{{"briefSummary":"{}"}}}})", summary);
        if (results) text += R"(,"resultsSection":{"moreInfoModule":{"limitationsAndCaveats":{"description":"Few."}}})";
        if (!holder.empty()) {
            text += fmt::format(R"(,"derivedSection":{{"miscInfoModule":{{"versionHolder":"{}"}}}})", holder);
        }
        return text + more + fmt::format(R"(,"hasResults":{}}})", results);
    }

    study::Record record() const {
        auto checked = study::check_record(json());
        EXPECT_TRUE(checked) << (checked ? "" : checked.error().message) << json();
        return std::move(*checked);
    }
};

// A way to open a store in a folder. Tests of the interface run for every one.
struct StoreKind {
    const char* name;
    std::function<Result<std::unique_ptr<Store>>(const std::string& folder, OpenMode mode)> open;
};
inline void PrintTo(const StoreKind& kind, std::ostream* out) { *out << kind.name; }

inline std::vector<StoreKind> store_kinds() { return {{"Sqlite", open_sqlite}}; }

// A fresh store in a scratch folder.
class StoreTest : public testing::TestWithParam<StoreKind> {
protected:
    void SetUp() override { open(); }

    void open(OpenMode mode = OpenMode::ReadWrite) {
        store_.reset();
        auto opened = GetParam().open(folder_.path(), mode);
        if (!opened) throw std::runtime_error(opened.error().message); // nothing more can be tested
        store_ = std::move(*opened);
    }

    // Puts the drafts in one call, in a run of their own.
    std::vector<Outcome> put(const std::vector<Draft>& drafts) {
        std::vector<study::Record> records;
        for (const Draft& draft : drafts) records.push_back(draft.record());
        const auto run = store_->begin_run("test");
        EXPECT_TRUE(run);
        auto outcomes = store_->put(*run, records);
        EXPECT_TRUE(outcomes) << (outcomes ? "" : outcomes.error().message);
        EXPECT_TRUE(store_->end_run(*run, drafts.size(), 0));
        return outcomes.value_or(std::vector<Outcome>{});
    }

    Outcome put(const Draft& draft) { return put(std::vector{draft}).at(0); }

    std::string json_of(std::uint32_t id) const {
        const auto record = store_->get(NctId(id));
        return record ? record->json : record.error().message;
    }

    std::vector<std::string> version_texts(std::uint32_t id) const {
        std::vector<std::string> texts;
        const auto versions = store_->versions(NctId(id));
        for (std::uint32_t number = 1; versions && number <= versions->size(); ++number) {
            const auto version = store_->get_version(NctId(id), number);
            texts.push_back(version ? version->json : version.error().message);
            EXPECT_EQ(version->version.number, number);
        }
        return texts;
    }

    void expect_sound() const {
        const auto report = store_->check();
        ASSERT_TRUE(report) << report.error().message;
        for (const std::string& problem : report->problems) ADD_FAILURE() << problem;
    }

    TemporaryFolder folder_;
    std::unique_ptr<Store> store_;
};

inline std::string kind_name(const testing::TestParamInfo<StoreKind>& info) { return info.param.name; }

} // namespace trialdex::store
