#include "index/build/merge.h"

#include "index/build/side_tables.h"
#include "index/segment/segment.h"
#include "index/term_keys.h"

#include <queue>

namespace trialdex::index {

namespace {

struct Source {
    Dictionary::Walk walk;
    std::uint32_t first_study;
    std::size_t order;
};

// The source with the smallest term on top, earlier runs first among equals.
struct Later {
    bool operator()(const Source* a, const Source* b) const {
        const int compared = a->walk.term().compare(b->walk.term());
        return compared != 0 ? compared > 0 : a->order > b->order;
    }
};

class Merger {
public:
    Merger(const std::vector<std::shared_ptr<const Segment>>& runs, SegmentWriter& writer) : writer_(writer) {
        sources_.reserve(runs.size());
        for (const auto& run : runs) {
            sources_.push_back({Dictionary::Walk(run->dictionary, {}), studies_, sources_.size()});
            studies_ += run->studies();
        }
    }

    Result<void> terms(const std::atomic<bool>* cancel) {
        std::priority_queue<Source*, std::vector<Source*>, Later> queue;
        for (Source& source : sources_) {
            if (!source.walk.at_end()) queue.push(&source);
        }
        TermWriter writer(writer_);
        std::vector<Source*> holders;
        while (!queue.empty()) {
            if (cancel && *cancel) return fail(ErrorCode::Cancelled, "the index was not finished");
            holders.clear();
            do {
                holders.push_back(queue.top());
                queue.pop();
            } while (!queue.empty() && queue.top()->walk.term() == holders[0]->walk.term());
            if (!join(holders)) return fail(ErrorCode::Corrupt, "a run of the index was damaged while it was built");
            writer.add(holders[0]->walk.term(), count_, list_);
            for (Source* source : holders) {
                source->walk.next();
                if (!source->walk.at_end()) queue.push(source);
            }
        }
        writer.finish();
        return {};
    }

    std::uint32_t studies() const { return studies_; }

private:
    bool join(const std::vector<Source*>& holders) {
        list_.clear();
        parts_.clear();
        bool sound = true;
        const bool set = is_set_key(holders[0]->walk.term());
        for (const Source* source : holders) {
            const ListBytes& list = source->walk.list();
            sound &= set ? append_set(list, source->first_study, parts_.studies)
                         : append_words(list, source->first_study, parts_);
        }
        count_ = static_cast<std::uint32_t>(parts_.studies.size());
        if (set)
            encode_set(parts_.studies, studies_, list_);
        else
            encode_words(parts_, studies_, list_);
        return sound;
    }

    SegmentWriter& writer_;
    std::vector<Source> sources_;
    std::uint32_t studies_ = 0;
    PostingParts parts_;
    std::uint32_t count_ = 0;
    std::string list_;
};

} // namespace

Result<void> merge_runs(const std::vector<std::string>& paths, const std::string& path,
                        const std::atomic<bool>* cancel) {
    std::vector<std::shared_ptr<const Segment>> runs;
    for (const std::string& run : paths) {
        auto segment = Segment::open(run);
        if (!segment) return tl::unexpected(segment.error());
        runs.push_back(std::move(*segment));
    }
    auto writer = SegmentWriter::create(path);
    if (!writer) return tl::unexpected(writer.error());
    (*writer)->begin(kIdsSection);
    for (const auto& run : runs)
        (*writer)->write({reinterpret_cast<const char*>(run->ids.data()), run->ids.size_bytes()});
    Merger merger(runs, **writer);
    if (auto terms = merger.terms(cancel); !terms) return terms;
    {
        SideTables side;
        std::uint32_t first_study = 0;
        for (const auto& run : runs) {
            side.append(*run, first_study);
            first_study += run->studies();
        }
        if (auto written = side.write(**writer, merger.studies()); !written) return written;
    }
    std::vector<ProfileTable> profiles;
    profiles.reserve(runs.size());
    for (const auto& run : runs) profiles.push_back(run->profiles);
    write_profiles(**writer, profiles);
    return (*writer)->finish();
}

} // namespace trialdex::index
