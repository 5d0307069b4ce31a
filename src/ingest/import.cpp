#include "ingest/import.h"

#include "ingest/dictionary_samples.h"
#include "ingest/import_report.h"
#include "ingest/reasons.h"
#include "ingest/record_pipeline.h"

#include <chrono>
#include <deque>
#include <fmt/format.h>

namespace trialdex::ingest {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kBetweenReports{100};
constexpr std::size_t kMaxSourceName = 500; // of the run, in the registry's list of runs

std::string source_name(std::span<const std::string> arguments) {
    std::string name;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (name.size() + arguments[i].size() > kMaxSourceName && i > 0) {
            return name + fmt::format(" and {} more", arguments.size() - i);
        }
        if (i > 0) name += ", ";
        name += arguments[i] == kStandardInput ? "standard input" : arguments[i];
    }
    return name;
}

class Import {
public:
    Import(store::Store& store, std::span<const std::string> arguments, const ImportOptions& options,
           const std::function<void(const Progress&)>& progress)
        : store_(store), arguments_(arguments), options_(options), progress_(progress), totals_(totals_of(arguments)),
          pipeline_(arguments, options) {}

    Result<ImportReport> run() {
        const auto run = store_.begin_run(source_name(arguments_));
        if (!run) return tl::unexpected(run.error());
        if (auto trained = train_dictionary(); !trained) return tl::unexpected(trained.error());
        while (auto batch = next_batch()) {
            const auto outcomes =
                batch->records.empty() ? std::vector<store::Outcome>() : store_.put(*run, batch->records);
            if (!outcomes) return tl::unexpected(outcomes.error());
            count_outcomes(report_, batch->records, *outcomes, seen_);
            unlisted_errors_ += add_findings(report_, std::move(batch->findings), options_);
            tell_progress(batch->bytes_done);
        }
        report_.cancelled = cancelled();
        if (unlisted_errors_ > 0) {
            report_.file_errors.push_back(
                {"further files", "", fmt::format("{} more errors, not listed", grouped(unlisted_errors_))});
        }
        if (auto ended = store_.end_run(*run, report_.read, report_.refused); !ended) {
            return tl::unexpected(ended.error());
        }
        return std::move(report_);
    }

private:
    bool cancelled() const { return options_.cancel != nullptr && options_.cancel->load(); }

    std::optional<CheckedBatch> next_batch() {
        if (held_.empty()) return pipeline_.next();
        if (cancelled()) return std::nullopt;
        std::optional<CheckedBatch> batch(std::move(held_.front()));
        held_.pop_front();
        return batch;
    }

    Result<void> train_dictionary() {
        if (!store_.wants_dictionary()) return {};
        std::vector<std::string> samples = sample_records(arguments_, {options_.max_record_bytes, options_.cancel});
        if (samples.size() < kMinSamples) samples = hold_samples();
        return samples.size() < kMinSamples ? Result<void>() : store_.train(samples);
    }

    // The first records of what cannot be read twice; their batches wait until the dictionary is there.
    std::vector<std::string> hold_samples() {
        std::vector<std::string> samples;
        std::size_t bytes = 0;
        while (samples.size() < kWantedSamples && bytes < kMaxSampleBytes) {
            auto batch = pipeline_.next();
            if (!batch) break;
            for (const study::Record& record : batch->records) {
                samples.push_back(record.text);
                bytes += record.text.size();
            }
            held_.push_back(std::move(*batch));
        }
        return samples;
    }

    void tell_progress(std::uint64_t bytes_done) {
        const Clock::time_point now = Clock::now();
        const bool last = totals_.size_known && bytes_done >= totals_.bytes;
        if (!progress_ || (now - last_told_ < kBetweenReports && !last)) return;
        last_told_ = now;
        progress_({report_.read, bytes_done, totals_.size_known ? totals_.bytes : 0, report_.json_bytes});
    }

    store::Store& store_;
    std::span<const std::string> arguments_;
    const ImportOptions& options_;
    const std::function<void(const Progress&)>& progress_;
    InputTotals totals_;
    ImportReport report_;
    std::size_t unlisted_errors_ = 0;
    SeenIds seen_;
    std::deque<CheckedBatch> held_;
    Clock::time_point last_told_{};
    RecordPipeline pipeline_;
};

} // namespace

Result<ImportReport> import_files(store::Store& store, const std::vector<std::string>& paths,
                                  const ImportOptions& options, const std::function<void(const Progress&)>& progress) {
    try {
        return Import(store, paths, options, progress).run();
    } catch (const std::exception& error) { // memory or threads that could not be had
        return fail(ErrorCode::Unreadable, fmt::format("the import broke off: {}", error.what()));
    }
}

} // namespace trialdex::ingest
