#include "index/profiles/profile_table.h"

#include <algorithm>

namespace trialdex::index {

namespace {

void write_numbers(SegmentWriter& writer, std::span<const std::uint64_t> numbers) {
    writer.write({reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()});
}

} // namespace

Result<ProfileTable> ProfileTable::open(std::string_view starts, std::string_view bytes, std::uint32_t studies) {
    ProfileTable table;
    // Sections start on multiples of 64 bytes of a mapping, so the numbers are aligned.
    table.starts_ = {reinterpret_cast<const std::uint64_t*>(starts.data()), starts.size() / sizeof(std::uint64_t)};
    table.bytes_ = bytes;
    if (starts.size() != (std::size_t{studies} + 1) * sizeof(std::uint64_t) || table.starts_.back() != bytes.size())
        return fail(ErrorCode::Corrupt, "its table of profiles is damaged");
    return table;
}

std::string_view ProfileTable::of(std::uint32_t study) const {
    const std::uint64_t begin = starts_[study];
    const std::uint64_t end = starts_[study + 1U];
    if (begin > end || end > bytes_.size()) return {};
    return bytes_.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

void write_profiles(SegmentWriter& writer, std::span<const ProfileTable> tables) {
    writer.begin(kProfileStartsSection);
    std::uint64_t before = 0;
    for (const ProfileTable& table : tables) {
        std::vector<std::uint64_t> starts(table.starts().begin(), table.starts().end() - 1);
        for (std::uint64_t& start : starts) start += before;
        write_numbers(writer, starts);
        before += table.bytes().size();
    }
    write_numbers(writer, {&before, 1});
    writer.begin(kProfilesSection);
    for (const ProfileTable& table : tables) writer.write(table.bytes());
}

void ProfileTableBuilder::write(SegmentWriter& writer) const {
    writer.begin(kProfileStartsSection);
    write_numbers(writer, starts_);
    writer.begin(kProfilesSection);
    writer.write(bytes_);
}

} // namespace trialdex::index
