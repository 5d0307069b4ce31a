// Runs of two to five words that many studies hold ("heart failure", "quality of life"), and the lists kept for them:
// the studies in which the words stand in a row, with impacts and without place codes. Such a phrase is the most
// expensive thing to look for by places (230,000 candidates for "heart failure" at registry scale: 40 ms) and the
// cheapest by a list of its own (1 ms with five facets). Which phrases have a list is learnt from a sample at a whole
// build and frozen with it, so that segments added later keep the same lists.
#pragma once

#include "base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::index {

// Phrases are named by their keys (text::PhraseKey): terms joined by a space, "*" where any one word may stand. They
// are of the form "a * b", or of up to so many words without a gap.
inline constexpr std::size_t kLongestCommonPhrase = 5;

class CommonPhrases {
public:
    CommonPhrases() = default;
    explicit CommonPhrases(std::vector<std::string> keys);

    std::span<const std::string> keys() const { return keys_; } // in the order of their bytes, each once
    bool holds(std::string_view key) const;

private:
    std::vector<std::string> keys_;
};

Result<void> write_common_phrases(const std::string& path, const CommonPhrases& phrases);
// Corrupt, naming the file, when the bytes do not fit their checksum.
Result<CommonPhrases> read_common_phrases(const std::string& path);

} // namespace trialdex::index
