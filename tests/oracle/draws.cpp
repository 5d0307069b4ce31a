#include "oracle/draws.h"

#include "oracle/codes.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fmt/format.h>

namespace trialdex::oracle {

namespace {

constexpr int kTries = 6; // to find a word that selects

// Bytes of a value as a run of plain words: what the language or a phrase could take for something else is a blank.
std::string plain(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool special = std::string_view("()[],\"\\&<>\n\r\t").find(c) != std::string_view::npos;
        result += special ? ' ' : c;
    }
    return result;
}

// The operators and their names.
bool is_reserved(std::string_view word) {
    for (const char* name : {"AND", "OR", "NOT", "ALL", "MISSING", "AREA", "SEARCH", "COVERAGE", "COVER", "EXPANSION",
                             "TILT", "RANGE", "DISTANCE", "MIN", "MAX"}) {
        if (word == name) return true;
    }
    return false;
}

template <class Values>
void gather(const Study& study, const Values& values, std::vector<std::vector<const Study*>>& holders) {
    for (const auto& [node, list] : values) holders[node].push_back(&study);
}

} // namespace

std::string without_operators(std::string text) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \t", begin), text.size());
        if (is_reserved(std::string_view(text).substr(begin, end - begin))) {
            for (std::size_t i = begin; i < end; ++i) text[i] = static_cast<char>(text[i] + ('a' - 'A'));
        }
        begin = end + 1;
    }
    return text;
}

Draws::Draws(const std::vector<Study>& studies, std::uint64_t seed, Lexicon& lexicon, const text::Synonyms& synonyms)
    : random_(seed), studies_(studies) {
    const std::size_t nodes = schema::nodes().size();
    holders_.texts.resize(nodes);
    holders_.places.resize(nodes);
    holders_.sizes.resize(nodes);
    for (const Study& study : studies) {
        for (std::size_t node = 0; node < nodes; ++node) {
            if (!study.texts[node].empty()) holders_.texts[node].push_back(&study);
        }
        gather(study, study.places, holders_.places);
        gather(study, study.sizes, holders_.sizes);
        if (!study.points.empty()) with_points_.push_back(&study);
        for (const TermId term : study.terms) {
            if (term >= studies_with_.size()) studies_with_.resize(term + 1);
            ++studies_with_[term];
        }
    }
    for (const schema::Node& node : schema::nodes()) {
        if (!holders_.texts[node.id].empty()) (holds_codes(node) ? code_nodes_ : text_nodes_).push_back(&node);
        if (!holders_.places[node.id].empty()) line_nodes_.push_back(&node);
        if (!holders_.sizes[node.id].empty()) list_nodes_.push_back(&node);
    }
    gather_names(lexicon, synonyms);
}

void Draws::gather_names(Lexicon& lexicon, const text::Synonyms& synonyms) {
    const auto some_study_has = [&](std::string_view key) { // all words of the key, perhaps not together
        for (std::size_t begin = 0; begin < key.size();) {
            const std::size_t end = std::min(key.find(' ', begin), key.size());
            const TermId term = lexicon.number(key.substr(begin, end - begin));
            const bool any_word = key.substr(begin, end - begin) == "*";
            if (!any_word && (term >= studies_with_.size() || studies_with_[term] == 0)) return false;
            begin = end + 1;
        }
        return true;
    };
    for (const text::Concept& known : synonyms.concepts()) {
        if (std::none_of(known.forms.begin(), known.forms.end(),
                         [&](const text::Form& form) { return some_study_has(form.key); })) {
            continue;
        }
        std::vector<std::string>& names = names_.emplace_back();
        for (const text::Form& form : known.forms) names.push_back(without_operators(plain(form.name)));
    }
}

bool Draws::is_selective(TermId term) const {
    const std::size_t with = term < studies_with_.size() ? studies_with_[term] : 0;
    return with * 100 >= studies_.size() && with * 5 <= studies_.size();
}

const TextValue* Draws::text_value(const schema::Node& node) {
    const auto& holders = holders_.texts[node.id];
    return holders.empty() ? nullptr : &one_of(one_of(holders)->texts[node.id]);
}

std::string Draws::words(const schema::Node& node, std::size_t most) {
    const TextValue* value = nullptr;
    std::size_t first = 0;
    for (int tries = 0; tries < kTries; ++tries) {
        value = text_value(node);
        if (value == nullptr || value->split.words.empty()) continue;
        first = below(value->split.words.size());
        if (is_selective(value->split.words[first].term)) break;
    }
    if (value == nullptr || value->split.words.empty()) return "";
    std::string result;
    std::uint32_t covered = 0; // bytes already given with a joined word
    const std::size_t step = one_in(5) ? 2 : 1;
    std::size_t left = 1 + below(most);
    for (std::size_t at = first; at < value->split.words.size() && left > 0; at += step) {
        const Word& word = value->split.words[at];
        if (word.begin < covered) continue;
        const std::string text = plain(std::string_view(value->text).substr(word.begin, word.end - word.begin));
        result += result.empty() ? text : " " + text;
        covered = word.end;
        --left;
    }
    return without_operators(std::move(result));
}

