#include "store/sqlite/put_batch.h"

#include <algorithm>
#include <unordered_set>

namespace trialdex::store::sqlite {

namespace {

// What a wave holds in memory grows with this: the packed records, and for updates the versions before them.
constexpr std::size_t kMaxWave = 1024;

// How many records from the front are each of another study.
std::size_t wave_length(std::span<const study::Record> records) {
    std::unordered_set<std::uint32_t> seen;
    std::size_t length = 0;
    while (length < records.size() && length < kMaxWave && seen.insert(records[length].id.number()).second) ++length;
    return length;
}

} // namespace

PutBatch::PutBatch(Connection& connection, WorkerPool& pool, std::vector<RecordCodec>& codecs, std::uint64_t run,
                   Milliseconds now)
    : connection_(connection), database_(connection.database), pool_(pool), codecs_(codecs), run_(run), now_(now) {}

Result<std::vector<Outcome>> PutBatch::take(std::span<const study::Record> records) {
    auto change = TotalsChange::begin(database_);
    if (!change) return tl::unexpected(change.error());
    change_ = std::move(*change);
    auto dictionary = newest_dictionary(database_);
    if (!dictionary) return tl::unexpected(dictionary.error());
    dictionary_ = std::move(*dictionary);

    outcomes_.clear();
    while (!records.empty()) {
        const std::size_t length = wave_length(records);
        if (auto done = take_wave(records.first(length)); !done) return tl::unexpected(done.error());
        records = records.subspan(length);
    }
    if (wrote_) {
        if (auto saved = change_.save(database_); !saved) return tl::unexpected(saved.error());
    }
    return std::move(outcomes_);
}

Result<void> PutBatch::take_wave(std::span<const study::Record> records) {
    jobs_.clear();
    for (const study::Record& record : records) {
        const auto outcome = plan(record);
        if (!outcome) return tl::unexpected(outcome.error());
        outcomes_.push_back(*outcome);
    }
    pool_.for_each(jobs_.size(), [this](unsigned worker, std::size_t at) { jobs_[at].run(codecs_[worker]); });
    for (const PutJob& job : jobs_) {
        if (job.failure) return tl::unexpected(*job.failure);
        if (auto written = write(job); !written) return written;
    }
    return {};
}

Result<Outcome> PutBatch::plan(const study::Record& record) {
    auto& newest = change_.totals.newest_holder;
    if (record.version_holder > newest) {
        newest = record.version_holder;
        wrote_ = true;
    }
    const auto study = find_study(database_, record.id);
    if (!study) return tl::unexpected(study.error());
    return *study ? plan_known(record, **study) : plan_new(record);
}

Result<Outcome> PutBatch::plan_new(const study::Record& record) {
    const auto sequence = log(record, Outcome::New);
    if (!sequence) return tl::unexpected(sequence.error());
    PutJob& job = jobs_.emplace_back();
    job.record = &record;
    job.sequence = *sequence;
    job.now = now_;
    job.version_seen = now_;
    job.dictionary = dictionary_;
    return Outcome::New;
}

Result<Outcome> PutBatch::plan_known(const study::Record& record, const StudyRow& study) {
    if (record.fingerprint == study.fingerprint) {
        if (auto done = see_current_again(record, study); !done) return tl::unexpected(done.error());
        return Outcome::Unchanged;
    }
    auto chain = Chain::load(connection_, study);
    if (!chain) return tl::unexpected(chain.error());
    const Placement placement =
        place(chain->links(), {record.last_update_posted, record.version_holder, 0}, record.fingerprint);
    const std::size_t end = chain->size() - (placement.kind == Placement::Kind::Moved ? 1 : 0);
    switch (placement.kind) {
    case Placement::Kind::Known: return Outcome::Unchanged;
    case Placement::Kind::Insert:
        if (placement.to == end) return plan_current(record, study, now_);
        return plan_older(record, study, *chain, placement.to);
    case Placement::Kind::Moved:
        if (placement.to == end) {
            // What the registry said before it says again: the version leaves its old place and becomes current.
            const auto returned = chain->remove(placement.at);
            if (!returned) return tl::unexpected(returned.error());
            --change_.totals.versions;
            StudyRow without = study;
            --without.version_count;
            return plan_current(record, without, returned->version.first_seen);
        }
        break;
    case Placement::Kind::Seen: break;
    }
    if (auto done = move(*chain, placement, record.version_holder); !done) return tl::unexpected(done.error());
    return Outcome::Unchanged;
}

Result<Outcome> PutBatch::plan_current(const study::Record& record, const StudyRow& study, Milliseconds version_seen) {
    const auto sequence = log(record, Outcome::Updated);
    if (!sequence) return tl::unexpected(sequence.error());
    auto before = find_record(database_, study.id);
    if (!before) return tl::unexpected(before.error());
    auto before_dictionary = connection_.dictionary_of(before->body);
    if (!before_dictionary) return tl::unexpected(before_dictionary.error());

    PutJob& job = jobs_.emplace_back();
    job.record = &record;
    job.sequence = *sequence;
    job.now = now_;
    job.dictionary = dictionary_;
    job.before = study;
    job.before_record = std::move(*before);
    job.before_dictionary = std::move(*before_dictionary);
    job.version_seen = version_seen;
    return Outcome::Updated;
}

Result<Outcome> PutBatch::plan_older(const study::Record& record, const StudyRow& study, Chain& chain, std::size_t to) {
    const auto sequence = log(record, Outcome::Older);
    if (!sequence) return tl::unexpected(sequence.error());
    VersionRow version;
    version.link.key = {record.last_update_posted, record.version_holder, *sequence};
    version.link.fingerprint = record.fingerprint;
    version.first_seen = now_;
    version.slot = record.holder_slot;
    if (auto done = chain.insert(to, std::move(version), record.text); !done) return tl::unexpected(done.error());
    ++change_.totals.versions;
    StudyRow after = study;
    ++after.version_count;
    if (auto done = touch_study(database_, after); !done) return tl::unexpected(done.error());
    return Outcome::Older;
}

Result<void> PutBatch::see_current_again(const study::Record& record, const StudyRow& study) {
    if (record.version_holder <= study.holder) return {};
    wrote_ = true;
    change_.count_holder(study.holder, -1);
    change_.count_holder(record.version_holder, +1);
    StudyRow after = study;
    after.holder = record.version_holder;
    return touch_study(database_, after);
}

Result<void> PutBatch::move(Chain& chain, const Placement& placement, const std::string& holder) {
    wrote_ = true;
    if (placement.kind == Placement::Kind::Seen) return chain.set_holder(placement.at, holder);
    auto moving = chain.remove(placement.at);
    if (!moving) return tl::unexpected(moving.error());
    moving->version.link.key.holder = holder;
    return chain.insert(placement.to, std::move(moving->version), moving->text);
}

Result<std::uint64_t> PutBatch::log(const study::Record& record, Outcome outcome) {
    wrote_ = true;
    const std::uint64_t sequence = ++change_.totals.sequence;
    Rows rows(database_, "INSERT INTO change VALUES (?, ?, ?, ?, ?)", sequence, record.id.number(),
              static_cast<int>(outcome), now_, run_);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    return sequence;
}

Result<void> PutBatch::write(const PutJob& job) {
    const study::Record& record = *job.record;
    StudyRow after;
    after.id = record.id;
    after.fingerprint = record.fingerprint;
    after.posted = record.last_update_posted;
    after.holder = record.version_holder;
    after.slot = record.holder_slot;
    after.size = record.text.size();
    after.sequence = job.sequence;
    after.first_seen = job.before ? job.before->first_seen : now_;
    after.last_changed = now_;
    after.version_seen = job.version_seen;
    after.version_count = job.before ? job.before->version_count + 1 : 1;
    after.has_results = record.has_results;
    after.modules = connection_.modules.mask_of(record);
    if (job.before) {
        if (auto saved = insert_version(database_, job.demoted, job.demoted_body); !saved) return saved;
    }
    if (auto saved = save_study(database_, after); !saved) return saved;
    if (auto saved = save_record(database_, after.id, job.after_record); !saved) return saved;
    count(job, after);
    return write_aliases(job);
}

Result<void> PutBatch::write_aliases(const PutJob& job) {
    if (job.before) {
        Rows rows(database_, "DELETE FROM alias WHERE nct = ?", job.record->id.number());
        if (auto done = rows.run(); !done) return done;
    }
    for (const NctId alias : job.record->aliases) {
        Rows rows(database_, "INSERT OR IGNORE INTO alias VALUES (?, ?)", alias.number(), job.record->id.number());
        if (auto done = rows.run(); !done) return done;
    }
    return {};
}

void PutBatch::count(const PutJob& job, const StudyRow& after) {
    Totals& totals = change_.totals;
    ++totals.versions;
    totals.json_bytes += after.size;
    totals.with_results += after.has_results ? 1U : 0U;
    change_.count_structures(job.record->present, +1);
    change_.count_holder(after.holder, +1);
    change_.mark_modules(after.id.number(), after.modules);
    if (!job.before) {
        ++totals.studies;
        return;
    }
    totals.json_bytes -= job.before->size;
    totals.with_results -= job.before->has_results ? 1U : 0U;
    change_.count_structures(job.demoted_present, -1);
    change_.count_holder(job.before->holder, -1);
}

} // namespace trialdex::store::sqlite
