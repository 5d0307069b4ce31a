#include "store/sqlite/put_job.h"

#include "base/hash.h"
#include "store/module_changes.h"
#include "store/module_dates.h"

namespace trialdex::store::sqlite {

void PutJob::run(RecordCodec& codec) {
    if (auto done = think(codec); !done) failure = std::move(done.error());
}

Result<void> PutJob::think(RecordCodec& codec) {
    auto body = codec.pack(record->text, dictionary.get());
    if (!body) return tl::unexpected(body.error());
    after_record = {record->brief_title, record->overall_status, before_record.dates, hash64(*body), std::move(*body)};
    if (!before) return {};
    auto demoted_text = demote(codec);
    if (!demoted_text) return tl::unexpected(demoted_text.error());
    return compare(std::move(*demoted_text));
}

Result<std::string> PutJob::demote(RecordCodec& codec) {
    auto text = codec.unpack(before_record.body, before->size, before_dictionary.get());
    if (!text) return tl::unexpected(text.error());
    demoted_body = before_record.body;
    demoted.link = {0,
                    {before->posted, before->holder, before->sequence},
                    before->fingerprint,
                    stands_whole(before->version_count)};
    if (!demoted.link.whole) {
        auto body = codec.pack_against(record->text, *text);
        if (!body) return tl::unexpected(body.error());
        demoted_body = std::move(*body);
    }
    demoted.id = before->id;
    demoted.first_seen = before->version_seen;
    demoted.slot = before->slot;
    demoted.size = before->size;
    demoted.checksum = hash64(demoted_body);
    return text;
}

Result<void> PutJob::compare(std::string demoted_text) {
    const auto old_record = study::Document::parse(std::move(demoted_text));
    const auto new_record = study::Document::parse(record->text);
    if (!old_record || !new_record) return fail(ErrorCode::Corrupt, "A stored record is no JSON.");
    demoted_present = study::present_structures(old_record->root());
    auto dates = ModuleDatesTable::decode(before_record.dates, before->first_seen);
    if (!dates) return tl::unexpected(dates.error());
    dates->advance(module_changes(old_record->root(), new_record->root()), now);
    after_record.dates = dates->encode();
    return {};
}

} // namespace trialdex::store::sqlite
