#include "related/terms.h"

#include "index/fields.h"
#include "index/profiles/word_reader.h"
#include "index/ranking.h"
#include "schema/schema.h"

#include <algorithm>
#include <span>
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

struct TellingField {
    const index::RankedField* ranked;
    std::vector<std::string_view> path; // names of members from the top
    text::Markup markup;
};

std::vector<TellingField> telling_fields() {
    std::vector<TellingField> fields;
    for (const std::string_view piece : kPieces) {
        const schema::Node* node = schema::find_piece(piece);
        const auto field = node ? index::field_of(*node) : std::nullopt;
        const auto rank = field ? index::rank_of(*field) : std::nullopt;
        if (!rank) continue;
        TellingField telling{&index::ranked_fields()[*rank], {}, text::Markup::Plain};
        if (node->value == schema::ValueKind::Markup) telling.markup = text::Markup::CommonMark;
        for (std::string_view rest = node->path; !rest.empty();) {
            const std::size_t end = std::min(rest.find('.'), rest.size());
            telling.path.push_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        fields.push_back(std::move(telling));
    }
    return fields;
}

// visit(text) of every value at the path; lists on the way are walked.
template <class Visit> void each_value(study::Value value, std::span<const std::string_view> path, const Visit& visit) {
    if (value.is_array()) {
        for (const study::Value element : value) each_value(element, path, visit);
    } else if (!path.empty()) {
        if (const study::Value below = value[path.front()]) each_value(below, path.subspan(1), visit);
    } else if (value.is_string()) {
        visit(value.text());
    }
}

} // namespace

double related_impact(double count) {
    constexpr double kSaturation = 5;
    return count / (kSaturation + count);
}

std::vector<WeightedTerm> weighted_terms(study::Value record) {
    static const auto kTelling = telling_fields();
    index::WordReader& reader = index::WordReader::of_thread();
    std::unordered_map<std::string, float> counts;
    std::unordered_map<std::string, std::uint32_t> in_field;
    for (const TellingField& field : kTelling) {
        // A field's values count together, as in the index.
        in_field.clear();
        std::uint32_t length = 0;
        each_value(record, field.path, [&](std::string_view text) {
            reader.each(text, field.markup, [&](const index::WordReader::Read& word) { ++in_field[word.term]; });
            length += reader.places();
        });
        if (in_field.empty()) continue;
        const float once = index::occurrence_count(*field.ranked, std::max<std::uint32_t>(length, 1));
        for (const auto& [term, times] : in_field) counts[term] += static_cast<float>(times) * once;
    }
    std::vector<WeightedTerm> terms;
    terms.reserve(counts.size());
    for (const auto& [term, count] : counts)
        terms.push_back({term, static_cast<float>(related_impact(static_cast<double>(count)))});
    std::sort(terms.begin(), terms.end(), [](const WeightedTerm& a, const WeightedTerm& b) { return a.term < b.term; });
    return terms;
}

} // namespace trialdex::related
