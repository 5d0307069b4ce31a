#include "oracle/term.h"

#include "oracle/codes.h"

#include <algorithm>
#include <span>

namespace trialdex::oracle {

namespace {

using Run = std::span<const Word>; // words of a variant, one a place

// A quoted term under Relaxation or Lossy is at level Concept; a coverage lowers these two to Concept.
Level level_of(const Tree& leaf) {
    const bool lowered = leaf.quoted || leaf.coverage != Coverage::Contains;
    const bool loose = leaf.level == Level::Relaxation || leaf.level == Level::Lossy;
    return lowered && loose ? Level::Concept : leaf.level;
}

std::vector<Word> split_words(const Words& words) {
    std::vector<Word> result;
    std::copy_if(words.words.begin(), words.words.end(), std::back_inserter(result),
                 [](const Word& word) { return !word.joined; });
    return result;
}

// Every hyphenated word as one, the others as they are.
std::vector<Word> joined_words(const Words& words) {
    std::vector<Word> result;
    std::uint32_t covered = 0; // bytes up to here belong to a joined word
    for (const Word& word : words.words) {
        if (!word.joined && word.end <= covered) continue;
        result.push_back(word);
        if (word.joined) covered = word.end;
    }
    return result;
}

class Cutter {
public:
    Cutter(Lexicon& lexicon, const text::Synonyms& synonyms, std::string_view text, Level level, bool adjacent)
        : lexicon_(lexicon), synonyms_(synonyms), text_(text), level_(level), adjacent_(adjacent) {}

    Variant variant(Run words, bool use_synonyms) {
        Variant result;
        if (std::all_of(words.begin(), words.end(), [](const Word& word) { return word.function; })) return result;
        if (adjacent_) {
            result.units.push_back(unit(words, use_synonyms));
            return result;
        }
        for (std::size_t at = 0; at < words.size();) {
            if (words[at].function) {
                ++at;
                continue;
            }
            const std::size_t length = use_synonyms ? longest_form(words.subspan(at)) : 1;
            result.units.push_back(unit(words.subspan(at, length), use_synonyms));
            at += length;
        }
        return result;
    }

private:
    // 1 when no run from here on is a form.
    std::size_t longest_form(Run words) {
        for (std::size_t length = words.size(); length > 1; --length) {
            if (!words[length - 1].function && !synonyms_.find(key(words.first(length))).empty()) return length;
        }
        return 1;
    }

    Unit unit(Run words, bool use_synonyms) {
        Unit result;
        if (level_ == Level::None) {
            for (const Word& word : words) {
                result.own.push_back({word.term, std::string(text_.substr(word.begin, word.end - word.begin))});
            }
            return result;
        }
        const Run core = without_outer_function_words(words);
        result.leading = static_cast<std::size_t>(core.data() - words.data());
        result.trailing = words.size() - core.size() - result.leading;
        for (const Word& word : core) {
            result.own.push_back({word.function ? std::nullopt : std::optional(word.term), ""});
        }
        if (use_synonyms) result.forms = forms(key(core));
        return result;
    }

    static Run without_outer_function_words(Run words) {
        while (words.front().function) words = words.subspan(1);
        while (words.back().function) words = words.first(words.size() - 1);
        return words;
    }

    // As text::phrase_key writes it; `words` starts and ends with words that are no function words.
    std::string key(Run words) {
        std::string result;
        for (const Word& word : words) {
            if (!result.empty()) result += ' ';
            result += word.function ? "*" : lexicon_.name(word.term);
        }
        return result;
    }

    std::vector<Slots> forms(const std::string& own_key) {
        std::vector<Slots> result;
        for (const text::ConceptId named : synonyms_.find(own_key)) {
            for (const text::Form& form : synonyms_.concepts()[named].forms) result.push_back(slots(form.key));
        }
        return result;
    }

    Slots slots(std::string_view form_key) {
        Slots result;
        while (!form_key.empty()) {
            const std::size_t blank = std::min(form_key.find(' '), form_key.size());
            const std::string_view word = form_key.substr(0, blank);
            result.push_back({word == "*" ? std::nullopt : std::optional(lexicon_.number(word)), ""});
            form_key.remove_prefix(std::min(blank + 1, form_key.size()));
        }
        return result;
    }

    Lexicon& lexicon_;
    const text::Synonyms& synonyms_;
    std::string_view text_;
    Level level_;
    bool adjacent_;
};

} // namespace

Term cut_term(const Tree& leaf, Lexicon& lexicon, const text::Synonyms& synonyms, bool use_synonyms) {
    const Level level = level_of(leaf);
    Term term;
    const std::string wording = code_form(leaf.text);
    for (const Look& look : leaf.looks) {
        if (holds_codes(*look.node)) term.codes.emplace(look.node->id, codes_called(*look.node, wording));
    }
    term.adjacent = leaf.quoted || level == Level::None || level == Level::Term || level == Level::Concept;
    term.as_written = level == Level::None;
    term.half = level == Level::Lossy;
    term.coverage = leaf.coverage;

    const Words words = lexicon.split(leaf.text, text::Markup::Plain);
    std::vector<std::vector<Word>> variants = {split_words(words)};
    if (variants.front().size() != words.words.size()) variants.push_back(joined_words(words));

    const bool takes_synonyms = use_synonyms && level >= Level::Concept;
    Cutter cutter(lexicon, synonyms, leaf.text, level, term.adjacent);
    for (const std::vector<Word>& variant : variants) {
        term.with_synonyms.push_back(cutter.variant(variant, takes_synonyms));
        term.plain.push_back(cutter.variant(variant, false));
    }
    return term;
}

} // namespace trialdex::oracle
