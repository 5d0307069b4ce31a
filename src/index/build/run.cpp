#include "index/build/run.h"

#include "index/postings/list_layout.h"
#include "index/postings/place_stream.h"
#include "index/profiles/profile_bytes.h"
#include "index/term_keys.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace trialdex::index {

namespace {

enum Event : std::uint32_t { kSameValue, kNewValue, kNewStudy }; // the low two bits of an event's first number

constexpr std::uint32_t kFunctionWord = 0xffffffff;

// What a term's place in a field counts as, for the fast areas.
std::uint8_t kind_of(std::string_view key) {
    if (key[0] == '\x01') return FieldMask::kCodes;
    if (key[0] == '\x02') return FieldMask::kSynonyms;
    return FieldMask::kWords;
}

} // namespace

Run::Run(const PhraseTrie& trie, const CommonPhraseMatcher& phrases, const FastAreas& areas)
    : trie_(trie), phrases_(phrases), areas_(areas), phrase_terms_(phrases.phrases().keys().size(), kNever),
      lengths_(ranked_fields().size()) {
    for (FieldNumber field = 0; field < kMaxFields; ++field) {
        const auto rank = rank_of(field);
        ranks_[field] = rank ? static_cast<std::int16_t>(*rank) : std::int16_t{-1};
    }
}

std::size_t Run::bytes() const {
    return chains_.bytes() + words_.bytes() + keys_.bytes() + terms_.capacity() * sizeof(Term) +
           spellings_.capacity() * sizeof(Spelling) + counts_.capacity() * sizeof(float) +
           profiles_.size();
}

std::uint32_t Run::term_of(std::string_view key) {
    bool added = false;
    const std::uint32_t term = keys_.intern(key, added);
    if (added) {
        terms_.emplace_back();
        terms_.back().phrase_word = trie_.word(key);
        terms_.back().common_word = phrases_.word(key);
    }
    return term;
}

std::uint32_t Run::spelling_of(std::string_view folded, std::uint32_t hash) {
    bool added = false;
    const std::uint32_t word = words_.intern(folded, hash, added);
    if (added) {
        const bool function_word = text::is_function_word(folded);
        spellings_.push_back({function_word ? kFunctionWord : term_of(stemmer_.term(folded))});
    }
    return word;
}

// The spellings of a value's words into found_. Tables of a run are larger than the caches, and a miss costs as much as
// splitting three words: so all addresses are known and asked for before the first is used.
void Run::look_up(std::span<const text::Word> words) {
    hashes_.clear();
    found_.clear();
    for (const text::Word& word : words) {
        hashes_.push_back(TermTable::hash_of(word.folded));
        words_.prefetch(hashes_.back());
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        found_.push_back(spelling_of(words[i].folded, hashes_[i]));
        __builtin_prefetch(&spellings_[found_.back()]);
    }
    for (const std::uint32_t word : found_) {
        if (spellings_[word].term != kFunctionWord) __builtin_prefetch(&terms_[spellings_[word].term], 1);
    }
    for (const std::uint32_t word : found_) {
        if (spellings_[word].term != kFunctionWord) chains_.prefetch(terms_[spellings_[word].term].chain);
    }
}

void Run::add(study::NctId id, study::Value record) {
    const std::uint32_t study = studies();
    ids_.push_back(id.number());
    const RecordValues& values = reader_.read(record);
    for (const WordsValue& value : values.words) add_words(value);
    end_lengths();
    for (const CodeValue& value : values.codes)
        add_event(term_of(code_key(field_at(value.code), value.value)), value.code, 0);
    for (const std::uint16_t node : values.present) add_to_set(term_of(presence_key(schema::nodes()[node])));
    for (const ListSize& list : values.sizes) add_to_set(term_of(size_key(schema::nodes()[list.node], list.size)));
    for (const SiteListSize& list : values.site_sizes)
        add_event(term_of(site_size_key(schema::nodes()[list.node], list.size)), list.site, 0);
    side_.add(study, values);
    append_profile(profile_of(record), profiles_.bytes());
    profiles_.end_study();
}

