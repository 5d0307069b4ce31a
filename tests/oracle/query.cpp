#include "oracle/query.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <stdexcept>

namespace trialdex::oracle {

namespace {

// All values of a piece that facets list, as texts.
std::vector<std::string> distinct_texts(const Study& study, const schema::Node& node) {
    std::set<std::string> texts;
    for (const TextValue& value : study.texts[node.id]) texts.insert(value.text);
    return {texts.begin(), texts.end()};
}

std::vector<std::string> distinct_years(const Study& study, const schema::Node& node) {
    std::set<std::string> years;
    if (const auto found = study.places.find(node.id); found != study.places.end()) {
        for (const LineValue& value : found->second) {
            const std::chrono::sys_days day{std::chrono::days(static_cast<int>(value.place))};
            years.insert(std::to_string(static_cast<int>(std::chrono::year_month_day(day).year())));
        }
    }
    return {years.begin(), years.end()};
}

// Orders by `place_of`, nullopt last in both directions, ties by id.
template <class PlaceOf> void sort_by(std::vector<const Study*>& studies, bool ascending, PlaceOf&& place_of) {
    std::sort(studies.begin(), studies.end(), [&](const Study* left, const Study* right) {
        const auto left_place = place_of(*left);
        const auto right_place = place_of(*right);
        if (left_place.has_value() != right_place.has_value()) return left_place.has_value();
        if (left_place && *left_place != *right_place) return (*left_place < *right_place) == ascending;
        return left->id < right->id;
    });
}

} // namespace

Registry::Registry(std::vector<Study> studies, Lexicon& lexicon, const text::Synonyms& synonyms)
    : studies_(std::move(studies)) {
    for (const schema::Facet& facet : schema::facets()) {
        for (const schema::FacetChoice& choice : facet.choices) {
            auto tree = read_expression(choice.expression, {area_named("BasicSearch"), nullptr});
            if (!tree) throw std::runtime_error(std::string(choice.expression) + ": " + tree.error());
            prepare(*tree, lexicon, synonyms, true);
            choices_[std::string(facet.id)].emplace(choice.key, std::move(*tree));
        }
    }
}

std::vector<std::string> Registry::keys_of(const Study& study, const schema::Facet& facet) const {
    if (facet.kind == schema::FacetKind::Values) return distinct_texts(study, *schema::find_piece(facet.piece));
    if (facet.kind == schema::FacetKind::Years) return distinct_years(study, *schema::find_piece(facet.piece));
    std::vector<std::string> keys;
    for (const auto& [key, expression] : choices_.at(std::string(facet.id))) {
        if (holds(expression, study)) keys.push_back(key);
    }
    return keys;
}

bool Registry::chosen(const Study& study, const Choice& choice) const {
    const auto keys = keys_of(study, *schema::find_facet(choice.facet));
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
        return std::find(choice.keys.begin(), choice.keys.end(), key) != choice.keys.end();
    });
}

bool Registry::matches(const Study& study, const Query& query, std::string_view but_for_facet) const {
    if (!query.only_ids.empty()) {
        return std::find(query.only_ids.begin(), query.only_ids.end(), study.id) != query.only_ids.end();
    }
    return std::all_of(query.clauses.begin(), query.clauses.end(),
                       [&](const Tree& clause) { return holds(clause, study); }) &&
           std::all_of(query.choices.begin(), query.choices.end(),
                       [&](const Choice& choice) { return choice.facet == but_for_facet || chosen(study, choice); });
}

std::vector<const Study*> Registry::matching(const Query& query) const {
    std::vector<const Study*> found;
    for (const Study& study : studies_) {
        if (matches(study, query, "")) found.push_back(&study);
    }
    return found;
}

std::map<std::string, std::uint64_t> Registry::facet_counts(const Query& query, const schema::Facet& facet) const {
    std::map<std::string, std::uint64_t> counts;
    for (const schema::FacetChoice& choice : facet.choices) counts.emplace(choice.key, 0);
    for (const Study& study : studies_) {
        if (!matches(study, query, facet.id)) continue;
        for (const std::string& key : keys_of(study, facet)) ++counts[key];
    }
    return counts;
}

void sort_by_piece(std::vector<const Study*>& studies, const schema::Node& node, bool ascending) {
    sort_by(studies, ascending, [&](const Study& study) -> std::optional<Place> {
        const auto found = study.places.find(node.id);
        return found == study.places.end() ? std::nullopt : std::optional(found->second.front().place);
    });
}

void sort_by_distance(std::vector<const Study*>& studies, double latitude, double longitude, bool ascending) {
    sort_by(studies, ascending, [&](const Study& study) { return nearest(study, latitude, longitude); });
}

std::optional<double> nearest(const Study& study, double latitude, double longitude) {
    std::optional<double> best;
    for (const Point& point : study.points) {
        const double metres = great_circle(latitude, longitude, point);
        if (!best || metres < *best) best = metres;
    }
    return best;
}

} // namespace trialdex::oracle
