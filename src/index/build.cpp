// A new generation: runs by two threads out of the store, joined into one segment, made known by its manifest.
#include "base/file_lock.h"
#include "base/output_file.h"
#include "base/worker_pool.h"
#include "index/build/merge.h"
#include "index/build/phrase_sample.h"
#include "index/build/run.h"
#include "index/build/study_names.h"
#include "index/index.h"
#include "index/index_folder.h"
#include "index/manifest.h"
#include "index/synonyms_file.h"
#include "text/vocabulary_folder.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <mutex>

namespace trialdex::index {

namespace {

// Segments beside the first: more are joined by reading their studies again, so that a search stays quick.
constexpr std::size_t kMaxSmallSegments = 5;
// Above this share of changed studies, building anew costs less than mending.
constexpr double kMostChanged = 1.0 / 3;
// A run's tables stay small enough for the caches to be of use; 60 runs are joined as quickly as 30.
constexpr std::size_t kStudiesInChunk = 10'000;
constexpr std::size_t kChangesAtOnce = 100'000;

FastAreas fast_areas(const BuildOptions& options) {
    FastAreas areas;
    const schema::SearchArea* second = options.second_area;
    for (const schema::SearchArea& area : schema::search_areas()) {
        if (area.name == "BasicSearch") areas.masks[0] = mask_of(area);
        if (area.name == "ConditionSearch" && !second) areas.masks[1] = mask_of(area);
    }
    if (second) areas.masks[1] = mask_of(*second);
    return areas;
}

bool same_areas(const FastAreas& areas, const Manifest& manifest) {
    return areas.masks[0].fingerprint() == manifest.fast_areas[0] &&
           areas.masks[1].fingerprint() == manifest.fast_areas[1];
}

bool cancelled(const BuildOptions& options) { return options.cancel && *options.cancel; }

// Turns studies into one segment.
class SegmentJob {
public:
    SegmentJob(const store::Reader& store, const BuildOptions& options, const text::Synonyms& synonyms,
               const CommonPhrases& phrases)
        : store_(store), options_(options), trie_(synonyms), phrases_(phrases), areas_(fast_areas(options)),
          names_(options.threads) {}

    // `ids` ascending. When they are all of the store's, they are read in ranges, otherwise one by one.
    Result<void> write(const std::vector<study::NctId>& ids, bool all, const std::string& path) {
        const std::size_t chunk = std::min(kStudiesInChunk, ids.size() / options_.threads / 4 + 1);
        const std::size_t chunks = (ids.size() + chunk - 1) / chunk;
        runs_.assign(chunks, {});
        expected_ = ids.size();
        WorkerPool pool(options_.threads);
        pool.for_each(chunks, [&](unsigned worker, std::size_t at) {
            const std::size_t first = at * chunk;
            const std::size_t count = std::min(chunk, ids.size() - first);
            auto done =
                read_chunk({ids.data() + first, count}, all ? Source::Ranges : Source::Single, at, worker, path);
            const std::lock_guard lock(mutex_);
            if (!done && result_) result_ = done;
        });
        std::vector<std::string> runs;
        for (const auto& of_chunk : runs_) runs.insert(runs.end(), of_chunk.begin(), of_chunk.end());
        if (result_) {
            if (options_.progress) options_.progress({done_, expected_, true});
            result_ = merge_runs(runs, path, options_.cancel);
        }
        std::error_code failure;
        for (const std::string& run : runs) std::filesystem::remove(run, failure);
        return result_;
    }

    // What the records of a whole build call one thing; asked once, at the end.
    std::vector<text::Concept> concepts_of_records() {
        for (std::size_t i = 1; i < names_.size(); ++i) names_[0].merge(names_[i]);
        auto concepts = names_[0].concepts();
        names_.clear();
        return concepts;
    }

private:
    enum class Source : std::uint8_t { Ranges, Single };

