// What the store costs: taking records, taking them again, updates, and reading. Records come as lines on standard
// input:
//   zstd -dc --long=27 studies.ndjson.zst | store_bench FOLDER [COPIES]
// COPIES (default 1) puts each record under that many numbers, to see a larger registry.
#include "store/store.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fmt/format.h>
#include <functional>
#include <iostream>
#include <random>
#include <string>
#include <vector>

using namespace trialdex;

namespace {

constexpr std::size_t kBatchBytes = 16U << 20; // as import does it

double seconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

template <class T> T must(Result<T> result) {
    if (!result) {
        fmt::print(stderr, "{}\n", result.error().message);
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

void put_all(store::Store& store, const std::vector<study::Record>& records, const char* what) {
    double megabytes = 0;
    const std::clock_t start = std::clock();
    const double time = seconds([&] {
        const auto run = must(store.begin_run(what));
        for (std::size_t from = 0, to = 0; from < records.size(); from = to) {
            for (std::size_t bytes = 0; to < records.size() && bytes < kBatchBytes; ++to)
                bytes += records[to].text.size();
            must(store.put(run, std::span(records).subspan(from, to - from)));
        }
        must(store.end_run(run, records.size(), 0));
    });
    for (const auto& record : records) megabytes += static_cast<double>(record.text.size()) / 1e6;
    const double processor = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; // of all threads together
    fmt::print("{:<28} {:>8.0f} MB/s {:>9.0f} records/s {:>8.0f} MB a processor second\n", what, megabytes / time,
               static_cast<double>(records.size()) / time, megabytes / processor);
}

void time_each(const char* what, std::size_t times, const std::function<void(std::size_t)>& work) {
    std::vector<double> micros;
    for (std::size_t i = 0; i < times; ++i) micros.push_back(1e6 * seconds([&] { work(i); }));
    std::sort(micros.begin(), micros.end());
    fmt::print("{:<28} {:>8.1f} µs median {:>8.1f} µs 99th\n", what, micros[times / 2], micros[times * 99 / 100]);
}

std::vector<study::Record> read_records(std::uint32_t copies) {
    std::vector<study::Record> records;
    for (std::string line; std::getline(std::cin, line);) records.push_back(must(study::check_record(line)));
    const std::size_t originals = records.size();
    for (std::uint32_t copy = 1; copy < copies; ++copy) {
        for (std::size_t i = 0; i < originals; ++i) {
            study::Record record = records[i];
            const study::NctId id(record.id.number() % 10'000'000 + copy * 10'000'000);
            if (const auto at = record.text.find(record.id.text()); at != std::string::npos) {
                record.text.replace(at, 11, id.text());
            }
            record.id = id;
            record.fingerprint[0] ^= copy;
            records.push_back(std::move(record));
        }
    }
    return records;
}

void bench(const std::string& folder, std::vector<study::Record> records) {
    auto store = must(store::open_sqlite(folder, store::OpenMode::ReadWrite));
    if (store->wants_dictionary()) {
        std::vector<std::string> samples;
        const std::size_t step = std::max<std::size_t>(1, records.size() / 2000);
        for (std::size_t i = 0; i < records.size(); i += step) samples.push_back(records[i].text);
        fmt::print("train {:.1f} s\n", seconds([&] { must(store->train(samples)); }));
    }
    put_all(*store, records, "put, new");
    const auto summary = must(store->summary());
    fmt::print("{} studies, stored {:.1f} MB of {:.1f} MB JSON ({:.1f} %)\n", summary.studies,
               static_cast<double>(summary.stored_bytes) / 1e6, static_cast<double>(summary.json_bytes) / 1e6,
               100.0 * static_cast<double>(summary.stored_bytes) / static_cast<double>(summary.json_bytes));
    put_all(*store, records, "put, same again");
    for (auto& record : records) record.version_holder = record.version_holder.empty() ? "" : "2030-01-01";
    put_all(*store, records, "put, newer data load");

    std::mt19937 random(1);
    std::vector<study::NctId> ids;
    for (int i = 0; i < 20'000; ++i) ids.push_back(records[random() % records.size()].id);
    time_each("get", ids.size(), [&](std::size_t i) { must(store->get(ids[i])); });
    time_each("module_dates", ids.size(),
              [&](std::size_t i) { must(store->module_dates(ids[i], "protocolSection.statusModule")); });
    time_each("next with results", ids.size(),
              [&](std::size_t i) { must(store->next(ids[i], "resultsSection.moreInfoModule")); });
    time_each("next with annotations", ids.size(),
              [&](std::size_t i) { must(store->next(ids[i], "annotationSection.annotationModule")); });
    time_each("summary", 1000, [&](std::size_t) { must(store->summary()); });
    time_each("recently_updated", 1000, [&](std::size_t) { must(store->recently_updated(10)); });
    time_each("structure_counts", 1000, [&](std::size_t) { must(store->structure_counts()); });
    std::uint64_t bytes = 0;
    const double walk = seconds([&] {
        must(store->for_each([&](const store::StoredRecord& record) {
            bytes += record.json.size();
            return true;
        }));
    });
    fmt::print("{:<28} {:>8.0f} MB/s\n", "for_each", static_cast<double>(bytes) / 1e6 / walk);

    for (auto& record : records) {
        record.last_update_posted = "2030-01-01";
        record.fingerprint[1] ^= 1;
    }
    put_all(*store, records, "put, all updated");
    fmt::print("stored {:.1f} MB afterwards\n", static_cast<double>(must(store->summary()).stored_bytes) / 1e6);
    time_each("get_version, oldest", 5000, [&](std::size_t i) { must(store->get_version(ids[i], 1)); });
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        fmt::print(stderr, "usage: store_bench FOLDER [COPIES] < records.ndjson\n");
        return 2;
    }
    bench(argv[1], read_records(argc > 2 ? static_cast<std::uint32_t>(std::atoi(argv[2])) : 1));
}
