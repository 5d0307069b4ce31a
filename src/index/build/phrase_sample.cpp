#include "index/build/phrase_sample.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace trialdex::index {

// In how many studies things stand.
class PhraseSample::Counter {
public:
    void see(std::uint64_t what, std::uint32_t study) {
        Seen& seen = seen_[what];
        if (seen.studies > 0 && seen.last_study == study) return;
        seen.last_study = study;
        ++seen.studies;
    }
    std::size_t studies_with(std::uint64_t what) const {
        const auto found = seen_.find(what);
        return found == seen_.end() ? 0 : found->second.studies;
    }
    template <class Visit> void each_in(std::size_t least, Visit&& visit) const {
        for (const auto& [what, seen] : seen_) {
            if (seen.studies >= least) visit(what);
        }
    }

private:
    struct Seen {
        std::uint32_t studies = 0;
        std::uint32_t last_study = 0;
    };
    std::unordered_map<std::uint64_t, Seen> seen_;
};

namespace {

constexpr unsigned kTermBits = 31; // of a pair's number: first term, second term, distance − 1

std::uint64_t pair_of(std::uint32_t first, std::uint32_t second, std::uint32_t distance) {
    return std::uint64_t{first} << (kTermBits + 1) | std::uint64_t{second} << 1 | (distance - 1);
}

} // namespace

void PhraseSample::add(study::Value record) {
    for (const WordsValue& value : reader_.read(record).words) {
        for (const text::Word& word : splitter_.split(value.text, value.markup)) {
            if (word.joined) continue;
            bool added = false;
            const std::uint32_t spelling = spellings_.intern(word.folded, added);
            if (added) {
                bool first = false;
                terms_of_.push_back(text::is_function_word(word.folded)
                                        ? kFunctionWord
                                        : terms_.intern(stemmer_.term(word.folded), first));
            }
            text_.push_back(terms_of_[spelling]);
        }
        text_.push_back(kEndOfValue);
    }
    text_.push_back(kEndOfStudy);
    ++studies_;
}

std::vector<bool> PhraseSample::common_words(std::size_t least) const {
    std::vector<std::uint32_t> studies(terms_.size());
    std::vector<std::uint32_t> last(terms_.size(), kFunctionWord);
    std::uint32_t study = 0;
    for (const std::uint32_t term : text_) {
        if (term == kEndOfStudy) ++study;
        if (!is_word(term) || last[term] == study) continue;
        last[term] = study;
        ++studies[term];
    }
    std::vector<bool> common(terms_.size());
    for (std::size_t term = 0; term < studies.size(); ++term) common[term] = studies[term] >= least;
    return common;
}

CommonPhrases PhraseSample::common() const {
    const std::size_t least =
        std::max(kFewestCommon, static_cast<std::size_t>(static_cast<double>(studies_) * kCommonShare));
    const std::vector<bool> words = common_words(least);
    const auto is_common = [&](std::uint32_t term) { return is_word(term) && words[term]; };
    Counter pairs;
    std::uint32_t study = 0;
    for (std::size_t i = 0; i + 2 < text_.size(); ++i) {
        if (text_[i] == kEndOfStudy) ++study;
        if (!is_common(text_[i])) continue;
        if (is_common(text_[i + 1])) pairs.see(pair_of(text_[i], text_[i + 1], 1), study);
        if (text_[i + 1] == kFunctionWord && is_common(text_[i + 2]))
            pairs.see(pair_of(text_[i], text_[i + 2], 2), study);
    }
    std::vector<std::string> keys;
    std::unordered_map<std::uint64_t, std::uint32_t> numbers; // of common pairs of adjacent words
    std::vector<std::string> adjacent;
    pairs.each_in(least, [&](std::uint64_t pair) {
        const auto first = static_cast<std::uint32_t>(pair >> (kTermBits + 1));
        const auto second = static_cast<std::uint32_t>(pair >> 1) & ((std::uint32_t{1} << kTermBits) - 1);
        const bool apart = (pair & 1) != 0;
        keys.push_back(std::string(terms_.term(first)) + (apart ? " * " : " ") + std::string(terms_.term(second)));
        if (apart) return;
        numbers.emplace(pair, static_cast<std::uint32_t>(adjacent.size()));
        adjacent.push_back(keys.back());
    });
    Counter triples;
    study = 0;
    for (std::size_t i = 0; i + 2 < text_.size(); ++i) {
        if (text_[i] == kEndOfStudy) ++study;
        if (!is_common(text_[i]) || !is_common(text_[i + 1]) || !is_common(text_[i + 2])) continue;
        const auto pair = numbers.find(pair_of(text_[i], text_[i + 1], 1));
        if (pair != numbers.end()) triples.see(std::uint64_t{pair->second} << 32 | text_[i + 2], study);
    }
    triples.each_in(least, [&](std::uint64_t triple) {
        keys.push_back(adjacent[triple >> 32] + " " +
                       std::string(terms_.term(static_cast<std::uint32_t>(triple & 0xffffffff))));
    });
    return CommonPhrases(std::move(keys));
}

} // namespace trialdex::index
