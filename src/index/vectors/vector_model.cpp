#include "index/vectors/vector_model.h"

#include "base/byte_codec.h"
#include "base/hash.h"
#include "index/postings/posting_list.h"
#include "index/ranking.h"

#include <bit>
#include <cstring>

namespace trialdex::index {

namespace {

constexpr std::string_view kMagic = "TDXVEC01";
constexpr float kSecondArea = 0.7F; // of a word that stands in neither title nor condition

} // namespace

float vector_weight(std::uint8_t impact_byte) {
    const auto impact = static_cast<float>(impact_at(impact_byte & kLevelMask));
    if ((impact_byte & kFastAreaFlag[1]) != 0) return impact;
    return (impact_byte & kFastAreaFlag[0]) != 0 ? impact * kSecondArea : 0.0F;
}

std::optional<VectorModel::Known> VectorModel::find(std::string_view term) const {
    if (places_.empty()) return std::nullopt;
    const auto hash = static_cast<std::uint32_t>(hash64(term));
    for (std::size_t place = hash & (places_.size() - 1); places_[place].at != kNowhere;
         place = (place + 1) & (places_.size() - 1)) {
        const std::size_t at = places_[place].at;
        if (places_[place].hash == hash && terms_[at] == term)
            return Known{scales_[at], {numbers_.data() + at * kVectorSize, kVectorSize}};
    }
    return std::nullopt;
}

void VectorModel::settle(std::uint32_t at) {
    const auto hash = static_cast<std::uint32_t>(hash64(terms_[at]));
    std::size_t place = hash & (places_.size() - 1);
    while (places_[place].at != kNowhere) place = (place + 1) & (places_.size() - 1);
    places_[place] = {hash, at};
}

void VectorModel::add(std::string term, float scale, std::span<const std::int8_t> numbers) {
    terms_.push_back(std::move(term));
    scales_.push_back(scale);
    numbers_.insert(numbers_.end(), numbers.begin(), numbers.end());
    if (places_.size() >= 2 * terms_.size()) return settle(static_cast<std::uint32_t>(terms_.size() - 1));
    places_.assign(std::bit_ceil(4 * terms_.size()), Place{});
    for (std::uint32_t at = 0; at < terms_.size(); ++at) settle(at);
}

std::string VectorModel::bytes() const {
    std::string body;
    append_varint(body, terms_.size());
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        append_varint(body, terms_[i].size());
        body += terms_[i];
        body.append(reinterpret_cast<const char*>(&scales_[i]), sizeof(float));
        body.append(reinterpret_cast<const char*>(numbers_.data() + i * kVectorSize), kVectorSize);
    }
    std::string all(kMagic);
    append_fixed64(all, hash64(body));
    return all += body;
}

Result<VectorModel> VectorModel::read(std::string_view bytes) {
    const auto damaged = [] { return fail(ErrorCode::Corrupt, "the table of word vectors is damaged"); };
    if (!bytes.starts_with(kMagic)) return damaged();
    bytes.remove_prefix(kMagic.size());
    const auto sum = take_fixed64(bytes);
    if (!sum || *sum != hash64(bytes)) return damaged();
    const auto terms = take_varint(bytes);
    if (!terms || *terms > kModelTerms) return damaged();
    VectorModel model;
    for (std::uint64_t i = 0; i < *terms; ++i) {
        const auto length = take_varint(bytes);
        if (!length || *length > bytes.size() || bytes.size() - *length < sizeof(float) + kVectorSize) return damaged();
        std::string term(bytes.substr(0, *length));
        bytes.remove_prefix(*length);
        float scale = 0;
        std::memcpy(&scale, bytes.data(), sizeof scale);
        model.add(std::move(term), scale,
                  {reinterpret_cast<const std::int8_t*>(bytes.data() + sizeof scale), kVectorSize});
        bytes.remove_prefix(sizeof scale + kVectorSize);
    }
    return bytes.empty() ? Result<VectorModel>(std::move(model)) : damaged();
}

} // namespace trialdex::index
