#include "related/terms.h"

#include "index/build/record_values.h"
#include "index/ranking.h"
#include "text/words.h"

#include <algorithm>
#include <unordered_map>

namespace trialdex::related {

namespace {

constexpr std::string_view kPieces[] = {
    "BriefTitle",
    "OfficialTitle",
    "Acronym",
    "Condition",
    "Keyword",
    "InterventionName",
    "InterventionOtherName",
    "ConditionMeshTerm",
    "InterventionMeshTerm",
    "ConditionAncestorTerm",
    "BriefSummary",
    "PrimaryOutcomeMeasure",
};

std::array<bool, index::kMaxFields> telling_fields() {
    std::array<bool, index::kMaxFields> telling{};
    for (const std::string_view piece : kPieces) {
        const schema::Node* node = schema::find_piece(piece);
        if (const auto field = node ? index::field_of(*node) : std::nullopt) telling[*field] = true;
    }
    return telling;
}

} // namespace

double related_impact(double count) {
    constexpr double kSaturation = 5;
    return count / (kSaturation + count);
}

std::vector<WeightedTerm> weighted_terms(study::Value record) {
    static const auto kTelling = telling_fields();
    thread_local index::RecordReader reader;
    thread_local text::Splitter splitter;
    thread_local text::Stemmer stemmer;
    // Occurrences by term and ranked field; a field's values count together, as in the index.
    struct Occurrence {
        std::string term;
        std::uint16_t rank;
    };
    std::vector<Occurrence> occurrences;
    std::array<std::uint32_t, index::kMaxFields> lengths{};
    for (const index::WordsValue& value : reader.read(record).words) {
        const index::FieldNumber field = index::field_at(value.code);
        const auto rank = index::rank_of(field);
        if (!kTelling[field] || !rank) continue;
        for (const text::Word& word : splitter.split(value.text, value.markup)) {
            if (!text::is_function_word(word.folded))
                occurrences.push_back({std::string(stemmer.term(word.folded)), static_cast<std::uint16_t>(*rank)});
        }
        lengths[*rank] += splitter.places();
    }
    std::unordered_map<std::string, float> counts;
    for (const Occurrence& found : occurrences)
        counts[found.term] += index::occurrence_count(index::ranked_fields()[found.rank],
                                                      std::max<std::uint32_t>(lengths[found.rank], 1));
    std::vector<WeightedTerm> terms;
    terms.reserve(counts.size());
    for (const auto& [term, count] : counts)
        terms.push_back({term, static_cast<float>(related_impact(static_cast<double>(count)))});
    std::sort(terms.begin(), terms.end(), [](const WeightedTerm& a, const WeightedTerm& b) { return a.term < b.term; });
    return terms;
}

} // namespace trialdex::related
