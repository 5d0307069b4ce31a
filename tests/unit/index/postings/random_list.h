// A random posting list, kept as plain maps beside its encoded bytes: what the cursor says is held against the maps.
#pragma once

#include "index/postings/cursor.h"
#include "index/postings/place_stream.h"
#include "index/postings/posting_list.h"

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace trialdex::index {

class Dice {
public:
    explicit Dice(unsigned seed) : random_(seed) {}
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }

private:
    std::mt19937_64 random_;
};

struct Posting {
    std::uint8_t impact = 1;
    std::map<std::uint32_t, std::vector<std::uint32_t>> places; // by place code, both ascending
};
using Postings = std::map<std::uint32_t, Posting>; // by study

inline std::set<std::uint32_t> random_studies(Dice& dice, std::uint32_t count, std::uint32_t below) {
    std::set<std::uint32_t> studies;
    while (studies.size() < count) {
        std::uint32_t study = dice.below(below); // in stretches, so that packed blocks come in many widths
        for (std::uint32_t run = 1 + dice.below(5); run > 0 && studies.size() < count && study < below; --run)
            studies.insert(study++);
    }
    return studies;
}

// Mostly small numbers, now and then a large one, as codes and places are.
inline std::vector<std::uint32_t> ascending(Dice& dice, std::uint32_t first) {
    std::vector<std::uint32_t> numbers;
    std::uint32_t number = first;
    for (std::uint32_t left = 1 + dice.below(dice.below(10) == 0 ? 40 : 4); left > 0; --left) {
        number += dice.below(dice.below(8) == 0 ? 1u << 24 : 60);
        numbers.push_back(number++);
    }
    return numbers;
}

inline Postings random_postings(Dice& dice, std::uint32_t count, std::uint32_t below) {
    Postings postings;
    for (const std::uint32_t study : random_studies(dice, count, below)) {
        Posting& posting = postings[study];
        posting.impact = static_cast<std::uint8_t>(1 + dice.below(255));
        for (const std::uint32_t code : ascending(dice, 0)) posting.places[code] = ascending(dice, 0);
    }
    return postings;
}

inline void append_group(std::string& out, const std::vector<std::uint32_t>& numbers) {
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        append_number(out, numbers[i] - before, i + 1 == numbers.size());
        before = numbers[i];
    }
}

inline PostingParts parts_of(const Postings& postings) {
    PostingParts parts;
    for (const auto& [study, posting] : postings) {
        parts.studies.push_back(study);
        parts.impacts.push_back(static_cast<char>(posting.impact));
        std::vector<std::uint32_t> codes;
        for (const auto& [code, places] : posting.places) {
            codes.push_back(code);
            append_group(parts.places, places);
        }
        append_group(parts.codes, codes);
    }
    return parts;
}

inline std::string encoded(const Postings& postings, std::uint32_t studies_in_segment) {
    std::string bytes;
    encode_words(parts_of(postings), studies_in_segment, bytes);
    return bytes;
}

} // namespace trialdex::index
