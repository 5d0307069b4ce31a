#include "store/dictionary.h"

#include "store/record_codec.h"

#include <algorithm>
#include <vector>
#include <zdict.h>
#include <zstd.h>

namespace trialdex::store {

namespace {

// Measured on real records: 16 kB 5.06:1, 110 kB 5.56:1, 256 kB 5.78:1 but slower to use.
constexpr std::size_t kDictionaryBytes = 110'000;
// A hundred times the dictionary is what zstd recommends; more only takes longer.
constexpr std::size_t kMaxSampleBytes = 100 * kDictionaryBytes;
// The longest records would crowd out all others, and what they repeat most they repeat within themselves.
constexpr std::size_t kMaxOneSample = 128 * 1024;

} // namespace

Result<std::shared_ptr<const Dictionary>> Dictionary::load(std::string_view bytes) {
    std::shared_ptr<Dictionary> dictionary(new Dictionary);
    dictionary->id_ = ZDICT_getDictID(bytes.data(), bytes.size());
    dictionary->compression_ = ZSTD_createCDict(bytes.data(), bytes.size(), kCompressionLevel);
    dictionary->decompression_ = ZSTD_createDDict(bytes.data(), bytes.size());
    if (dictionary->id_ == 0 || dictionary->compression_ == nullptr || dictionary->decompression_ == nullptr) {
        return fail(ErrorCode::Corrupt, "A compression dictionary of the registry is damaged.");
    }
    return dictionary;
}

Dictionary::~Dictionary() {
    ZSTD_freeCDict(compression_);
    ZSTD_freeDDict(decompression_);
}

std::shared_ptr<const Dictionary> Dictionaries::find(std::uint32_t id) const {
    const std::lock_guard lock(mutex_);
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
}

void Dictionaries::add(const std::shared_ptr<const Dictionary>& dictionary) {
    const std::lock_guard lock(mutex_);
    by_id_.try_emplace(dictionary->id(), dictionary);
}

std::string train_dictionary(std::span<const std::string> samples) {
    std::string joined;
    std::vector<std::size_t> sizes;
    for (const std::string& sample : samples) {
        const std::size_t size = std::min(sample.size(), kMaxOneSample);
        if (joined.size() + size > kMaxSampleBytes) break;
        joined.append(sample, 0, size);
        sizes.push_back(size);
    }
    std::string dictionary(kDictionaryBytes, '\0');
    const std::size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), joined.data(), sizes.data(),
                                                   static_cast<unsigned>(sizes.size()));
    if (ZDICT_isError(size) != 0) return {};
    dictionary.resize(size);
    return dictionary;
}

} // namespace trialdex::store
