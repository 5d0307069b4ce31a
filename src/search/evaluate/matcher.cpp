// From a plan to matchers.
#include "search/evaluate/matcher.h"

#include "index/term_keys.h"
#include "search/evaluate/combined_matchers.h"
#include "search/evaluate/common_runs.h"
#include "search/evaluate/phrase_matcher.h"
#include "search/evaluate/term_matcher.h"

#include <algorithm>

namespace trialdex::search {

namespace {

using index::Cursor;
using index::FieldMask;

// Builds the matchers of one plan, which they keep views of.
class Maker {
public:
    Maker(const WordsPlan& plan, const TermSource& source) : plan_(plan), source_(source) {}

    MatcherPointer make() const {
        std::vector<MatcherPointer> alternatives;
        for (const Variant& variant : plan_.variants) {
            if (auto matcher = of(variant)) alternatives.push_back(std::move(matcher));
        }
        for (const CodeMatch& code : plan_.codes) {
            if (auto matcher = make_code_matcher(code.field, code.value, source_))
                alternatives.push_back(std::move(matcher));
        }
        return any(std::move(alternatives));
    }

private:
    Cursor cursor(std::string_view key) const { return Cursor(source_.segment.dictionary.find(key)); }

    TermPointer term(std::string_view key, const FieldMask& mask, std::uint8_t what) const {
        Cursor found = cursor(key);
        if (found.count() == 0) return nullptr;
        // A word's flag says where the word stands, not whether synonyms count there; a concept's says just that.
        const bool flag_tells = what != FieldMask::kSynonyms || key[0] == '\x02';
        return std::make_unique<TermMatcher>(std::move(found), mask, what, source_.rarity_of(key),
                                             source_.flag_of(mask), flag_tells);
    }

    MatcherPointer phrase(const Phrase& phrase, const FieldMask& mask, std::uint8_t what) const {
        if (phrase.parts.empty()) return nullptr;
        if (phrase.parts.size() == 1 && plan_.coverage == Coverage::Contains)
            return term(phrase.parts[0].term, mask, what);
        std::vector<Cursor> cursors;
        double rarity = 0;
        for (const Phrase::Part& part : phrase.parts) {
            cursors.push_back(cursor(part.term));
            if (cursors.back().count() == 0) return nullptr;
            rarity += source_.rarity_of(part.term);
        }
        std::vector<TermPointer> runs;
        bool whole = false;
        for (const CommonRun& run : common_runs(phrase, source_.snapshot.phrases)) {
            runs.push_back(term(index::common_phrase_key(run.key), mask, what));
            if (!runs.back()) return nullptr;
            whole |= run.parts == phrase.parts.size();
        }
        const bool covers = plan_.coverage != Coverage::Contains;
        return std::make_unique<PhraseMatcher>(std::move(cursors), covers ? cursor(index::kEndKey) : Cursor(), phrase,
                                               plan_.coverage, mask, what, rarity, std::move(runs), whole);
    }

    // All parts in one value. Where the `words` are neighbours they are so for certain, when impact bytes tell that the
    // value is in the scope.
    MatcherPointer all(std::vector<MatcherPointer> parts, std::span<const std::string_view> words,
                       const FieldMask& mask) const {
        if (parts.empty()) return nullptr;
        if (parts.size() == 1) return std::move(parts[0]);
        std::vector<TermPointer> certain;
        for (const std::string& key : neighbour_keys(words, source_.snapshot.phrases)) {
            auto list = term(index::common_phrase_key(key), mask, FieldMask::kWords);
            if (list && list->told_by_impacts()) certain.push_back(std::move(list));
        }
        return std::make_unique<AllMatcher>(std::move(parts), std::move(certain));
    }

    MatcherPointer own(const Unit& unit, const FieldMask& mask) const {
        if (unit.adjacent) return phrase(unit.own, mask, FieldMask::kWords);
        std::vector<MatcherPointer> words;
        for (const Phrase::Part& part : unit.own.parts) {
            auto word = term(part.term, mask, FieldMask::kWords);
            if (!word) return nullptr;
            words.push_back(std::move(word));
        }
        return all(std::move(words), words_of(unit), mask);
    }

    static std::vector<std::string_view> words_of(const Unit& unit) {
        std::vector<std::string_view> words;
        words.reserve(unit.own.parts.size());
        for (const Phrase::Part& part : unit.own.parts) words.push_back(part.term);
        return words;
    }

