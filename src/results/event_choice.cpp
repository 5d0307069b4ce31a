#include "results/event_choice.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace trialdex::results {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (c != ' ') {
            word += lower(c);
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

bool has_words(const EventRow& row, const std::vector<std::string>& words) {
    if (words.empty()) return true;
    std::string text = lowered(row.term);
    for (const std::string_view part : {row.organ_system, row.notes}) text += '\n' + lowered(part);
    return std::all_of(words.begin(), words.end(),
                       [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

// -1 for a row without a rate: it comes last.
double rate(const EventRow& row, std::optional<std::size_t> group) {
    double highest = -1;
    for (std::size_t i = 0; i < row.figures.size(); ++i) {
        const auto& risk = row.figures[i].risk;
        if (risk && (!group || *group == i)) highest = std::max(highest, risk->share());
    }
    return highest;
}

struct Keyed {
    const EventRow* row = nullptr;
    double rate = 0;
    std::string system, term;
};

} // namespace

std::vector<const EventRow*> chosen_events(const AdverseEvents& events, const EventChoice& choice) {
    const std::vector<std::string> words = words_of(choice.words);
    std::vector<Keyed> keyed;
    for (const EventRow& row : events.rows) {
        if (choice.list && row.list != *choice.list) continue;
        if (!choice.system.empty() && row.organ_system != choice.system) continue;
        if (!has_words(row, words)) continue;
        Keyed key{&row, 0, {}, {}};
        if (choice.order == EventOrder::Rate || choice.order == EventOrder::System) key.rate = rate(row, choice.group);
        if (choice.order == EventOrder::Term) key.term = lowered(row.term);
        if (choice.order == EventOrder::System) key.system = lowered(row.organ_system);
        keyed.push_back(std::move(key));
    }
    if (choice.order != EventOrder::Record) {
        std::stable_sort(keyed.begin(), keyed.end(), [](const Keyed& a, const Keyed& b) {
            return std::tie(a.system, a.term, b.rate) < std::tie(b.system, b.term, a.rate);
        });
    }
    std::vector<const EventRow*> rows;
    rows.reserve(keyed.size());
    for (const Keyed& key : keyed) rows.push_back(key.row);
    return rows;
}

std::vector<OrganSystem> organ_systems(const AdverseEvents& events) {
    std::map<std::string_view, OrganSystem> systems;
    for (const EventRow& row : events.rows) {
        OrganSystem& system = systems[row.organ_system];
        system.name = row.organ_system;
        ++(row.list == EventList::Serious ? system.serious : system.other);
    }
    std::vector<OrganSystem> all;
    all.reserve(systems.size());
    for (const auto& [name, system] : systems) all.push_back(system);
    return all;
}

} // namespace trialdex::results
