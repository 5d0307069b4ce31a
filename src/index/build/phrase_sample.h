// Which phrases are common? Learnt from a sample of the studies that an index is built of: words that many of them
// hold, then pairs of such words, then such pairs with the word behind them, and so on. Each step looks only at what
// the one before left, since a phrase is never in more studies than its parts.
#pragma once

#include "index/build/record_values.h"
#include "index/build/term_table.h"
#include "index/common_phrases.h"
#include "text/words.h"

#include <cstdint>
#include <vector>

namespace trialdex::index {

// Studies looked at: 3,000 tell a share of 2 % to within half a percent, and take a second.
inline constexpr std::size_t kSampledStudies = 3000;
// A phrase is common from this share of the sample on. At 2 % lists take 1.6 % of the records' bytes, at 1 % nearly
// twice that; below, places are quick enough, since they are looked at in fewer studies than that.
inline constexpr double kCommonShare = 0.02;
// And in at least so many: in small registries nothing is slow.
inline constexpr std::size_t kFewestCommon = 50;

class PhraseSample {
public:
    void add(study::Value record);
    CommonPhrases common() const;

private:
    static constexpr std::uint32_t kFunctionWord = 0xffffffff;
    static constexpr std::uint32_t kEndOfValue = 0xfffffffe;
    static constexpr std::uint32_t kEndOfStudy = 0xfffffffd;

    class Counter;
    bool is_word(std::uint32_t term) const { return term < kEndOfStudy; }
    std::vector<bool> common_words(std::size_t least) const;

    RecordReader reader_;
    text::Splitter splitter_;
    text::Stemmer stemmer_;
    TermTable spellings_;                 // folded words
    std::vector<std::uint32_t> terms_of_; // by spelling
    TermTable terms_;
    std::vector<std::uint32_t> text_; // the sample's words in order: terms, function words, ends
    std::size_t studies_ = 0;
};

} // namespace trialdex::index