    MatcherPointer of(const Unit& unit, const FieldMask& mask) const {
        std::vector<MatcherPointer> alternatives;
        if (auto matcher = own(unit, mask)) alternatives.push_back(std::move(matcher));
        for (const text::ConceptId id : unit.concepts) {
            if (auto matcher = term(index::concept_key(id), mask, FieldMask::kSynonyms))
                alternatives.push_back(std::move(matcher));
        }
        for (const Phrase& form : unit.forms) {
            if (auto matcher = phrase(form, mask, FieldMask::kSynonyms)) alternatives.push_back(std::move(matcher));
        }
        return any(std::move(alternatives));
    }

    MatcherPointer of(const Variant& variant) const {
        std::vector<MatcherPointer> units;
        for (const Unit& unit : variant.units) {
            auto matcher = of(unit, variant.mask);
            if (!matcher && !plan_.lossy) return nullptr;
            if (matcher) units.push_back(std::move(matcher));
        }
        if (!plan_.lossy) {
            std::vector<std::string_view> words;
            for (const Unit& unit : variant.units) {
                const auto own = words_of(unit);
                words.insert(words.end(), own.begin(), own.end());
            }
            return all(std::move(units), words, variant.mask);
        }
        const std::size_t wanted = (variant.units.size() + 1) / 2;
        if (units.size() < wanted) return nullptr;
        return std::make_unique<SomeMatcher>(std::move(units), wanted);
    }

    static MatcherPointer any(std::vector<MatcherPointer> parts) {
        if (parts.empty()) return nullptr;
        if (parts.size() == 1) return std::move(parts[0]);
        return std::make_unique<SomeMatcher>(std::move(parts), 1);
    }

    const WordsPlan& plan_;
    const TermSource& source_;
};

} // namespace

Matches Matcher::all(const index::Bits* within, bool scored, const Matches* known) {
    Matches found;
    std::size_t at = 0;
    const auto is_known = [&](std::uint32_t study) { // with a score that is as high: scores are quick, matches() is not
        if (!known) return false;
        while (at < known->studies.size() && known->studies[at] < study) ++at;
        if (at == known->studies.size() || known->studies[at] != study) return false;
        return !scored || static_cast<float>(most_here()) <= known->scores[at];
    };
    for (std::uint32_t study = this->study(); study != kNoStudy; study = this->study()) {
        if ((!within || within->test(study)) && !is_known(study) && matches()) {
            found.studies.push_back(study);
            if (scored) found.scores.push_back(static_cast<float>(score()));
        }
        advance(study + 1);
    }
    return found;
}

Matches Matcher::best(std::size_t) { return all(nullptr, true); }

void Matcher::narrow(Matches& list, bool scored) {
    if (scored) list.begin_scores();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < list.studies.size(); ++i) {
        const std::uint32_t study = list.studies[i];
        advance(study);
        if (this->study() == kNoStudy) break;
        if (this->study() != study || !matches()) continue;
        list.studies[kept] = study;
        if (!list.scores.empty()) list.scores[kept] = list.scores[i] + (scored ? static_cast<float>(score()) : 0);
        ++kept;
    }
    list.studies.resize(kept);
    if (!list.scores.empty()) list.scores.resize(kept);
}

double TermSource::rarity_of(std::string_view key) const {
    std::uint64_t holders = 0;
    for (const auto& part : snapshot.parts) holders += part.segment->dictionary.find(key).count;
    return index::rarity(studies, holders);
}

std::uint8_t TermSource::flag_of(const FieldMask& mask) const {
    const std::uint64_t fingerprint = mask.fingerprint();
    for (std::size_t area = 0; area < 2; ++area) {
        if (snapshot.fast_areas[area] == fingerprint) return index::kFastAreaFlag[area];
    }
    return 0;
}

MatcherPointer make_code_matcher(index::FieldNumber field, std::string_view value, const TermSource& source) {
    static const FieldMask everything = index::mask_of_everything();
    const std::string key = index::code_key(field, value);
    Cursor found(source.segment.dictionary.find(key));
    if (found.count() == 0) return nullptr;
    // The list is of this field alone, so every posting counts.
    return std::make_unique<TermMatcher>(std::move(found), everything, FieldMask::kCodes, source.rarity_of(key),
                                         std::uint8_t{0}, false);
}

MatcherPointer make_matcher(const WordsPlan& plan, const TermSource& source) { return Maker(plan, source).make(); }

} // namespace trialdex::search
