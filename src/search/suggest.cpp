// Names while somebody types, and the word that was meant: the segments' lists together.
#include "search/engine.h"

#include <algorithm>
#include <map>

namespace trialdex::search {

namespace {

Suggestion::Kind kind_of(index::NameKind kind) {
    switch (kind) {
    case index::NameKind::Condition: return Suggestion::Kind::Condition;
    case index::NameKind::Intervention: return Suggestion::Kind::Intervention;
    case index::NameKind::Sponsor: return Suggestion::Kind::Sponsor;
    }
    return Suggestion::Kind::Condition;
}

} // namespace

std::vector<Suggestion> Engine::suggest(std::string_view prefix, std::size_t limit) const {
    std::vector<Suggestion> all;
    if (const auto id = NctId::parse_lenient(prefix)) {
        Query query;
        query.only_ids = {*id};
        if (only(query).total > 0) all.push_back({Suggestion::Kind::Study, id->text(), *id, 1});
    }
    std::map<std::pair<Suggestion::Kind, std::string>, std::uint64_t> names;
    for (const Part& part : parts_) {
        for (const auto& name : part.segment->names.find(prefix, limit))
            names[{kind_of(name.kind), std::string(name.text)}] += name.studies;
    }
    std::vector<Suggestion> found;
    found.reserve(names.size());
    for (const auto& [name, studies] : names) found.push_back({name.first, name.second, {}, studies});
    std::stable_sort(found.begin(), found.end(),
                     [](const Suggestion& a, const Suggestion& b) { return a.studies > b.studies; });
    for (auto& suggestion : found) {
        if (all.size() < limit) all.push_back(std::move(suggestion));
    }
    return all;
}

std::optional<std::string> Engine::spelling(std::string_view word) const {
    std::optional<std::string> best;
    std::uint64_t studies = 0;
    for (const Part& part : parts_) {
        auto nearest = part.segment->names.nearest_word(word);
        if (!nearest) continue;
        const std::uint64_t uses = part.segment->names.word_count(*nearest);
        if (uses > studies) {
            best = std::move(nearest);
            studies = uses;
        }
    }
    return best;
}

} // namespace trialdex::search