    Result<void> read_chunk(std::span<const study::NctId> ids, Source source, std::size_t chunk, unsigned worker,
                            const std::string& path) {
        auto run = std::make_unique<Run>(trie_, phrases_, areas_);
        Result<void> result;
        const auto write_run = [&]() -> Result<void> {
            report(run->studies() % kReportEvery);
            const std::string name = fmt::format("{}.run-{}-{}", path, chunk, runs_[chunk].size());
            if (auto written = run->write(name); !written) return written;
            runs_[chunk].push_back(name);
            return {};
        };
        const auto add = [&](const store::StoredRecord& record) {
            if (cancelled(options_)) {
                result = fail(ErrorCode::Cancelled, "stopped on request: the index is as it was before");
                return false;
            }
            result = add_record(*run, record, source == Source::Ranges ? &names_[worker] : nullptr);
            if (result && run->bytes() > options_.run_bytes) { // long records: the rest of the chunk is another run
                result = write_run();
                run = std::make_unique<Run>(trie_, phrases_, areas_);
            }
            return result.has_value();
        };
        if (source == Source::Ranges) {
            if (auto read = store_.for_each_in(ids.front(), ids.back(), add); !read) return read;
        } else {
            for (const study::NctId id : ids) {
                const auto record = store_.get(id);
                if (!record) return tl::unexpected(record.error());
                if (!add(*record)) break;
            }
        }
        return result && run->studies() > 0 ? write_run() : result;
    }

    Result<void> add_record(Run& run, const store::StoredRecord& record, text::RecordNames* names) {
        const auto document = study::Document::parse(record.json);
        if (!document)
            return fail(ErrorCode::Corrupt, fmt::format("The stored record of {} is no JSON.", record.id.text()));
        run.add(record.id, document->root());
        if (names) names->add(names_of(document->root()));
        if (run.studies() % kReportEvery == 0) report(kReportEvery);
        return {};
    }

    void report(std::size_t studies) {
        const std::lock_guard lock(mutex_);
        done_ += studies;
        if (options_.progress) options_.progress({done_, expected_, false});
    }

    static constexpr std::size_t kReportEvery = 500;

