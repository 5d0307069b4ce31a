// The one connection that writes, with what it keeps between transactions: worker threads, their codecs, and the counts
// of the running import.
#pragma once

#include "base/file_lock.h"
#include "base/worker_pool.h"
#include "store/sqlite/connection.h"
#include "store/store.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace trialdex::store::sqlite {

class Writer {
public:
    // Makes the tables when the file is new.
    static Result<std::unique_ptr<Writer>> open(const std::string& path, FileLock lock,
                                                std::shared_ptr<Dictionaries> dictionaries);

    Result<std::uint64_t> begin_run(std::string_view source);
    Result<std::vector<Outcome>> put(std::uint64_t run, std::span<const study::Record> records);
    Result<void> end_run(std::uint64_t run, std::uint64_t read, std::uint64_t refused);
    Result<void> train(std::span<const std::string> samples);
    Result<void> set_invented(bool invented);
    bool has_dictionary() const { return has_dictionary_; }

private:
    struct RunCounts {
        std::uint64_t run = 0;
        std::uint64_t added = 0, updated = 0, older = 0, unchanged = 0;
    };

    Writer(FileLock lock, std::unique_ptr<Connection> connection);
    Result<void> require_run(std::uint64_t run);
    Result<void> save_counts(const RunCounts& counts);

    std::mutex mutex_; // one caller at a time
    FileLock lock_;
    std::unique_ptr<Connection> connection_;
    WorkerPool pool_;
    std::vector<RecordCodec> codecs_;
    RunCounts unsaved_; // of batches that wrote nothing, and so cost no transaction
    std::atomic<bool> has_dictionary_ = false;
};

} // namespace trialdex::store::sqlite
