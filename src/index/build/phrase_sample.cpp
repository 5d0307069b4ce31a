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

constexpr std::uint32_t kNone = 0xffffffff;

std::uint64_t with_word(std::uint32_t phrase, std::uint32_t word) { return std::uint64_t{phrase} << 32 | word; }

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
    std::vector<std::string> keys;
    Counter apart;
    std::vector<std::uint32_t> begins(text_.size(), kNone); // the common phrase, of the length at hand, from there on
    std::vector<std::string> names(terms_.size());          // of these phrases
    std::uint32_t study = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (text_[i] == kEndOfStudy) ++study;
        if (!is_common(text_[i])) continue;
        begins[i] = text_[i];
        if (i + 2 < text_.size() && text_[i + 1] == kFunctionWord && is_common(text_[i + 2]))
            apart.see(with_word(text_[i], text_[i + 2]), study);
    }
    for (std::uint32_t term = 0; term < terms_.size(); ++term) names[term] = terms_.term(term);
    apart.each_in(least, [&](std::uint64_t pair) {
        keys.push_back(names[pair >> 32] + " * " + names[static_cast<std::uint32_t>(pair)]);
    });
    for (std::size_t length = 2; length <= kLongestCommonPhrase; ++length) {
        Counter longer;
        study = 0;
        for (std::size_t i = 0; i + length <= text_.size(); ++i) {
            if (text_[i] == kEndOfStudy) ++study;
            if (begins[i] != kNone && is_common(text_[i + length - 1]))
                longer.see(with_word(begins[i], text_[i + length - 1]), study);
        }
        std::vector<std::string> longer_names;
        std::unordered_map<std::uint64_t, std::uint32_t> numbers;
        longer.each_in(least, [&](std::uint64_t phrase) {
            numbers.emplace(phrase, static_cast<std::uint32_t>(longer_names.size()));
            longer_names.push_back(names[phrase >> 32] + " " +
                                   std::string(terms_.term(static_cast<std::uint32_t>(phrase))));
        });
        for (std::size_t i = 0; i < text_.size(); ++i) {
            if (begins[i] == kNone) continue;
            const bool ends = i + length > text_.size() || !is_common(text_[i + length - 1]);
            const auto number = ends ? numbers.end() : numbers.find(with_word(begins[i], text_[i + length - 1]));
            begins[i] = number == numbers.end() ? kNone : number->second;
        }
        keys.insert(keys.end(), longer_names.begin(), longer_names.end());
        names = std::move(longer_names);
    }
    return CommonPhrases(std::move(keys));
}

} // namespace trialdex::index
