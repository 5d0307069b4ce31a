#include "ingest/dictionary_samples.h"

#include "ingest/content.h"
#include "ingest/file_window.h"
#include "ingest/input_files.h"
#include "ingest/open_source.h"
#include "ingest/zip_reader.h"
#include "study/record.h"

#include <algorithm>

namespace trialdex::ingest {

namespace {

// Lines at evenly spread places of a file. The one that a place falls into is passed over, as its beginning is not
// known.
class SpreadLines : public RecordSource {
public:
    SpreadLines(std::shared_ptr<const File> file, std::uint64_t wanted)
        : window_(std::move(file), kReach), wanted_(wanted) {}

    std::optional<Item> next() override {
        while (taken_ < wanted_) {
            const std::uint64_t place = window_.size() / wanted_ * taken_++;
            const auto bytes = window_.view(place, kReach);
            if (!bytes) return std::nullopt;
            const std::size_t start = place == 0 ? 0 : bytes->find('\n') + 1; // 0 when there is none
            const std::size_t end = bytes->find('\n', start);
            if (end == std::string_view::npos || (start == 0 && place > 0) || place + start < behind_last_) continue;
            behind_last_ = place + end;
            return Item{ItemKind::Record, {}, std::string(bytes->substr(start, end - start))};
        }
        return std::nullopt;
    }

private:
    static constexpr std::size_t kReach = 256U << 10; // two records in a row are rarely longer

    FileWindow window_;
    std::uint64_t wanted_;
    std::uint64_t taken_ = 0;
    std::uint64_t behind_last_ = 0; // a small file has fewer lines than wanted: each once
};

std::unique_ptr<RecordSource> spread_source(const std::string& path, std::uint64_t wanted, const ReadLimits& limits) {
    auto opened = File::open(path);
    if (!opened) return nullptr;
    const auto file = std::make_shared<const File>(std::move(*opened));
    LookAhead input(stream_of(file, 0, file->size()));
    const auto content = recognise(input, limits.max_record_bytes);
    if (!content) return nullptr;
    if (*content == Content::Zip) return read_zip(file, limits, wanted, nullptr);
    if (*content == Content::Lines && wanted > 1) return std::make_unique<SpreadLines>(file, wanted);
    auto again = File::open(path);
    if (!again) return nullptr;
    auto source = open_source(std::move(*again), limits, nullptr);
    return source ? std::move(*source) : nullptr;
}

} // namespace

std::vector<std::string> sample_records(std::span<const std::string> arguments, const ReadLimits& limits) {
    std::vector<std::string> samples;
    std::size_t bytes = 0;
    const std::uint64_t file_count = totals_of(arguments).files;
    const std::uint64_t stride = std::max<std::uint64_t>(1, file_count / kWantedSamples);
    const std::uint64_t per_file = std::max<std::uint64_t>(1, kWantedSamples / std::max<std::uint64_t>(1, file_count));
    const std::size_t bytes_per_file =
        kMaxSampleBytes / std::min<std::size_t>(kWantedSamples, std::max<std::size_t>(1, file_count));
    InputFiles files(arguments);
    for (std::uint64_t number = 0; const auto file = files.next(); ++number) {
        if (number % stride != 0 || !file->is_regular) continue;
        const auto source = spread_source(file->path, per_file, limits);
        if (!source) continue;
        std::uint64_t taken = 0;
        std::size_t file_bytes = 0;
        while (taken < per_file && file_bytes < bytes_per_file && bytes < kMaxSampleBytes) {
            const auto item = source->next();
            if (!item) break;
            if (item->kind != ItemKind::Record) continue;
            auto record = study::check_record(item->text);
            if (!record) continue;
            ++taken;
            file_bytes += record->text.size();
            bytes += record->text.size();
            samples.push_back(std::move(record->text));
        }
    }
    return samples;
}

} // namespace trialdex::ingest
