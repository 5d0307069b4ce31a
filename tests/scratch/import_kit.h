// What the import tests share: a registry in a folder of its own, files imported into it, and what it holds.
#pragma once

#include "ingest/import.h"
#include "support/packing.h"
#include "support/reading.h"

#include <map>

namespace trialdex::scratch {

using support::study;

class ScratchRegistry {
public:
    ScratchRegistry() {
        auto opened = store::open_sqlite(folder_.path(), store::OpenMode::ReadWrite);
        EXPECT_TRUE(opened) << (opened ? "" : opened.error().message);
        store_ = std::move(*opened);
    }

    ingest::ImportReport import(const std::vector<std::string>& paths, const ingest::ImportOptions& options = {}) {
        auto report = ingest::import_files(*store_, paths, options, nullptr);
        EXPECT_TRUE(report) << (report ? "" : report.error().message);
        if (!report) return {};
        EXPECT_EQ(report->read, report->added + report->updated + report->older + report->unchanged + report->refused);
        return std::move(*report);
    }

    // The current record of every study.
    std::map<std::string, std::string> contents() const {
        std::map<std::string, std::string> records;
        const auto visited = store_->for_each([&](const store::StoredRecord& record) {
            records[record.id.text()] = record.json;
            return true;
        });
        EXPECT_TRUE(visited) << visited.error().message;
        return records;
    }

    store::Store& store() { return *store_; }

private:
    support::TemporaryFolder folder_;
    std::unique_ptr<store::Store> store_;
};

// Studies `first` to `last`, different enough from each other to make the packers work.
inline std::vector<std::string> studies(int first, int last) {
    std::vector<std::string> all;
    for (int number = first; number <= last; ++number) {
        std::string title = "Study of ";
        for (unsigned word = static_cast<unsigned>(number); title.size() < 200; word = word * 2654435761U + 1) {
            title += std::to_string(word) + " ";
        }
        all.push_back(study(number, title));
    }
    return all;
}

inline std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) text.append(text.empty() ? "" : between).append(part);
    return text;
}

inline std::string lines_of(const std::vector<std::string>& records) { return joined(records, "\n") + "\n"; }

inline std::vector<support::ZipFile> entries_of(const std::vector<std::string>& records) {
    std::vector<support::ZipFile> entries;
    for (std::size_t i = 0; i < records.size(); ++i) {
        entries.push_back({.name = "NCT" + std::to_string(i) + ".json", .content = records[i], .stored = i % 5 == 4});
    }
    return entries;
}

} // namespace trialdex::scratch
