#include "ingest/record_pipeline.h"

#include "ingest/import_report.h"

#include <algorithm>
#include <exception>
#include <fmt/format.h>

namespace trialdex::ingest {

namespace {

constexpr std::size_t kMaxBatchItems = 20'000;      // of tiny records or refusals, which weigh more than their text
constexpr std::chrono::milliseconds kPatience{100}; // how long a wish to stop may go unnoticed
constexpr unsigned kMaxCheckers = 4;                // storing does not keep up with more

unsigned checker_count() { return std::clamp(std::thread::hardware_concurrency(), 1U, kMaxCheckers); }

CheckedBatch broken_off(const std::exception& error) {
    CheckedBatch batch;
    batch.findings.file_errors.push_back({"", "", fmt::format("reading broke off: {}", error.what())});
    return batch;
}

CheckedBatch check_all(std::vector<FoundItem> items, std::uint64_t bytes_done) {
    CheckedBatch batch;
    batch.bytes_done = bytes_done;
    ImportReport& findings = batch.findings;
    for (auto& [file, item] : items) {
        if (item.kind == ItemKind::Trouble) {
            findings.file_errors.push_back({*file, std::move(item.place), std::move(item.text)});
            continue;
        }
        ++findings.read;
        if (item.kind == ItemKind::Record) {
            findings.json_bytes += item.text.size();
            auto record = study::check_record(item.text);
            if (record) {
                for (const std::string& path : record->unknown) count_unknown(findings, path, 1);
                batch.records.push_back(std::move(*record));
                continue;
            }
            item.text = std::move(record.error().message);
        }
        ++findings.refused;
        findings.refusals.push_back({*file, std::move(item.place), std::move(item.text)});
    }
    return batch;
}

} // namespace

RecordPipeline::RecordPipeline(std::span<const std::string> arguments, const ImportOptions& options)
    : arguments_(arguments), options_(options), work_(1), in_order_(checker_count() + 1) {
    threads_.emplace_back([this] { read(); });
    for (unsigned i = 0; i < checker_count(); ++i) threads_.emplace_back([this] { check(); });
}

RecordPipeline::~RecordPipeline() {
    stop_ = true;
    work_.close();
    in_order_.close();
}

std::optional<CheckedBatch> RecordPipeline::next() {
    std::optional<std::future<CheckedBatch>> coming;
    while (!cancelled()) {
        if (!coming) {
            if (in_order_.is_over()) return std::nullopt;
            coming = in_order_.pop(kPatience);
        } else if (coming->wait_for(kPatience) == std::future_status::ready) {
            // What was read after the wish to stop may be cut off anywhere, and does not count.
            CheckedBatch batch = coming->get();
            return cancelled() ? std::nullopt : std::optional(std::move(batch));
        }
    }
    return std::nullopt;
}

// Nothing of ours throws, but memory can run out.
void RecordPipeline::read() {
    const auto hand_over = [this](std::packaged_task<CheckedBatch()> task) {
        return in_order_.push(task.get_future()) && work_.push(std::move(task));
    };
    try {
        InputReader input(arguments_, {options_.max_record_bytes, &stop_});
        for (bool more = true; more;) {
            std::vector<FoundItem> items;
            std::size_t bytes = 0;
            while (more && bytes < options_.batch_bytes && items.size() < kMaxBatchItems) {
                auto found = input.next();
                more = found.has_value();
                if (!more) break;
                bytes += found->item.text.size();
                items.push_back(std::move(*found));
            }
            std::packaged_task<CheckedBatch()> task(
                [items = std::move(items), bytes_done = input.bytes_done()]() mutable {
                    try {
                        return check_all(std::move(items), bytes_done);
                    } catch (const std::exception& error) {
                        return broken_off(error);
                    }
                });
            if (!hand_over(std::move(task))) break;
        }
    } catch (const std::exception& error) {
        hand_over(std::packaged_task<CheckedBatch()>([failed = broken_off(error)] { return failed; }));
    }
    work_.close();
    in_order_.close();
}

void RecordPipeline::check() {
    while (!work_.is_over()) {
        if (auto task = work_.pop(kPatience)) (*task)();
    }
}

} // namespace trialdex::ingest