    const store::Reader& store_;
    const BuildOptions& options_;
    PhraseTrie trie_;
    CommonPhraseMatcher phrases_;
    FastAreas areas_;
    std::vector<text::RecordNames> names_;       // one a worker
    std::vector<std::vector<std::string>> runs_; // file names by chunk
    std::mutex mutex_;
    Result<void> result_;
    std::uint64_t done_ = 0;
    std::uint64_t expected_ = 0;
};

Result<BuildReport> publish(const std::string& registry, const Manifest& manifest) {
    const std::string folder = index_folder(registry);
    auto written = replace_file(folder + "/" + manifest_name(manifest.generation), write_manifest(manifest));
    if (!written) return tl::unexpected(written.error());
    remove_unused_files(folder);
    const auto opened = open_newest(registry);
    if (!opened) return tl::unexpected(opened.error());
    BuildReport report;
    report.generation = manifest.generation;
    report.studies = (*opened)->studies();
    report.segments = manifest.parts.size();
    report.bytes = (*opened)->bytes;
    return report;
}

Result<std::uint64_t> last_sequence(const store::Reader& store) {
    const auto summary = store.summary();
    if (!summary) return tl::unexpected(summary.error());
    return summary->last_sequence;
}

Result<void> make_folder(const std::string& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure) return fail(ErrorCode::Unreadable, folder + " cannot be made: " + failure.message());
    return {};
}

// Two builds at once would write into each other's files.
Result<FileLock> lock_index(const std::string& registry) {
    if (auto made = make_folder(index_folder(registry)); !made) return tl::unexpected(made.error());
    return FileLock::take(index_folder(registry) + "/" + std::string(kLockName),
                          "Another process is building the search index in " + registry +
                              ". Try again when it is done.");
}

Result<CommonPhrases> learn_phrases(const store::Reader& store, const std::vector<study::NctId>& ids,
                                    const BuildOptions& options) {
    PhraseSample sample;
    const std::size_t wanted = std::min(kSampledStudies, ids.size());
    for (std::size_t i = 0; i < wanted; ++i) {
        if (cancelled(options)) return fail(ErrorCode::Cancelled, "stopped on request: the index is as it was before");
        const auto record = store.get(ids[i * ids.size() / wanted]);
        if (!record) return tl::unexpected(record.error());
        const auto document = study::Document::parse(record->json);
        if (document) sample.add(document->root()); // a broken one is an error when it is indexed
    }
    return sample.common();
}

Result<void> write_study_vectors(const std::string& folder, const std::string& segment, const VectorModel& model) {
    const auto opened = Segment::open(folder + "/" + segment);
    if (!opened) return tl::unexpected(opened.error());
    return StudyVectors::write(folder + "/" + vectors_name(segment), **opened, model);
}

// The word vectors of a new index, and those of the studies in its only segment.
Result<void> write_vectors(const std::string& folder, Manifest& manifest) {
    manifest.model = fmt::format("model-{}", manifest.generation);
    VectorModel model;
    if (!manifest.parts.empty()) {
        const auto segment = Segment::open(folder + "/" + manifest.parts.front().segment);
        if (!segment) return tl::unexpected(segment.error());
        model = train_vectors(**segment);
        auto written = write_study_vectors(folder, manifest.parts.front().segment, model);
        if (!written) return written;
    }
    return replace_file(folder + "/" + manifest.model, model.bytes());
}

Result<BuildReport> build_anew(const std::string& registry, const store::Reader& store, const BuildOptions& options,
                               std::string reason) {
    const std::string folder = index_folder(registry);
    const auto sequence = last_sequence(store);
    if (!sequence) return tl::unexpected(sequence.error());
    const auto ids = store.ids();
    if (!ids) return tl::unexpected(ids.error());
    // Taken before they are read: files that change meanwhile make the next update build anew.
    const auto files = text::vocabularies_fingerprint(text::vocabulary_folder(registry));
    if (!files) return tl::unexpected(files.error());
    const auto vocabulary = text::load_vocabularies(text::vocabulary_folder(registry));
    if (!vocabulary) return tl::unexpected(vocabulary.error());

    Manifest manifest;
    manifest.generation = newest_generation(registry) + 1;
    manifest.store_sequence = *sequence;
    manifest.rules = rules_fingerprint();
    manifest.vocabulary = *files;
    manifest.synonyms = fmt::format("synonyms-{}", manifest.generation);
    manifest.phrases = fmt::format("phrases-{}", manifest.generation);
    const FastAreas areas = fast_areas(options);
    for (std::size_t area = 0; area < 2; ++area) manifest.fast_areas[area] = areas.masks[area].fingerprint();
    const auto phrases = learn_phrases(store, *ids, options);
    if (!phrases) return tl::unexpected(phrases.error());
    auto kept = write_common_phrases(folder + "/" + manifest.phrases, *phrases);
    if (!kept) return tl::unexpected(kept.error());
    text::Synonyms synonyms = *vocabulary;
    if (!ids->empty()) {
        const std::string name = fmt::format("segment-{}-0.tdx", manifest.generation);
        SegmentJob job(store, options, *vocabulary, *phrases);
        if (auto done = job.write(*ids, true, folder + "/" + name); !done) return tl::unexpected(done.error());
        manifest.parts.push_back({name, {}});
        // The vocabularies' concepts keep their numbers: postings name them.
        std::vector<text::Concept> concepts(vocabulary->concepts().begin(), vocabulary->concepts().end());
        for (auto& known : job.concepts_of_records()) concepts.push_back(std::move(known));
        synonyms = text::Synonyms(std::move(concepts));
    }
    if (auto written = write_vectors(folder, manifest); !written) return tl::unexpected(written.error());
    if (auto written = write_synonyms(folder + "/" + manifest.synonyms, synonyms); !written)
        return tl::unexpected(written.error());
    auto report = publish(registry, manifest);
    if (!report) return report;
    report->indexed = ids->size();
    report->anew = true;
    report->reason = std::move(reason);
    return report;
}

// Numbers of the studies that changed after `sequence`, ascending.
Result<std::vector<study::NctId>> changed_since(const store::Reader& store, std::uint64_t sequence) {
    std::vector<study::NctId> changed;
    for (;;) {
        const auto changes = store.changes_since(sequence, kChangesAtOnce);
        if (!changes) return tl::unexpected(changes.error());
        if (changes->empty()) break;
        sequence = changes->back().sequence;
        for (const store::Change& change : *changes) {
            if (change.outcome == store::Outcome::New || change.outcome == store::Outcome::Updated)
                changed.push_back(change.id);
        }
    }
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    return changed;
}

// Adds the living studies of the small segments to `ids` and drops those segments, when there are too many.
void take_small_segments(const Snapshot& snapshot, Manifest& manifest, std::vector<Snapshot::Part>& parts,
                         std::vector<study::NctId>& ids) {
    if (snapshot.parts.size() <= kMaxSmallSegments) return;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const Segment& segment = *parts[i].segment;
        for (std::uint32_t study = 0; study < segment.studies(); ++study) {
            if (parts[i].deleted.size() == 0 || !parts[i].deleted.test(study)) ids.emplace_back(segment.ids[study]);
        }
    }
    parts.resize(1);
    manifest.parts.resize(1);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

Result<void> mark_deleted(const std::string& folder, const std::vector<study::NctId>& ids,
                          std::vector<Snapshot::Part>& parts, Manifest& manifest) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        bool marked = false;
        for (const study::NctId id : ids) {
            const auto study = parts[i].segment->find(id);
            if (!study) continue;
            if (parts[i].deleted.size() == 0) parts[i].deleted = Bits(parts[i].segment->studies());
            marked |= !parts[i].deleted.test(*study);
            parts[i].deleted.set(*study);
        }
        if (!marked) continue;
        manifest.parts[i].deleted = fmt::format("deleted-{}-{}", manifest.generation, i);
        auto written = replace_file(folder + "/" + manifest.parts[i].deleted, deleted_bytes(parts[i].deleted));
        if (!written) return written;
    }
    return {};
}

