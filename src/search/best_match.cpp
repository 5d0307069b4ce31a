#include "search/best_match.h"

#include "text/words.h"

#include <algorithm>
#include <map>
#include <vector>

namespace trialdex::search {

namespace {

// Measured on judged topics (bench/relevance): a word that is said again counts again, three times at most. Pairs of
// neighbours as phrases gained nothing (mean nDCG@10 0.229 with, 0.231 without).
constexpr float kConcept = 0.2F;
constexpr int kMostRepeats = 3;

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

    void add_line(std::string_view line) {
        const auto split = splitter_.split(line, text::Markup::Plain);
        const std::vector<text::Word> all(split.begin(), split.end());
        std::vector<text::Word> kept;
        for (const text::Word& word : all) {
            if (!word.joined) kept.push_back(word);
        }
        add_words(kept);
        add_concepts(kept, line);
    }

    Expression finish() {
        Expression any;
        any.kind = parts_.empty() ? Expression::Kind::Nothing : Expression::Kind::Or;
        any.parts = std::move(parts_);
        return any;
    }

private:
    void add_words(const std::vector<text::Word>& line) {
        for (const text::Word& word : line) {
            if (!text::is_function_word(word.folded) && ++times_[std::string(word.folded)] <= kMostRepeats)
                parts_.push_back(words(std::string(word.folded), false, 1));
        }
    }

    // The longest names of known concepts, from left to right.
    void add_concepts(const std::vector<text::Word>& line, std::string_view text) {
        for (std::size_t first = 0; first < line.size();) {
            std::size_t length = std::min<std::size_t>(synonyms_.longest(), line.size() - first);
            const auto key = [&] { return text::phrase_key({line.data() + first, length}, stemmer_); };
            while (length > 1 && (text::is_function_word(line[first].folded) || synonyms_.find(key()).empty()))
                --length;
            if (length > 1)
                once(text.substr(line[first].begin, line[first + length - 1].end - line[first].begin), true, kConcept);
            first += std::max<std::size_t>(length, 1);
        }
    }

    void once(std::string_view phrase, bool quoted, float weight) {
        if (++times_["\"" + std::string(phrase)] == 1) parts_.push_back(words(std::string(phrase), quoted, weight));
    }

    const text::Synonyms& synonyms_;
    text::Splitter splitter_;
    text::Stemmer stemmer_;
    std::map<std::string, int> times_;
    std::vector<Expression> parts_;
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
