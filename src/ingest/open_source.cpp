#include "ingest/open_source.h"

#include "ingest/content.h"
#include "ingest/inflate_stream.h"
#include "ingest/json_reader.h"
#include "ingest/ndjson_reader.h"
#include "ingest/reasons.h"
#include "ingest/zip_reader.h"
#include "ingest/zstd_stream.h"

namespace trialdex::ingest {

namespace {

// A stream whose first bytes were looked at already.
class ResumedStream : public ByteStream {
public:
    explicit ResumedStream(LookAhead input) : input_(std::move(input)) {}
    Result<std::size_t> read(std::span<char> into) override {
        if (input_.ahead().empty() && !input_.more()) {
            return input_.trouble() ? Result<std::size_t>(tl::unexpected(*input_.trouble())) : Result<std::size_t>(0U);
        }
        const std::size_t count = input_.ahead().copy(into.data(), into.size());
        input_.drop(count);
        return count;
    }

private:
    LookAhead input_;
};

// A zip is read from its end, which a pipe does not let us do.
Result<File> spool(LookAhead input) {
    auto copy = File::temporary();
    if (!copy) return copy;
    do {
        if (auto written = copy->append(input.ahead()); !written) return tl::unexpected(written.error());
        input.drop(input.ahead().size());
    } while (input.more());
    if (input.trouble()) return tl::unexpected(*input.trouble());
    return copy;
}

} // namespace

Result<std::unique_ptr<RecordSource>> read_text(LookAhead input, const ReadLimits& limits) {
    const auto content = recognise(input, limits.max_record_bytes);
    if (!content) return tl::unexpected(content.error());
    switch (*content) {
    case Content::Lines: return read_lines(std::move(input), limits);
    case Content::Json: return read_json(std::move(input), limits);
    case Content::Empty: return fail(ErrorCode::InvalidInput, std::string(kReasonNoRecords));
    default: return fail(ErrorCode::InvalidInput, "is packed twice; unpack it once and import what comes out");
    }
}

Result<std::unique_ptr<RecordSource>> open_source(File opened, const ReadLimits& limits, std::uint64_t* bytes_done) {
    const auto file = std::make_shared<const File>(std::move(opened));
    LookAhead input(stream_of(file, limits, bytes_done));
    const auto content = recognise(input, limits.max_record_bytes);
    if (!content) return tl::unexpected(content.error());
    const auto resumed = [&] { return std::make_unique<ResumedStream>(std::move(input)); };
    switch (*content) {
    case Content::Gzip: return read_text(LookAhead(gunzip(resumed())), limits);
    case Content::Zstd: return read_text(LookAhead(unzstd(resumed())), limits);
    case Content::Lines: return read_lines(std::move(input), limits);
    case Content::Json: return read_json(std::move(input), limits);
    case Content::Empty: return fail(ErrorCode::InvalidInput, std::string(kReasonNoRecords));
    case Content::Zip: break;
    }
    if (file->is_regular()) return read_zip(file, limits, 0, bytes_done);
    auto copy = spool(std::move(input));
    if (!copy) return tl::unexpected(copy.error());
    return read_zip(std::make_shared<const File>(std::move(*copy)), limits, 0, nullptr);
}

} // namespace trialdex::ingest
