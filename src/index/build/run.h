// A run: the postings of consecutive studies, gathered in memory, then written as a segment file. One thread fills it.
#pragma once

#include "index/build/byte_chains.h"
#include "index/build/phrase_matcher.h"
#include "index/build/record_values.h"
#include "index/build/side_tables.h"
#include "index/build/term_table.h"
#include "index/postings/posting_list.h"
#include "index/ranking.h"
#include "index/segment/segment_writer.h"
#include "study/nct_id.h"

#include <vector>

namespace trialdex::index {

// The areas whose membership is a bit beside the impact, so that a word in them needs no place codes.
struct FastAreas {
    FieldMask masks[2];
};

class Run {
public:
    // `trie` must outlive the run.
    Run(const PhraseTrie& trie, const FastAreas& areas);

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
    };
    struct Spelling { // of a folded word
        std::uint32_t term;
        bool function_word;
    };

    void add_words(const WordsValue& value);
    void add_event(std::uint32_t term, PlaceCode code, std::uint32_t place);
    void add_to_set(std::uint32_t term);
    void find_phrases(PlaceCode code);
    std::uint32_t term_of(std::string_view key);
    const Spelling& spelling_of(std::string_view folded);
    void decode(const Term& term, bool with_places, PostingParts& parts);
    std::uint8_t weigh(std::uint32_t study) const;
    void encode(std::uint32_t term, std::string& out);

    const PhraseTrie& trie_;
    FastAreas areas_;
    RecordReader reader_;
    text::Splitter splitter_;
    text::Stemmer stemmer_;

    TermTable words_; // folded words
    std::vector<Spelling> spellings_;
    TermTable keys_; // terms
    std::vector<Term> terms_;
    ByteChains chains_;
    std::vector<std::uint32_t> phrase_words_; // of the value at hand, by place

    std::vector<std::uint32_t> ids_;
    std::vector<std::uint16_t> lengths_; // by study and ranked field
    SideTables side_;

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
