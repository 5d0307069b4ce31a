// Which parts of a phrase have lists of their own (index/common_phrases.h)?
#pragma once

#include "index/common_phrases.h"
#include "search/plan/words_plan.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::search {

struct CommonRun {
    std::string key;   // as in the table
    std::size_t parts; // of the phrase
};

// The longest run from each part on, unless it lies within one before. A run that is the whole phrase comes alone.
std::vector<CommonRun> common_runs(const Phrase& phrase, const index::CommonPhrases& known);

// The common phrases that put all of two or three words next to each other: "lung cancer", "cancer lung",
// "cancer * lung"; none for other numbers of words.
std::vector<std::string> neighbour_keys(std::span<const std::string_view> words, const index::CommonPhrases& known);

} // namespace trialdex::search
