// Entries of a zip file that lost its directory, as a download does that broke off. Only the headers before the data
// are left, and where the sizes follow the data, it must be unpacked to find its end.
#include "ingest/file_window.h"
#include "ingest/inflate_stream.h"
#include "ingest/reasons.h"
#include "ingest/zip_members.h"

#include <fmt/format.h>
#include <vector>

namespace trialdex::ingest {

namespace {

constexpr std::size_t kStep = 64U << 10;
constexpr std::uint64_t kMaxVainPasses = 4; // times the file's size that may be unpacked without finding an end

class WalkedMembers : public ZipMembers {
public:
    WalkedMembers(std::shared_ptr<const File> file, const ReadLimits& limits)
        : file_(file), window_(std::move(file)), limits_(limits), buffer_(kStep) {}

    Result<std::optional<ZipMember>> next() override {
        while (!limits_.cancelled() && find_header()) {
            auto member = read_header();
            if (!member) return tl::unexpected(member.error());
            if (!*member) break;
            if (unpacked_in_vain_ / kMaxVainPasses > window_.size()) {
                return fail(ErrorCode::InvalidInput,
                            fmt::format("the zip file is too damaged to go on at byte {}", at_));
            }
            find_data_end(**member);
            if (!(*member)->entry.is_beside_the_point()) return member;
        }
        return std::optional<ZipMember>();
    }

private:
    // Moves on to the next local header: past a data descriptor, or past what cannot be read.
    bool find_header() {
        while (true) {
            const auto bytes = window_.view(at_, kStep);
            if (!bytes || bytes->size() < kZipLocalSize) return false;
            const std::size_t found = bytes->find(kZipLocalMagic);
            if (bytes->substr(0, found).find(kZipDirectoryMagic) != std::string_view::npos) return false;
            at_ += found == std::string_view::npos ? bytes->size() - (kZipLocalMagic.size() - 1) : found;
            if (found != std::string_view::npos) return true;
        }
    }

    Result<std::optional<ZipMember>> read_header() {
        const auto header = window_.view(at_, kZipLocalSize);
        if (!header) return tl::unexpected(header.error());
        if (header->size() < kZipLocalSize) return std::optional<ZipMember>();
        ZipMember member;
        ZipEntry& entry = member.entry;
        entry.header_offset = at_;
        entry.flags = little_endian<std::uint16_t>(*header, 6);
        entry.method = little_endian<std::uint16_t>(*header, 8);
        entry.checksum = little_endian<std::uint32_t>(*header, 14);
        entry.packed_bytes = little_endian<std::uint32_t>(*header, 18);
        entry.bytes = little_endian<std::uint32_t>(*header, 22);
        const std::size_t name_length = little_endian<std::uint16_t>(*header, 26);
        const std::size_t before_data = kZipLocalSize + name_length + little_endian<std::uint16_t>(*header, 28);
        const auto all = window_.view(at_, before_data);
        if (!all) return tl::unexpected(all.error());
        if (all->size() < before_data) return std::optional<ZipMember>();
        entry.name = all->substr(kZipLocalSize, name_length);
        apply_zip64(entry, all->substr(kZipLocalSize + name_length));
        member.data_offset = at_ + before_data;
        return std::optional<ZipMember>(std::move(member));
    }

    void find_data_end(ZipMember& member) {
        ZipEntry& entry = member.entry;
        at_ = member.data_offset;
        if (entry.flags & kZipEncrypted) {
            member.refused = "it is encrypted";
        } else if (entry.method != kZipDeflated && (entry.method != kZipStored || (entry.flags & kZipSizesFollow))) {
            member.refused = "where it ends cannot be told without the zip file's directory";
        } else if (entry.flags & kZipSizesFollow) {
            member.refused = measure(member);
        } else if (entry.packed_bytes > window_.size() - member.data_offset) {
            member.refused = kReasonCutOff;
        }
        if (member.refused.empty()) at_ += entry.packed_bytes;
    }

    // Unpacks the data to learn its sizes; the reason when that fails. The checksum stands behind it, with or without a
    // magic number before it.
    std::string measure(ZipMember& member) {
        ZipEntry& entry = member.entry;
        const auto data = inflate_raw(stream_of(file_, member.data_offset, window_.size() - member.data_offset));
        entry.bytes = 0;
        while (true) {
            const auto count = data->read(buffer_);
            if (!count) {
                unpacked_in_vain_ += data->packed_bytes();
                return count.error().message;
            }
            if (*count == 0) break;
            if (limits_.cancelled()) return std::string(kReasonCutOff);
            entry.bytes += *count;
        }
        entry.packed_bytes = data->packed_bytes();
        const auto behind = window_.view(member.data_offset + entry.packed_bytes, 2 * sizeof entry.checksum);
        if (!behind || behind->size() < 2 * sizeof entry.checksum) return std::string(kReasonCutOff);
        entry.checksum = little_endian<std::uint32_t>(*behind, behind->starts_with(kZipDescriptorMagic) ? 4 : 0);
        return {};
    }

    std::shared_ptr<const File> file_;
    FileWindow window_;
    ReadLimits limits_;
    std::vector<char> buffer_;
    std::uint64_t at_ = 0;
    std::uint64_t unpacked_in_vain_ = 0;
};

} // namespace

std::unique_ptr<ZipMembers> members_by_walking(std::shared_ptr<const File> file, const ReadLimits& limits) {
    return std::make_unique<WalkedMembers>(std::move(file), limits);
}

} // namespace trialdex::ingest
