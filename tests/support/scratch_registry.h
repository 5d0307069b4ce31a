// A real registry in a folder of its own that goes away with it; filled with a few records in one run.
#pragma once

#include "store/store.h"
#include "study/record.h"
#include "support/temporary_folder.h"

#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace trialdex::support {

class ScratchRegistry {
public:
    ScratchRegistry() {
        auto opened = store::open_sqlite(folder_.path(), store::OpenMode::ReadWrite);
        if (!opened) throw std::runtime_error(opened.error().message);
        store_ = std::move(*opened);
    }
    ScratchRegistry(const ScratchRegistry&) = delete;
    ScratchRegistry& operator=(const ScratchRegistry&) = delete;

    store::Store& store() { return *store_; }
    std::string folder() const { return folder_.path(); }

    // Each is one record; throws when the store does not take them.
    void add(const std::vector<std::string>& texts) {
        std::vector<study::Record> records;
        for (const std::string& text : texts) {
            auto record = study::check_record(text);
            if (!record) throw std::runtime_error(record.error().message);
            records.push_back(std::move(*record));
        }
        const auto run = store_->begin_run("scratch");
        const auto outcomes = store_->put(run.value(), records);
        if (!outcomes) throw std::runtime_error(outcomes.error().message);
        if (const auto ended = store_->end_run(*run, records.size(), 0); !ended) {
            throw std::runtime_error(ended.error().message);
        }
    }

    void add_file(const std::string& ndjson) {
        std::ifstream file(ndjson);
        if (!file) throw std::runtime_error("cannot read " + ndjson);
        std::vector<std::string> texts;
        for (std::string line; std::getline(file, line);) texts.push_back(line);
        add(texts);
    }

private:
    TemporaryFolder folder_; // outlives the store in it
    std::unique_ptr<store::Store> store_;
};

} // namespace trialdex::support
