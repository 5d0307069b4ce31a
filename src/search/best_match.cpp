#include "search/best_match.h"

#include "text/tables.h"
#include "text/words.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace trialdex::search {

namespace {

// Measured on judged topics (bench/relevance/README.md says what else was tried). A word that is said again in a line
// counts again, three times at most: a topic's list of queries is lines, and what stands in five of them is meant.
constexpr float kConcept = 0.2F; // of a line's names of concepts, beside their words
constexpr float kAsking = 0.6F;  // "safe treatments for asthma"
constexpr float kMostRepeats = 3;

using Terms = std::set<std::string, std::less<>>;

Terms terms_of(std::span<const std::string_view> words) {
    text::Stemmer stemmer;
    Terms terms;
    for (const std::string_view word : words) terms.emplace(stemmer.term(word));
    return terms;
}

// What a word counts for by itself. 0: every record is a trial.
float weight_of(std::string_view term) {
    static const Terms kRecord = terms_of(text::record_words());
    static const Terms kAskingTerms = terms_of(text::asking_words());
    if (kRecord.contains(term)) return 0;
    return kAskingTerms.contains(term) ? kAsking : 1;
}

Expression words(std::string text, bool quoted, float weight) {
    Expression leaf;
    leaf.kind = Expression::Kind::Words;
    leaf.text = std::move(text);
    leaf.quoted = quoted;
    leaf.weight = weight;
    return leaf;
}

class Question {
public:
    explicit Question(const text::Synonyms& synonyms) : synonyms_(synonyms) {}

    // Every line counts the same, however long it is: its words share its weight.
    void add_line(std::string_view line) {
        const auto split = splitter_.split(line, text::Markup::Plain);
        std::vector<text::Word> kept;
        for (const text::Word& word : split) {
            if (!word.joined) kept.push_back(word);
        }
        const auto told = words_of(kept);
        if (told.empty()) return;
        const float share = 1 / static_cast<float>(told.size());
        for (const auto& [term, word] : told) add(words_, term, word.text, word.weight * share);
        add_concepts(kept, line, kConcept * share);
    }

    Expression finish() {
        Expression any;
        any.kind = Expression::Kind::Or;
        const bool only_record_words =
            std::ranges::all_of(words_, [](const auto& part) { return weight_of(part.first) == 0; });
        for (auto& [term, part] : words_) {
            const float weight = only_record_words ? 1 : weight_of(term);
            if (weight > 0) any.parts.push_back(words(std::move(part.text), false, part.weight * weight));
        }
        for (auto& [key, part] : concepts_) any.parts.push_back(words(std::move(part.text), true, part.weight));
        if (any.parts.empty()) any.kind = Expression::Kind::Nothing;
        return any;
    }

private:
    struct Part {
        std::string text;
        float weight = 0;
    };
    using Parts = std::map<std::string, Part, std::less<>>; // by term, or by the key of a name

    static void add(Parts& parts, std::string_view key, std::string_view text, float weight) {
        Part& part = parts[std::string(key)];
        if (part.text.empty()) part.text = text;
        part.weight += weight;
    }

    // The words of a line and how often each stands there.
    Parts words_of(std::span<const text::Word> line) {
        Parts told;
        for (const text::Word& word : line) {
            if (!text::is_function_word(word.folded)) add(told, stemmer_.term(word.folded), word.folded, 1);
        }
        const bool other = std::ranges::any_of(told, [](const auto& part) { return weight_of(part.first) > 0; });
        if (other) std::erase_if(told, [](const auto& part) { return weight_of(part.first) == 0; });
        for (auto& [term, part] : told) part.weight = std::min(part.weight, kMostRepeats);
        return told;
    }

    // The longest names of known concepts, from left to right.
    void add_concepts(std::span<const text::Word> line, std::string_view text, float weight) {
        for (std::size_t first = 0; first < line.size();) {
            std::size_t length = std::min<std::size_t>(synonyms_.longest(), line.size() - first);
            const auto key = [&] { return text::phrase_key(line.subspan(first, length), stemmer_); };
            while (length > 1 && (text::is_function_word(line[first].folded) || synonyms_.find(key()).empty()))
                --length;
            if (length > 1) {
                const std::size_t end = line[first + length - 1].end;
                add(concepts_, key(), text.substr(line[first].begin, end - line[first].begin), weight);
            }
            first += std::max<std::size_t>(length, 1);
        }
    }

    const text::Synonyms& synonyms_;
    text::Splitter splitter_;
    text::Stemmer stemmer_;
    Parts words_;
    Parts concepts_;
};

} // namespace

Expression best_match(std::string_view text, const text::Synonyms& synonyms) {
    Question question(synonyms);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        question.add_line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return question.finish();
}

} // namespace trialdex::search
