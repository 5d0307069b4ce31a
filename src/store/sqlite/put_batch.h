// Takes records inside one write transaction. Records that become current are thought about by several threads at a
// time (see PutJob); everything that touches the database happens in the order of the records.
#pragma once

#include "base/worker_pool.h"
#include "store/sqlite/put_job.h"
#include "store/sqlite/totals.h"

#include <span>
#include <vector>

namespace trialdex::store::sqlite {

class PutBatch {
public:
    // One codec for each worker of the pool.
    PutBatch(Connection& connection, WorkerPool& pool, std::vector<RecordCodec>& codecs, std::uint64_t run,
             Milliseconds now);

    Result<std::vector<Outcome>> take(std::span<const study::Record> records);
    bool wrote() const { return wrote_; } // false: the registry had it all, the transaction may be dropped

private:
    Result<void> take_wave(std::span<const study::Record> records); // each of another study
    Result<Outcome> plan(const study::Record& record);
    Result<Outcome> plan_new(const study::Record& record);
    Result<Outcome> plan_known(const study::Record& record, const StudyRow& study);
    Result<Outcome> plan_current(const study::Record& record, const StudyRow& study, Milliseconds version_seen);
    Result<Outcome> plan_older(const study::Record& record, const StudyRow& study, Chain& chain, std::size_t to);
    Result<void> see_current_again(const study::Record& record, const StudyRow& study);
    Result<void> move(Chain& chain, const Placement& placement, const std::string& holder);
    Result<std::uint64_t> log(const study::Record& record, Outcome outcome);

    Result<void> write(const PutJob& job);
    Result<void> write_aliases(const PutJob& job);
    void count(const PutJob& job, const StudyRow& after);

    Connection& connection_;
    Database& database_;
    WorkerPool& pool_;
    std::vector<RecordCodec>& codecs_;
    std::uint64_t run_;
    Milliseconds now_;
    TotalsChange change_;
    std::shared_ptr<const Dictionary> dictionary_;
    std::vector<PutJob> jobs_;
    std::vector<Outcome> outcomes_;
    bool wrote_ = false;
};

} // namespace trialdex::store::sqlite