std::string Draws::code(const schema::Node& node) {
    const TextValue* value = text_value(node);
    if (value == nullptr || node.enum_type == nullptr) return value == nullptr ? "true" : value->text;
    const schema::EnumValue* known = node.enum_type->find(value->text);
    if (known == nullptr) known = &node.enum_type->values[0];
    const std::string wording(one_in(3) ? known->label : known->value);
    const bool may_stand_alone = plain(wording) == wording && without_operators(wording) == wording;
    return may_stand_alone && one_in(2) ? wording : "\"" + wording + "\"";
}

Place Draws::place(const schema::Node& node) {
    return one_of(one_of(holders_.places[node.id])->places.at(node.id)).place;
}

std::string Draws::date(int day) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    const int year = static_cast<int>(date.year());
    const unsigned month = static_cast<unsigned>(date.month());
    const unsigned of_month = static_cast<unsigned>(date.day());
    switch (below(5)) {
    case 0: return fmt::format("{:04}", year);
    case 1: return fmt::format("{:04}-{:02}", year, month);
    case 2: return fmt::format("{:02}/{:02}/{:04}", month, of_month, year);
    default: return fmt::format("{:04}-{:02}-{:02}", year, month, of_month);
    }
}

std::string Draws::age(std::int64_t seconds) {
    constexpr std::int64_t kDay = 86400;
    constexpr std::int64_t kYear = 31557600;
    constexpr std::int64_t kMonth = kYear / 12;
    if (seconds % kYear == 0) return fmt::format("{}{}", seconds / kYear, one_in(3) ? "y" : " Years");
    if (seconds % kMonth == 0) return fmt::format("{}{}", seconds / kMonth, one_in(3) ? "m" : " months");
    if (seconds % (7 * kDay) == 0) return fmt::format("{}{}", seconds / (7 * kDay), one_in(3) ? "w" : " Weeks");
    return fmt::format("{}{}", seconds / kDay, one_in(3) ? "d" : " days");
}

std::string Draws::written(const schema::Node& node, Place place) {
    switch (node.value) {
    case schema::ValueKind::Integer: return fmt::format("{}", static_cast<std::int64_t>(place));
    case schema::ValueKind::Number: return fmt::format("{}", static_cast<double>(place));
    case schema::ValueKind::Time: return age(static_cast<std::int64_t>(place));
    default: return date(static_cast<int>(place));
    }
}

std::string Draws::bound(const schema::Node& node) { return written(node, place(node)); }

std::string Draws::range(const schema::Node& node) {
    Place lower = place(node);
    Place upper = place(node);
    if (upper < lower && !one_in(10)) std::swap(lower, upper); // now and then the wrong way round: nothing
    const std::string first = one_in(4) ? "MIN" : written(node, lower);
    const std::string last = one_in(4) ? "MAX" : written(node, upper);
    return fmt::format("RANGE[{}{}{}]", first, one_in(2) ? "," : " , ", last);
}

std::string Draws::circle() {
    if (with_points_.empty()) return "DISTANCE[0,0,1km]";
    const Point& point = one_of(one_of(with_points_)->points);
    const double latitude = std::clamp(point.latitude + static_cast<double>(below(100)) / 100 - 0.5, -90.0, 90.0);
    const double longitude = std::clamp(point.longitude + static_cast<double>(below(100)) / 100 - 0.5, -180.0, 180.0);
    const std::size_t radius = 1 + below(one_in(2) ? 100 : 500);
    const char* unit = one_in(2) ? "km" : "mi";
    if (one_in(5)) return fmt::format("DISTANCE[{:.2f}, {:.2f}, {}]", latitude, longitude, radius * 1000);
    return fmt::format("DISTANCE[{:.4f},{:.4f},{}{}]", latitude, longitude, radius, unit);
}

std::size_t Draws::list_size(const schema::Node& node) {
    return one_of(one_of(holders_.sizes[node.id])->sizes.at(node.id)).elements;
}

std::string Draws::name() { return names_.empty() ? "" : one_of(one_of(names_)); }

std::string Draws::id() { return one_of(studies_).id.text(); }

} // namespace trialdex::oracle