Result<BuildReport> mend(const std::string& registry, const store::Reader& store, const BuildOptions& options,
                         const Snapshot& snapshot, Manifest manifest, std::vector<study::NctId> changed,
                         std::uint64_t sequence) {
    const std::string folder = index_folder(registry);
    std::vector<Snapshot::Part> parts = snapshot.parts;
    manifest.generation = newest_generation(registry) + 1;
    manifest.store_sequence = sequence;
    take_small_segments(snapshot, manifest, parts, changed);
    if (auto marked = mark_deleted(folder, changed, parts, manifest); !marked) return tl::unexpected(marked.error());
    if (!changed.empty()) {
        const std::string name = fmt::format("segment-{}-{}.tdx", manifest.generation, parts.size());
        SegmentJob job(store, options, snapshot.synonyms, snapshot.phrases);
        if (auto done = job.write(changed, false, folder + "/" + name); !done) return tl::unexpected(done.error());
        manifest.parts.push_back({name, {}});
        auto written = write_study_vectors(folder, name, *snapshot.model);
        if (!written) return tl::unexpected(written.error());
    }
    auto report = publish(registry, manifest);
    if (report) report->indexed = changed.size();
    return report;
}

} // namespace

Result<BuildReport> build(const std::string& registry, const store::Reader& store, const BuildOptions& options) {
    const auto lock = lock_index(registry);
    if (!lock) return tl::unexpected(lock.error());
    return build_anew(registry, store, options, "asked for");
}

Result<BuildReport> update(const std::string& registry, const store::Reader& store, const BuildOptions& options) {
    const auto lock = lock_index(registry);
    if (!lock) return tl::unexpected(lock.error());
    const auto snapshot = open_newest(registry);
    if (!snapshot) {
        const bool none = snapshot.error().code == ErrorCode::NotFound;
        return build_anew(registry, store, options, none ? "there was no index" : snapshot.error().message);
    }
    const auto manifest = load_manifest(index_folder(registry), (*snapshot)->generation);
    if (!manifest) return tl::unexpected(manifest.error());
    const auto files = text::vocabularies_fingerprint(text::vocabulary_folder(registry));
    if (!files) return tl::unexpected(files.error());
    if (*files != manifest->vocabulary) return build_anew(registry, store, options, "the vocabularies changed");
    if (!same_areas(fast_areas(options), *manifest))
        return build_anew(registry, store, options, "words are marked for other areas now");
    const auto sequence = last_sequence(store);
    if (!sequence) return tl::unexpected(sequence.error());
    auto changed = changed_since(store, manifest->store_sequence);
    if (!changed) return tl::unexpected(changed.error());
    if (changed->empty() && *sequence == manifest->store_sequence) {
        BuildReport report;
        report.generation = manifest->generation;
        report.studies = (*snapshot)->studies();
        report.segments = manifest->parts.size();
        report.bytes = (*snapshot)->bytes;
        return report;
    }
    const auto studies = static_cast<double>((*snapshot)->studies());
    if (static_cast<double>(changed->size()) > studies * kMostChanged)
        return build_anew(registry, store, options, "much of the registry changed");
    return mend(registry, store, options, **snapshot, *manifest, std::move(*changed), *sequence);
}

} // namespace trialdex::index