void Run::add_words(const WordsValue& value) {
    const auto words = splitter_.split(value.text, value.markup);
    const std::uint32_t places = splitter_.places();
    const FieldNumber field = field_at(value.code);
    const bool spelt = holds_spelling(field);
    const std::uint32_t study = studies() - 1;
    concept_words_.assign(places, PhraseTrie::kNoWord);
    common_words_.assign(places, CommonPhraseMatcher::kNoWord);
    joined_words_.clear();
    look_up(words);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const text::Word& word = words[i];
        Spelling& spelling = spellings_[found_[i]];
        if (spelt && !word.joined && spelling.last_study != study) {
            spelling.last_study = study;
            ++spelling.studies;
        }
        if (spelling.term == kFunctionWord) continue;
        add_event(spelling.term, value.code, word.place);
        const Term& term = terms_[spelling.term];
        if (word.joined) {
            if (joined_words_.empty()) joined_words_.assign(places, CommonPhraseMatcher::kNoWord);
            joined_words_[word.place] = term.common_word;
        } else {
            concept_words_[word.place] = term.phrase_word;
            common_words_[word.place] = term.common_word;
        }
    }
    find_concepts(value.code);
    find_common_phrases(value.code);
    add_event(term_of(kEndKey), value.code, places);
    if (const std::int16_t rank = ranks_[field]; rank >= 0) lengths_[static_cast<std::size_t>(rank)] += places;
}

void Run::end_lengths() {
    const float divisor = study_divisor(lengths_);
    for (std::size_t rank = 0; rank < lengths_.size(); ++rank) {
        const float count = occurrence_count(ranked_fields()[rank], std::max<std::uint32_t>(lengths_[rank], 1));
        counts_.push_back(count / divisor);
        lengths_[rank] = 0;
    }
}

void Run::find_concepts(PlaceCode code) {
    const std::span<const std::uint32_t> words(concept_words_);
    for (std::size_t place = 0; place + 1 < words.size(); ++place) {
        if (words[place] == PhraseTrie::kNoWord) continue;
        trie_.match(words.subspan(place), [&](text::ConceptId id) { add_event(term_of(concept_key(id)), code, 0); });
    }
}

void Run::find_common_phrases(PlaceCode code) {
    phrases_.match(common_words_, joined_words_, [&](std::uint32_t phrase, std::uint32_t place) {
        std::uint32_t& term = phrase_terms_[phrase];
        if (term == kNever) term = term_of(common_phrase_key(phrases_.phrases().keys()[phrase]));
        add_event(term, code, place);
    });
}

void Run::add_event(std::uint32_t number, PlaceCode code, std::uint32_t place) {
    Term& term = terms_[number];
    const std::uint32_t study = studies() - 1;
    if (term.studies == 0 || term.last_study != study) {
        chains_.append_varint(term.chain, place << 2 | kNewStudy);
        chains_.append_varint(term.chain, study - term.last_study);
        chains_.append_varint(term.chain, code);
        ++term.studies;
    } else if (code > term.last_code) {
        chains_.append_varint(term.chain, place << 2 | kNewValue);
        chains_.append_varint(term.chain, code - term.last_code);
    } else if (code == term.last_code && place > term.last_place) {
        chains_.append_varint(term.chain, (place - term.last_place) << 2 | kSameValue);
    } else {
        return; // the same place again: a joined word, a concept found by two forms
    }
    term.last_study = study;
    term.last_code = code;
    term.last_place = place;
}

void Run::add_to_set(std::uint32_t number) {
    Term& term = terms_[number];
    const std::uint32_t study = studies() - 1;
    if (term.studies > 0 && term.last_study == study) return;
    chains_.append_varint(term.chain, study - term.last_study);
    term.last_study = study;
    ++term.studies;
}

