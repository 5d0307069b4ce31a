// A run: the postings of consecutive studies, gathered in memory, then written as a segment file. One thread fills it.
#pragma once

#include "index/build/byte_chains.h"
#include "index/build/common_phrase_matcher.h"
#include "index/build/phrase_matcher.h"
#include "index/build/record_values.h"
#include "index/build/side_tables.h"
#include "index/build/term_table.h"
#include "index/postings/posting_list.h"
#include "index/profiles/profile_table.h"
#include "index/ranking.h"
#include "index/segment/segment_writer.h"
#include "study/nct_id.h"

#include <array>
#include <vector>

namespace trialdex::index {

// The areas whose membership is a bit beside the impact, so that a word in them needs no place codes.
struct FastAreas {
    FieldMask masks[2];
};

class Run {
public:
    // `trie` and `phrases` must outlive the run.
    Run(const PhraseTrie& trie, const CommonPhraseMatcher& phrases, const FastAreas& areas);

    // The next study; ids ascending.
    void add(study::NctId id, study::Value record);

    std::uint32_t studies() const { return static_cast<std::uint32_t>(ids_.size()); }
    std::size_t bytes() const; // of memory, about

    Result<void> write(const std::string& path);

private:
    // What the run knows of a term. Events are appended to `chain`; see add_event.
    struct Term {
        ByteChains::Chain chain;
        std::uint32_t studies = 0;
        std::uint32_t last_study = 0;
        PlaceCode last_code = 0;
        std::uint32_t last_place = 0;
        std::uint32_t phrase_word = 0; // the trie's number
        std::uint32_t common_word = 0; // the common phrases' number
    };
    struct Spelling { // of a folded word
        std::uint32_t term;
        std::uint32_t last_study = kNever; // with the word where words are spelt with care
        std::uint32_t studies = 0;         // of that kind
    };
    static constexpr std::uint32_t kNever = 0xffffffff;

    void add_words(const WordsValue& value);
    void end_lengths();
    void add_event(std::uint32_t term, PlaceCode code, std::uint32_t place);
    void add_to_set(std::uint32_t term);
    void find_concepts(PlaceCode code);
    void find_common_phrases(PlaceCode code);
    std::uint32_t term_of(std::string_view key);
    std::uint32_t spelling_of(std::string_view folded, std::uint32_t hash); // its position
    void look_up(std::span<const text::Word> words);
    std::uint8_t weigh(std::uint32_t study) const;
    void encode(std::uint32_t term, std::string& out);

    const PhraseTrie& trie_;
    const CommonPhraseMatcher& phrases_;
    FastAreas areas_;
    RecordReader reader_;
    text::Splitter splitter_;
    text::Stemmer stemmer_;

    TermTable words_; // folded words
    std::vector<Spelling> spellings_;
    TermTable keys_; // terms
    std::vector<Term> terms_;
    ByteChains chains_;
    std::vector<std::uint32_t> phrase_terms_;  // by common phrase; kNever: not seen yet
    std::vector<std::uint32_t> concept_words_; // of the value at hand, by place
    std::vector<std::uint32_t> common_words_;  // the same for common phrases
    std::vector<std::uint32_t> joined_words_;  // hyphenated wholes among them; empty when the value has none
    std::vector<std::uint32_t> hashes_;        // of the value's words
    std::vector<std::uint32_t> found_;         // their spellings

    std::vector<std::uint32_t> ids_;
    std::vector<std::uint32_t> lengths_;         // of the study at hand, by ranked field
    std::vector<float> counts_;                  // by study and ranked field: what one occurrence adds, see ranking.h
    std::array<std::int16_t, kMaxFields> ranks_; // by field, −1 for none
    SideTables side_;
    ProfileTableBuilder profiles_;

    // Scratch of decode().
    std::string events_;
    PostingParts parts_;
    struct Occurrences {
        FieldNumber field;
        std::uint32_t count;
    };
    std::vector<Occurrences> occurrences_;
};

} // namespace trialdex::index
