// Reading, checking and storing at the same time: one thread finds records in the input, some check them, and the
// caller stores what comes out, in the order of the input. A few batches are on their way at any time, so memory is
// bounded.
#pragma once

#include "ingest/bounded_queue.h"
#include "ingest/import.h"
#include "ingest/input_reader.h"

#include <future>
#include <thread>

namespace trialdex::ingest {

// What one batch of the input held.
struct CheckedBatch {
    std::vector<study::Record> records;
    ImportReport findings;        // what was read and refused in it
    std::uint64_t bytes_done = 0; // of the input, up to the end of the batch
};

class RecordPipeline {
public:
    RecordPipeline(std::span<const std::string> arguments, const ImportOptions& options);
    ~RecordPipeline(); // stops reading wherever it is

    // nullopt at the end of the input, or when cancelled.
    std::optional<CheckedBatch> next();

private:
    void read();
    void check();
    bool cancelled() const { return options_.cancel != nullptr && options_.cancel->load(); }

    std::span<const std::string> arguments_;
    ImportOptions options_;
    std::atomic<bool> stop_{false};
    BoundedQueue<std::packaged_task<CheckedBatch()>> work_; // for whoever of the checkers is free
    BoundedQueue<std::future<CheckedBatch>> in_order_;      // what becomes of it, for the caller
    std::vector<std::jthread> threads_;
};

} // namespace trialdex::ingest