std::uint8_t Run::weigh(std::uint32_t study) const {
    float count = 0;
    const float* counts = counts_.data() + study * lengths_.size();
    for (const Occurrences& found : occurrences_) {
        const std::int16_t rank = ranks_[found.field];
        if (rank >= 0) count += static_cast<float>(found.count) * counts[rank];
    }
    return level_of(count);
}

void Run::encode(std::uint32_t number, std::string& out) {
    const std::string_view key = keys_.term(number);
    const Term& term = terms_[number];
    chains_.read(term.chain, events_);
    const auto* at = reinterpret_cast<const unsigned char*>(events_.data());
    const auto* end = at + events_.size();
    if (is_set_key(key)) {
        parts_.studies.clear();
        for (std::uint32_t study = 0; at < end;) parts_.studies.push_back(study += read_varint(at, end));
        encode_set(parts_.studies, studies(), out);
        return;
    }
    const bool with_places = has_places(key);
    const bool with_codes = has_codes(key);
    const std::uint8_t kind = kind_of(key);
    parts_.clear();
    std::uint32_t study = 0;
    PlaceCode code = 0;
    while (at < end) {
        // One study: its first event, then all that follow until the next study's.
        std::uint32_t first = read_varint(at, end);
        study += read_varint(at, end);
        code = 0;
        PlaceCode gap = read_varint(at, end);
        std::uint32_t place = first >> 2;
        std::uint8_t flags = 0;
        occurrences_.clear();
        for (bool more = true; more;) {
            code += gap;
            const FieldNumber field = field_at(code);
            for (std::size_t area = 0; area < 2; ++area) {
                if (areas_.masks[area].allows(code, kind)) flags |= kFastAreaFlag[area];
            }
            if (occurrences_.empty() || occurrences_.back().field != field) occurrences_.push_back({field, 0});
            std::uint32_t before = 0;
            for (;;) { // the places in this value
                ++occurrences_.back().count;
                const auto* ahead = at;
                const std::uint32_t event = at < end ? read_varint(ahead, end) : std::uint32_t{kNewStudy};
                const bool same_value = (event & 3) == kSameValue;
                if (with_places) append_number(parts_.places, place - before, !same_value);
                before = place;
                if (same_value) {
                    at = ahead;
                    place += event >> 2;
                    continue;
                }
                more = (event & 3) == kNewValue;
                if (with_codes) append_number(parts_.codes, gap, !more);
                if (more) {
                    at = ahead;
                    place = event >> 2;
                    gap = read_varint(at, end);
                }
                break;
            }
        }
        parts_.studies.push_back(study);
        const std::uint8_t level = key == kEndKey ? std::uint8_t{1} : weigh(study);
        parts_.impacts.push_back(static_cast<char>(level | flags));
    }
    encode_words(parts_, studies(), out);
}

Result<void> Run::write(const std::string& path) {
    auto writer = SegmentWriter::create(path);
    if (!writer) return tl::unexpected(writer.error());
    (*writer)->begin(kIdsSection);
    (*writer)->write({reinterpret_cast<const char*>(ids_.data()), ids_.size() * 4});
    std::vector<std::uint32_t> order(keys_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return keys_.term(a) < keys_.term(b); });
    TermWriter terms(**writer);
    std::string list;
    for (const std::uint32_t term : order) {
        list.clear();
        encode(term, list);
        terms.add(keys_.term(term), terms_[term].studies, list);
    }
    terms.finish();
    for (std::uint32_t word = 0; word < words_.size(); ++word) {
        if (spellings_[word].studies > 0) side_.add_spelling(words_.term(word), spellings_[word].studies);
    }
    if (auto written = side_.write(**writer, studies()); !written) return written;
    profiles_.write(**writer);
    return (*writer)->finish();
}

} // namespace trialdex::index
