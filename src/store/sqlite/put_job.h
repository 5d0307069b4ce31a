// The thinking part of taking a record that becomes current: packing it, packing the version before it against it, and
// finding which modules changed. Touches no database, so that several can run at once.
#pragma once

#include "base/result.h"
#include "store/record_codec.h"
#include "store/sqlite/chain.h"
#include "store/sqlite/study_table.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace trialdex::store::sqlite {

struct PutJob {
    // Given.
    const study::Record* record = nullptr;
    std::uint64_t sequence = 0;
    Milliseconds now = 0;
    std::shared_ptr<const Dictionary> dictionary;
    // Given when the study is known: how it stood until now.
    std::optional<StudyRow> before;
    RecordRow before_record;
    std::shared_ptr<const Dictionary> before_dictionary;
    Milliseconds version_seen = 0; // when the record's content first entered: now, unless it had been here before

    // Found.
    std::optional<Error> failure;
    RecordRow after_record;
    VersionRow demoted; // the version until now
    std::string demoted_body;
    std::vector<std::uint16_t> demoted_present;

    void run(RecordCodec& codec);

private:
    Result<void> think(RecordCodec& codec);
    Result<std::string> demote(RecordCodec& codec); // gives the demoted version's text
    Result<void> compare(std::string demoted_text); // module by module
};

} // namespace trialdex::store::sqlite
