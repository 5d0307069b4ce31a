#include "index/vectors/study_vectors.h"

#include "base/byte_codec.h"
#include "base/hash.h"
#include "base/output_file.h"
#include "index/postings/cursor.h"
#include "index/segment/segment.h"

#include <algorithm>
#include <cmath>

namespace trialdex::index {

namespace {

constexpr std::string_view kMagic = "TDXSTV01";
// Studies whose sums are in memory at once: 384 bytes each. The postings of the model's terms are walked once for each
// such range.
constexpr std::uint32_t kStudiesAtOnce = 200'000;

} // namespace

StudyVector whole_numbers(std::span<const float> sum) {
    StudyVector vector{};
    float square = 0;
    for (const float number : sum) square += number * number;
    if (!(square > 0)) return vector;
    const float scale = 127 / std::sqrt(square);
    for (std::size_t i = 0; i < kVectorSize; ++i) vector[i] = static_cast<std::int8_t>(std::lround(sum[i] * scale));
    return vector;
}

double cosine(std::span<const std::int8_t> a, std::span<const std::int8_t> b) {
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < kVectorSize; ++i) sum += a[i] * b[i];
    return sum / (127.0 * 127.0);
}

Result<void> StudyVectors::write(const std::string& path, const Segment& segment, const VectorModel& model) {
    std::string body(std::size_t{segment.studies()} * kVectorSize, '\0');
    std::vector<float> sums;
    for (std::uint32_t first = 0; first < segment.studies(); first += kStudiesAtOnce) {
        const std::uint32_t end = std::min(segment.studies(), first + kStudiesAtOnce);
        sums.assign(std::size_t{end - first} * kVectorSize, 0.0F);
        for (std::size_t term = 0; term < model.terms(); ++term) {
            const VectorModel::Row row = model.row(term);
            Cursor cursor(segment.dictionary.find(row.term));
            for (cursor.advance(first); cursor.study() < end; cursor.next()) {
                const float weight = vector_weight(cursor.impact()) * row.scale;
                float* sum = &sums[std::size_t{cursor.study() - first} * kVectorSize];
                for (std::size_t i = 0; i < kVectorSize; ++i) sum[i] += weight * static_cast<float>(row.numbers[i]);
            }
        }
        for (std::uint32_t study = first; study < end; ++study) {
            const StudyVector vector = whole_numbers({&sums[std::size_t{study - first} * kVectorSize], kVectorSize});
            std::copy(vector.begin(), vector.end(), body.begin() + static_cast<std::ptrdiff_t>(study * kVectorSize));
        }
    }
    std::string head(kMagic);
    append_fixed64(head, hash64(body));
    head.resize(kHead, '\0');
    return replace_file(path, head += body);
}

Result<StudyVectors> StudyVectors::open(const std::string& path, std::uint32_t studies) {
    auto file = MappedFile::open(path);
    if (!file) return tl::unexpected(file.error());
    std::string_view bytes = file->bytes();
    std::string_view sum = bytes.substr(std::min(kMagic.size(), bytes.size()));
    if (!bytes.starts_with(kMagic) || bytes.size() != kHead + std::size_t{studies} * kVectorSize ||
        take_fixed64(sum) != hash64(bytes.substr(kHead)))
        return fail(ErrorCode::Corrupt, path + " is damaged; run trialdex index to build it anew");
    StudyVectors vectors;
    vectors.file_ = std::move(*file);
    return vectors;
}

} // namespace trialdex::index
