#include "ingest/zip_reader.h"

#include "ingest/json_reader.h"
#include "ingest/open_source.h"
#include "ingest/reasons.h"
#include "ingest/value_scanner.h"
#include "ingest/zip_unpack.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::ingest {

namespace {

class StringStream : public ByteStream {
public:
    explicit StringStream(std::string text) : text_(std::move(text)) {}
    Result<std::size_t> read(std::span<char> into) override {
        const std::size_t count = text_.copy(into.data(), into.size(), at_);
        at_ += count;
        return count;
    }

private:
    std::string text_;
    std::size_t at_ = 0;
};

// One study without line breaks, as the registry writes them, needs no reader of its own.
bool is_plain_study(std::string_view content) {
    const std::size_t feed = content.find('\n');
    if (feed != std::string_view::npos && skip_space(content, feed) != content.size()) return false;
    return content.starts_with('{') && !begins_as_page(content.substr(0, 512));
}

class ZipReader : public RecordSource {
public:
    ZipReader(std::shared_ptr<const File> file, const ReadLimits& limits, std::uint64_t wanted,
              std::uint64_t* bytes_done)
        : file_(file), unpacker_(std::move(file)), limits_(limits), wanted_(wanted), bytes_done_(bytes_done) {}

    std::optional<Item> next() override {
        if (!members_) {
            if (auto trouble = open()) return trouble;
        }
        while (!ended_ && !limits_.cancelled()) {
            if (content_) {
                if (auto item = next_of_entry()) return item;
                continue;
            }
            auto member = members_->next();
            ended_ = !member || !*member;
            if (!member) return Item{ItemKind::Trouble, {}, member.error().message};
            if (ended_) break;
            if (auto item = begin(**member)) return item;
        }
        return std::nullopt;
    }

private:
    std::optional<Item> open() {
        auto listed = members_by_directory(file_, wanted_);
        if (listed) {
            members_ = std::move(*listed);
            return std::nullopt;
        }
        members_ = members_by_walking(file_, limits_);
        return Item{ItemKind::Trouble, {}, listed.error().message + "; its entries were read without it"};
    }

    // Sets out to read an entry; an item when that is all there is to say about it.
    std::optional<Item> begin(const ZipMember& member) {
        const ZipEntry& entry = member.entry;
        place_ = fmt::format("entry {}", printable(entry.name));
        if (bytes_done_ != nullptr) {
            *bytes_done_ = std::max(*bytes_done_, std::min(file_->size(), member.data_offset + entry.packed_bytes));
        }
        if (!member.refused.empty()) return refusal(member.refused);
        if (std::max(entry.bytes, entry.packed_bytes) > limits_.max_record_bytes)
            return read_content(unpacker_.stream(member));
        auto content = unpacker_.unpack(member);
        if (!content) return refusal(content.error().message);
        if (is_plain_study(*content)) return Item{ItemKind::Record, place_, std::move(*content)};
        return read_content(std::make_unique<StringStream>(std::move(*content)));
    }

    std::optional<Item> read_content(std::unique_ptr<ByteStream> stream) {
        auto source = read_text(LookAhead(std::move(stream)), limits_);
        if (!source) return refusal(source.error().message);
        content_ = std::move(*source);
        content_is_empty_ = true;
        return std::nullopt;
    }

    std::optional<Item> next_of_entry() {
        auto item = content_->next();
        if (item) {
            content_is_empty_ = false;
            item->place = item->place.empty() ? place_ : fmt::format("{}, {}", place_, item->place);
            return item;
        }
        content_.reset();
        return content_is_empty_ ? refusal(std::string(kReasonNoRecords)) : std::nullopt;
    }

    std::optional<Item> refusal(std::string reason) const { return Item{ItemKind::Refused, place_, std::move(reason)}; }

    std::shared_ptr<const File> file_;
    ZipUnpacker unpacker_;
    ReadLimits limits_;
    std::uint64_t wanted_;
    std::uint64_t* bytes_done_;
    std::unique_ptr<ZipMembers> members_;
    std::unique_ptr<RecordSource> content_; // of the entry that is being read
    std::string place_;
    bool content_is_empty_ = true;
    bool ended_ = false;
};

} // namespace

std::unique_ptr<RecordSource> read_zip(std::shared_ptr<const File> file, const ReadLimits& limits, std::uint64_t wanted,
                                       std::uint64_t* bytes_done) {
    return std::make_unique<ZipReader>(std::move(file), limits, wanted, bytes_done);
}

} // namespace trialdex::ingest
