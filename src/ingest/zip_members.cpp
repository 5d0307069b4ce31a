#include "ingest/zip_members.h"

#include "ingest/zip_directory.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::ingest {

namespace {

constexpr std::uint64_t kMaxDeflateRatio = 1032; // 258 bytes out of two bits

class DirectoryMembers : public ZipMembers {
public:
    DirectoryMembers(ZipDirectory directory, std::shared_ptr<const File> file, std::uint64_t wanted)
        : directory_(std::move(directory)), window_(std::move(file)),
          stride_(wanted == 0 ? 1 : std::max<std::uint64_t>(1, directory_.entry_count() / wanted)) {}

    Result<std::optional<ZipMember>> next() override {
        while (true) {
            auto entry = directory_.next();
            if (!entry) return tl::unexpected(entry.error());
            if (!*entry) return std::optional<ZipMember>();
            if (count_++ % stride_ != 0 || (*entry)->is_beside_the_point()) continue;
            ZipMember member{std::move(**entry), 0, {}};
            member.refused = locate(member);
            return std::optional<ZipMember>(std::move(member));
        }
    }

private:
    // Fills in the data's offset; the reason when it cannot be trusted.
    std::string locate(ZipMember& member) {
        const ZipEntry& entry = member.entry;
        if (std::string reason = reason_against(entry); !reason.empty()) return reason;
        const std::uint64_t room = directory_.room_of(entry);
        if (room == 0) return "it lies in the same place of the zip file as another entry";
        const auto header = window_.view(entry.header_offset, kZipLocalSize);
        if (!header) return header.error().message;
        if (header->size() < kZipLocalSize || !header->starts_with(kZipLocalMagic)) {
            return fmt::format("it is not at byte {} of the zip file, where the directory has it", entry.header_offset);
        }
        const std::uint64_t before_data = kZipLocalSize + std::uint64_t{little_endian<std::uint16_t>(*header, 26)} +
                                          little_endian<std::uint16_t>(*header, 28);
        member.data_offset = entry.header_offset + before_data;
        if (before_data > room || entry.packed_bytes > room - before_data) {
            return "it overlaps what follows it in the zip file";
        }
        return {};
    }

    static std::string reason_against(const ZipEntry& entry) {
        if (entry.flags & kZipEncrypted) return "it is encrypted";
        if (entry.method != kZipStored && entry.method != kZipDeflated) {
            return fmt::format("it is packed with method {}; only 0 (stored) and 8 (deflated) are read", entry.method);
        }
        const std::uint64_t most = entry.method == kZipStored ? entry.packed_bytes
                                   : entry.packed_bytes > UINT64_MAX / kMaxDeflateRatio
                                       ? UINT64_MAX
                                       : entry.packed_bytes * kMaxDeflateRatio;
        if (entry.bytes > most) {
            return fmt::format("it claims {} bytes, more than its {} packed ones can hold", entry.bytes,
                               entry.packed_bytes);
        }
        return {};
    }

    ZipDirectory directory_;
    FileWindow window_;
    std::uint64_t stride_;
    std::uint64_t count_ = 0;
};

} // namespace

Result<std::unique_ptr<ZipMembers>> members_by_directory(std::shared_ptr<const File> file, std::uint64_t wanted) {
    auto directory = ZipDirectory::open(file);
    if (!directory) return tl::unexpected(directory.error());
    return std::make_unique<DirectoryMembers>(std::move(*directory), std::move(file), wanted);
}

} // namespace trialdex::ingest
