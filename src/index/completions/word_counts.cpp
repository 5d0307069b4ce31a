#include "index/completions/word_counts.h"

#include "index/completions/rarest.h"

namespace trialdex::index {

void WordCounts::add(std::string_view word, std::uint32_t studies) {
    if (word.empty()) return;
    if (studies_.size() >= limit_ + limit_ / 2) drop_rarest();
    studies_[std::string(word)] += studies;
}

void WordCounts::drop_rarest() {
    keep_commonest(studies_, limit_, [](std::uint32_t studies) { return studies; });
}

std::vector<WordCounts::Table::const_iterator> WordCounts::sorted() {
    drop_rarest();
    if (studies_.size() > kManyWords) std::erase_if(studies_, [](const auto& entry) { return entry.second < 2; });
    std::vector<Table::const_iterator> words;
    words.reserve(studies_.size());
    for (auto at = studies_.cbegin(); at != studies_.cend(); ++at) words.push_back(at);
    std::ranges::sort(words, [](const auto& a, const auto& b) { return a->first < b->first; });
    return words;
}

} // namespace trialdex::index
