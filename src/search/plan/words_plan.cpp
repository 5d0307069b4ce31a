#include "search/plan/words_plan.h"

#include "search/language/codes.h"

#include <algorithm>

namespace trialdex::search {

namespace {

using index::FieldMask;

constexpr std::string_view kFromRecords = "records"; // concepts whose forms have no postings of their own

// Every field of the mask in which the whole term is a code.
std::vector<CodeMatch> codes_named(std::string_view text, const FieldMask& mask) {
    std::vector<CodeMatch> found;
    const std::string truth = code_key(text);
    for (index::FieldNumber field = 0; field < index::kMaxFields; ++field) {
        const schema::Node* node = (mask.of(field) & FieldMask::kCodes) != 0 ? index::node_of(field) : nullptr;
        if (!node) continue;
        if (node->enum_type) {
            if (const auto* value = find_code(*node, text)) found.push_back({std::string(value->value), field});
        } else if (truth == "true" || truth == "false") {
            found.push_back({truth, field});
        }
    }
    return found;
}

// "qualiti * life" as a phrase.
Phrase phrase_of_key(std::string_view key) {
    Phrase phrase;
    while (!key.empty()) {
        const std::size_t end = std::min(key.find(' '), key.size());
        if (key.substr(0, end) != "*") phrase.parts.push_back({std::string(key.substr(0, end)), phrase.places});
        ++phrase.places;
        key.remove_prefix(std::min(end + 1, key.size()));
    }
    return phrase;
}

// The fields of `mask` that take synonyms, or the others.
FieldMask fields_with_synonyms(const FieldMask& mask, bool with) {
    FieldMask kept;
    for (index::FieldNumber field = 0; field < index::kMaxFields; ++field) {
        if (((mask.of(field) & FieldMask::kSynonyms) != 0) == with) kept.add(field, mask.of(field));
    }
    return kept;
}

bool takes_synonyms(const FieldMask& mask) { return fields_with_synonyms(mask, true) != FieldMask(); }

} // namespace

FieldMask scope_mask(const Scope& scope) {
    if (scope.area) return index::mask_of(*scope.area);
    if (scope.node) return index::mask_of(*scope.node);
    return index::mask_of_everything();
}

// The split words, and the joined ones when the text has any.
std::vector<std::vector<WordsPlanner::Word>> WordsPlanner::variants_of(std::string_view text) {
    std::vector<Word> split;
    std::vector<Word> joined;
    std::uint32_t inside_until = 0; // end of the last joined word
    bool any_joined = false;
    for (const text::Word& word : splitter_.split(text, text::Markup::Plain)) {
        Word known{std::string(word.folded), std::string(stemmer_.term(word.folded)),
                   text::is_function_word(word.folded)};
        if (word.joined) {
            joined.push_back(std::move(known));
            inside_until = word.end;
            any_joined = true;
            continue;
        }
        if (word.begin >= inside_until) joined.push_back(known);
        split.push_back(std::move(known));
    }
    std::vector<std::vector<Word>> variants;
    variants.push_back(std::move(split));
    if (any_joined) variants.push_back(std::move(joined));
    return variants;
}

std::span<const text::ConceptId> WordsPlanner::concepts_of(std::span<const Word> words) const {
    text::PhraseKey key;
    for (const Word& word : words) {
        if (word.function_word)
            key.add_function_word();
        else
            key.add_term(word.term);
    }
    return key.text().empty() ? std::span<const text::ConceptId>() : synonyms_.find(key.text());
}

Unit WordsPlanner::unit_of(std::span<const Word> words, bool adjacent, bool synonyms, WordsPlan& plan) {
    Unit unit;
    unit.adjacent = adjacent;
    std::string written;
    for (const Word& word : words) {
        if (!word.function_word) unit.own.parts.push_back({word.term, unit.own.places});
        ++unit.own.places;
        written += (written.empty() ? "" : " ") + word.folded;
    }
    if (!synonyms) return unit;
    const bool covers = plan.coverage != Coverage::Contains;
    for (const text::ConceptId id : concepts_of(words)) {
        const text::Concept& known = synonyms_.concepts()[id];
        const bool posted = known.source != kFromRecords && !covers;
        if (posted) unit.concepts.push_back(id);
        SynonymUse use{written, known.name, known.source, {}};
        for (const text::Form& form : known.forms) {
            use.forms.push_back(form.name);
            if (posted && form.key.find(' ') != std::string::npos) continue;
            const auto ids = synonyms_.find(form.key); // forms that name too many things are not in the table
            if (std::find(ids.begin(), ids.end(), id) == ids.end()) continue;
            Phrase phrase = phrase_of_key(form.key);
            // Its own words find it already.
            if (covers || phrase.parts != unit.own.parts) unit.forms.push_back(std::move(phrase));
        }
        plan.used.push_back(std::move(use));
    }
    return unit;
}

Variant WordsPlanner::cut(std::span<const Word> words, bool quoted, bool synonyms, WordsPlan& plan) {
    Variant variant;
    variant.mask = plan.mask;
    if (quoted) {
        Unit unit = unit_of(words, true, synonyms, plan);
        if (!unit.own.parts.empty()) variant.units.push_back(std::move(unit));
        return variant;
    }
    for (std::size_t first = 0; first < words.size();) {
        if (words[first].function_word) {
            ++first;
            continue;
        }
        std::size_t length = synonyms ? std::min<std::size_t>(synonyms_.longest(), words.size() - first) : 1;
        const auto is_form = [&] {
            return !words[first + length - 1].function_word && !concepts_of(words.subspan(first, length)).empty();
        };
        while (length > 1 && !is_form()) --length;
        length = std::max<std::size_t>(length, 1);
        variant.units.push_back(unit_of(words.subspan(first, length), false, synonyms, plan));
        first += length;
    }
    return variant;
}

WordsPlan WordsPlanner::plan(const Expression& leaf, const FieldMask& mask) {
    WordsPlan plan;
    plan.mask = mask;
    plan.coverage = leaf.coverage;
    Expansion level = leaf.expansion;
    if (level >= Expansion::Relaxation && (leaf.quoted || leaf.coverage != Coverage::Contains))
        level = Expansion::Concept;
    plan.lossy = level == Expansion::Lossy;
    plan.as_written = level == Expansion::None;
    const bool phrase = level <= Expansion::Concept;
    const bool synonyms = use_ && level > Expansion::Term && takes_synonyms(mask);
    const auto add = [&](Variant variant) {
        if (!variant.units.empty()) plan.variants.push_back(std::move(variant));
    };
    for (const auto& words : variants_of(leaf.text)) {
        Variant variant = cut(words, phrase, synonyms, plan);
        if (plan.lossy && synonyms) {
            // Half of the units is another number where forms are no units: such fields are asked for themselves.
            variant.mask = fields_with_synonyms(mask, true);
            Variant plain = cut(words, phrase, false, plan);
            plain.mask = fields_with_synonyms(mask, false);
            add(std::move(plain));
        }
        add(std::move(variant));
    }
    plan.codes = codes_named(leaf.text, mask);
    return plan;
}

} // namespace trialdex::search
