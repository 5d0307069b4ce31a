#include "ingest/zip_directory.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::ingest {

namespace {

constexpr std::size_t kMaxEntries = 20'000'000; // 160 MB of offsets; the registry has 600,000

struct End {
    std::uint64_t position; // where the directory must end at the latest
    std::uint64_t bytes;
    std::uint64_t offset;
    std::uint64_t entries; // the last 16 bits of the number count
};

std::optional<End> zip64_end(FileWindow& window, std::uint64_t end_position) {
    if (end_position < kZip64LocatorSize) return std::nullopt;
    const auto locator = window.view(end_position - kZip64LocatorSize, kZip64LocatorSize);
    if (!locator || !locator->starts_with(kZip64LocatorMagic)) return std::nullopt;
    // Where the locator points to, unless something was put before the zip; then right before the locator.
    const auto claimed = little_endian<std::uint64_t>(*locator, 8);
    const std::uint64_t before =
        end_position - kZip64LocatorSize - std::min(end_position - kZip64LocatorSize, kZip64EndSize);
    for (const std::uint64_t position : {claimed, before}) {
        const auto end = window.view(position, kZip64EndSize);
        if (!end || end->size() != kZip64EndSize || !end->starts_with(kZip64EndMagic)) continue;
        return End{position, little_endian<std::uint64_t>(*end, 40), little_endian<std::uint64_t>(*end, 48),
                   little_endian<std::uint64_t>(*end, 32)};
    }
    return std::nullopt;
}

// The end record stands in the last bytes of the file, behind it only a comment whose length it states.
Result<std::optional<End>> find_end(FileWindow& window) {
    const std::uint64_t reach = std::min<std::uint64_t>(window.size(), kZipEndSize + kZipMaxComment);
    const std::uint64_t tail_offset = window.size() - reach;
    const auto viewed = window.view(tail_offset, static_cast<std::size_t>(reach));
    if (!viewed) return tl::unexpected(viewed.error());
    const std::string tail(*viewed);
    for (std::size_t at = tail.rfind(kZipEndMagic); at != std::string::npos; at = tail.rfind(kZipEndMagic, at - 1)) {
        if (at + kZipEndSize <= tail.size() &&
            at + kZipEndSize + little_endian<std::uint16_t>(tail, at + 20) <= tail.size()) {
            if (const auto end = zip64_end(window, tail_offset + at)) return end;
            return End{tail_offset + at, little_endian<std::uint32_t>(tail, at + 12),
                       little_endian<std::uint32_t>(tail, at + 16), little_endian<std::uint16_t>(tail, at + 10)};
        }
        if (at == 0) break;
    }
    return std::optional<End>();
}

} // namespace

Result<ZipDirectory> ZipDirectory::open(std::shared_ptr<const File> file) {
    FileWindow window(std::move(file));
    const auto end = find_end(window);
    if (!end) return tl::unexpected(end.error());
    if (!*end || (*end)->bytes > (*end)->position) {
        return fail(ErrorCode::NotFound, "the zip file is cut off: its directory, which stands at the end, is missing");
    }
    // Offsets count from the file's first byte, unless something was put before the zip.
    const auto [position, bytes, offset, entries] = **end;
    const auto at_offset = window.view(offset, kZipDirectoryMagic.size());
    const bool shifted = bytes != 0 && (!at_offset || *at_offset != kZipDirectoryMagic || offset > position - bytes);
    const std::uint64_t begin = shifted ? position - bytes : offset;
    if (begin < offset) return fail(ErrorCode::NotFound, "the zip file's directory is not where it says");
    ZipDirectory directory(std::move(window), begin, begin + bytes, begin - offset);
    if (auto collected = directory.collect_starts(); !collected) return tl::unexpected(collected.error());
    if (((directory.entry_count() ^ entries) & 0xffff) != 0) {
        return fail(ErrorCode::InvalidInput,
                    fmt::format("the zip file's directory lists {} entries where it should be {}",
                                directory.entry_count(), entries));
    }
    return directory;
}

Result<void> ZipDirectory::collect_starts() {
    while (true) {
        const auto entry = next();
        if (!entry) return tl::unexpected(entry.error());
        if (!*entry) break;
        if (starts_.size() == kMaxEntries) {
            return fail(ErrorCode::TooLarge, fmt::format("the zip file has more than {} entries", kMaxEntries));
        }
        starts_.push_back((*entry)->header_offset);
    }
    std::sort(starts_.begin(), starts_.end());
    at_ = begin_;
    return {};
}

std::uint64_t ZipDirectory::room_of(const ZipEntry& entry) const {
    const auto [first, behind] = std::equal_range(starts_.begin(), starts_.end(), entry.header_offset);
    if (behind - first != 1) return 0;
    const std::uint64_t next = behind == starts_.end() ? begin_ : std::min(*behind, begin_);
    return next > entry.header_offset ? next - entry.header_offset : 0;
}

Result<std::optional<ZipEntry>> ZipDirectory::next() {
    if (at_ >= end_) return std::optional<ZipEntry>();
    const auto header = window_.view(at_, kZipDirectorySize);
    if (!header) return tl::unexpected(header.error());
    const auto damaged = [this] {
        return fail(ErrorCode::InvalidInput, fmt::format("the zip file's directory is damaged at byte {}", at_));
    };
    if (header->size() < kZipDirectorySize || !header->starts_with(kZipDirectoryMagic)) return damaged();

    ZipEntry entry;
    entry.flags = little_endian<std::uint16_t>(*header, 8);
    entry.method = little_endian<std::uint16_t>(*header, 10);
    entry.checksum = little_endian<std::uint32_t>(*header, 16);
    entry.packed_bytes = little_endian<std::uint32_t>(*header, 20);
    entry.bytes = little_endian<std::uint32_t>(*header, 24);
    entry.header_offset = little_endian<std::uint32_t>(*header, 42);
    const std::size_t name_length = little_endian<std::uint16_t>(*header, 28);
    const std::size_t extra_length = little_endian<std::uint16_t>(*header, 30);
    const std::size_t comment_length = little_endian<std::uint16_t>(*header, 32);
    const std::size_t whole = kZipDirectorySize + name_length + extra_length + comment_length;
    const auto all = window_.view(at_, whole);
    if (!all) return tl::unexpected(all.error());
    if (all->size() < whole || at_ + whole > end_) return damaged();
    entry.name = all->substr(kZipDirectorySize, name_length);
    apply_zip64(entry, all->substr(kZipDirectorySize + name_length, extra_length));
    entry.header_offset += shift_;
    at_ += whole;
    return std::optional<ZipEntry>(std::move(entry));
}

} // namespace trialdex::ingest
