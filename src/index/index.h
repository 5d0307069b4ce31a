// Building the index of a registry from its store, and what an index on disk is made of. The index is derived: it may
// be thrown away and built again at any time; a new generation appears in one step, the old one serves until then.
//
//   <registry>/index/manifest-7        generation 7: which files, as of which change of the store, with a checksum
//   <registry>/index/segment-5-0.tdx   studies, immutable
//   <registry>/index/deleted-7-0       studies of a segment that a later one replaces
//   <registry>/index/segment-5-0.tdx.vectors   what each of them is about, in 96 numbers; model-5: by words
//   <registry>/index/synonyms-5        the table of concepts that the segments were built with
//   <registry>/index/phrases-5         the common phrases that have lists of their own
#pragma once

#include "base/result.h"
#include "index/bits.h"
#include "index/common_phrases.h"
#include "index/segment/segment.h"
#include "index/vectors/study_vectors.h"
#include "schema/schema.h"
#include "store/store.h"
#include "text/synonyms.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace trialdex::index {

struct BuildProgress {
    std::uint64_t studies = 0; // indexed so far
    std::uint64_t all = 0;
    bool joining = false; // all are indexed, runs become one segment
};

struct BuildOptions {
    unsigned threads = 2;
    std::size_t run_bytes = std::size_t{400} << 20; // of memory for a thread's run, about; then it is written
    const std::atomic<bool>* cancel = nullptr;
    std::function<void(const BuildProgress&)> progress; // called from several threads, one at a time
    // The second fast area, by default the one of schema; benchmarks set their own.
    const schema::SearchArea* second_area = nullptr;
};

struct BuildReport {
    std::uint64_t generation = 0;
    std::uint64_t studies = 0; // of the whole index
    std::uint64_t indexed = 0; // read for this generation
    std::size_t segments = 0;
    std::uint64_t bytes = 0; // on disk
    bool anew = false;       // everything was read, for `reason`
    std::string reason;
};

// Builds a whole new generation.
Result<BuildReport> build(const std::string& registry, const store::Reader& store, const BuildOptions& options);

// Brings the index up to date with the store: reads changed studies only, unless there is no sound index yet, its
// synonyms or ranking are no longer ours, or more than a third changed. Nothing happens when nothing changed.
Result<BuildReport> update(const std::string& registry, const store::Reader& store, const BuildOptions& options);

// One generation, opened.
struct Snapshot {
    struct Part {
        std::shared_ptr<const Segment> segment;
        Bits deleted; // of size 0 when nothing is
        std::shared_ptr<const StudyVectors> vectors;
    };
    std::uint64_t generation = 0;
    std::uint64_t store_sequence = 0;
    std::vector<Part> parts;
    text::Synonyms synonyms;
    CommonPhrases phrases;
    std::shared_ptr<const VectorModel> model;
    std::vector<std::string> warnings; // newer generations that could not be opened, and why
    std::uint64_t bytes = 0;
    std::uint64_t fast_areas[2] = {}; // fingerprints of the masks whose membership is a bit of the impact byte

    std::uint64_t studies() const; // not counting deleted ones
};

// The newest sound generation. NotFound when there is none at all, Corrupt when none is sound.
Result<std::shared_ptr<const Snapshot>> open_newest(const std::string& registry);
// The number of the newest generation on disk, sound or not; 0 for none.
std::uint64_t newest_generation(const std::string& registry);

// Checks every data block of every file. Sentences naming what is damaged; empty when all is sound.
Result<std::vector<std::string>> check(const std::string& registry);

} // namespace trialdex::index
