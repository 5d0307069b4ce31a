// The vectors of a segment's studies, 96 bytes each, in a file beside the segment.
#pragma once

#include "base/mapped_file.h"
#include "base/result.h"
#include "index/vectors/vector_model.h"

#include <array>
#include <string>

namespace trialdex::index {

using StudyVector = std::array<std::int8_t, kVectorSize>;

// Of length about 127, so that the cosine of two is their dot product over 127²; all 0 when there is nothing to sum.
StudyVector whole_numbers(std::span<const float> sum);
double cosine(std::span<const std::int8_t> a, std::span<const std::int8_t> b);

// The name of the file beside a segment's.
inline std::string vectors_name(const std::string& segment) { return segment + ".vectors"; }

class StudyVectors {
public:
    // Corrupt when the file is not the one written for a segment of so many studies.
    static Result<StudyVectors> open(const std::string& path, std::uint32_t studies);
    // Writes the vectors of all studies of the segment by that model.
    static Result<void> write(const std::string& path, const Segment& segment, const VectorModel& model);

    std::span<const std::int8_t> of(std::uint32_t study) const {
        return {reinterpret_cast<const std::int8_t*>(file_.bytes().data()) + kHead + study * kVectorSize, kVectorSize};
    }
    std::uint64_t bytes() const { return file_.bytes().size(); }

private:
    static constexpr std::size_t kHead = 64; // magic, checksum, zeros
    MappedFile file_;
};

} // namespace trialdex::index
