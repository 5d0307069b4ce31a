// The profiles of a segment's studies, in place. Bytes of two sections: where each begins, and the profiles.
#pragma once

#include "base/result.h"
#include "index/segment/segment_writer.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::index {

class ProfileTable {
public:
    // Corrupt when the starts do not fit the studies or the bytes.
    static Result<ProfileTable> open(std::string_view starts, std::string_view bytes, std::uint32_t studies);

    // Of one study, for read_profile; empty when the table is damaged there.
    std::string_view of(std::uint32_t study) const;
    std::span<const std::uint64_t> starts() const { return starts_; } // one more than studies
    std::string_view bytes() const { return bytes_; }

private:
    std::span<const std::uint64_t> starts_;
    std::string_view bytes_;
};

// Writes both sections from tables of consecutive studies: of one run, or of those that become one segment.
void write_profiles(SegmentWriter& writer, std::span<const ProfileTable> tables);

// The profiles of a run.
class ProfileTableBuilder {
public:
    std::string& bytes() { return bytes_; } // append a study's, then:
    void end_study() { starts_.push_back(bytes_.size()); }
    std::size_t size() const { return bytes_.capacity(); } // of memory, about
    void write(SegmentWriter& writer) const;

private:
    std::string bytes_;
    std::vector<std::uint64_t> starts_ = {0};
};

} // namespace trialdex::index
