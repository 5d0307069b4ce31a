#include "text/record_synonyms.h"

#include "text/record_synonym_rules.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace trialdex::text {

namespace {

constexpr std::size_t kMaxWords = 6; // of a name; longer ones describe
constexpr std::size_t kMaxNameBytes = 120;
constexpr std::size_t kMaxPairs = 400; // conditions times MeSH terms of a study; beyond, they tell nothing

std::uint64_t pair_of(std::uint32_t one, std::uint32_t other) { return std::uint64_t{one} << 32U | other; }

// Fewest capitals, then first in order: no matter which study came first.
bool is_calmer(std::string_view one, std::string_view other) {
    const auto capitals = [](std::string_view text) {
        return std::ranges::count_if(text, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
    };
    return std::pair(capitals(one), one) < std::pair(capitals(other), other);
}

template <class Number> void make_distinct(std::vector<Number>& numbers) {
    std::ranges::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
}

void count_studies(std::vector<RecordNames::Name>& names, std::span<const std::uint32_t> found) {
    for (const std::uint32_t name : found) ++names[name].studies;
}

using Name = RecordNames::Name;

// The MeSH term that more studies say; then the rarer one, which is the more specific.
bool fits_better(const Name& mesh, RecordNames::Both both, const Name& than, RecordNames::Both than_both) {
    if (both.studies != than_both.studies) return both.studies > than_both.studies;
    return std::pair(mesh.studies, std::string_view(mesh.key)) < std::pair(than.studies, std::string_view(than.key));
}

// Of "disc herniation" and "lumbar disc herniation" beside one term the second is narrower than the term.
void drop_narrower(std::vector<const Name*>& names) {
    const std::vector<const Name*> all = names;
    std::erase_if(names, [&](const Name* name) {
        return std::ranges::any_of(all, [&](const Name* other) { return is_narrower(name->key, other->key); });
    });
}

void add_concepts(RecordNames::Followers followers, std::vector<Concept>& concepts) {
    for (auto& [leader, names] : followers) {
        std::ranges::sort(names, RecordNames::ByKey());
        Concept made{"records", leader->written, {{leader->key, leader->written}}};
        for (const Name* name : names) made.forms.push_back({name->key, name->written});
        concepts.push_back(std::move(made));
    }
}

} // namespace

std::uint32_t RecordNames::Names::find(std::string_view written, SafeKeys& keys) {
    if (written.size() > kMaxNameBytes) return kNone;
    const auto [found, first] = by_written_.emplace(written, kNone);
    if (!first) return found->second;
    std::string key = keys.of_other_name(written, kMaxWords);
    if (!key.empty()) found->second = take({std::move(key), std::string(written), 0});
    return found->second;
}

std::uint32_t RecordNames::Names::take(const Name& name) {
    const auto [found, first] = by_key_.emplace(name.key, static_cast<std::uint32_t>(names_.size()));
    if (first) {
        names_.push_back(name);
        return found->second;
    }
    Name& known = names_[found->second];
    known.studies += name.studies;
    if (is_calmer(name.written, known.written)) known.written = name.written;
    return found->second;
}

void RecordNames::add(const StudyNames& study) {
    add_conditions(study);
    add_interventions(study);
}

std::vector<std::uint32_t> RecordNames::find_all(Names& names, SafeKeys& keys,
                                                 std::span<const std::string_view> written) {
    std::vector<std::uint32_t> found;
    for (const std::string_view name : written) {
        if (const std::uint32_t at = names.find(name, keys); at != Names::kNone) found.push_back(at);
    }
    make_distinct(found);
    return found;
}

void RecordNames::add_conditions(const StudyNames& study) {
    const auto conditions = find_all(conditions_, keys_, study.conditions);
    const auto mesh = find_all(mesh_, keys_, study.condition_mesh);
    count_studies(conditions_.all(), conditions);
    count_studies(mesh_.all(), mesh);
    if (conditions.size() * mesh.size() > kMaxPairs) return;
    const bool alone = study.conditions.size() == 1 && study.condition_mesh.size() == 1;
    for (const std::uint32_t condition : conditions) {
        for (const std::uint32_t term : mesh) {
            Both& both = condition_pairs_[pair_of(condition, term)];
            ++both.studies;
            both.alone += alone ? 1 : 0;
        }
    }
}

void RecordNames::add_interventions(const StudyNames& study) {
    std::vector<std::uint32_t> all;
    std::map<std::uint32_t, std::vector<std::uint32_t>> named; // by other name: the interventions that have it
    for (const InterventionNames& intervention : study.interventions) {
        const auto names = find_all(interventions_, keys_, std::span(&intervention.name, 1));
        auto written = intervention.others;
        std::erase_if(written, is_umbrella);
        const auto others = find_all(interventions_, keys_, written);
        all.insert(all.end(), names.begin(), names.end());
        all.insert(all.end(), others.begin(), others.end());
        if (names.empty() || is_umbrella(intervention.name)) continue;
        for (const std::uint32_t other : others) named[other].push_back(names[0]);
    }
    make_distinct(all);
    count_studies(interventions_.all(), all);
    std::vector<std::uint64_t> pairs;
    for (const auto& [other, names] : named) {
        if (!name_one_thing(names)) continue;
        for (const std::uint32_t name : names) {
            if (name != other) pairs.push_back(pair_of(std::min(name, other), std::max(name, other)));
        }
    }
    make_distinct(pairs);
    for (const std::uint64_t pair : pairs) ++intervention_pairs_[pair].studies;
}

// What goes with several interventions is the name of none: sufentanil beside propofol and beside remimazolam.
bool RecordNames::name_one_thing(std::span<const std::uint32_t> names) const {
    const std::string& first = interventions_.all()[names[0]].key;
    return std::ranges::all_of(names,
                               [&](std::uint32_t name) { return share_a_term(interventions_.all()[name].key, first); });
}

void RecordNames::merge(const RecordNames& other) {
    const auto take_all = [](const Names& from, Names& to) {
        std::vector<std::uint32_t> positions;
        for (const Name& name : from.all()) positions.push_back(to.take(name));
        return positions;
    };
    const auto conditions = take_all(other.conditions_, conditions_);
    const auto mesh = take_all(other.mesh_, mesh_);
    const auto interventions = take_all(other.interventions_, interventions_);
    merge_pairs(other.condition_pairs_, conditions, mesh, condition_pairs_);
    merge_pairs(other.intervention_pairs_, interventions, interventions, intervention_pairs_);
}

void RecordNames::merge_pairs(const Pairs& from, std::span<const std::uint32_t> first,
                              std::span<const std::uint32_t> second, Pairs& to) {
    const bool same_names = first.data() == second.data(); // then the lower position stands first
    for (const auto& [pair, both] : from) {
        auto one = first[pair >> 32U];
        auto two = second[pair & UINT32_MAX];
        if (same_names && one > two) std::swap(one, two);
        Both& sum = to[pair_of(one, two)];
        sum.studies += both.studies;
        sum.alone += both.alone;
    }
}

std::vector<Concept> RecordNames::concepts() const {
    std::vector<Concept> concepts;
    add_concepts(same_conditions(), concepts);
    add_concepts(same_interventions(), concepts);
    return concepts;
}

RecordNames::Followers RecordNames::same_conditions() const {
    std::map<const Name*, std::pair<const Name*, Both>, ByKey> best; // MeSH term of each condition
    for (const auto& [pair, both] : condition_pairs_) {
        const Name& condition = conditions_.all()[pair >> 32U];
        const Name& mesh = mesh_.all()[pair & UINT32_MAX];
        if (!is_same_condition(condition, mesh, both)) continue;
        const auto [found, first] = best.try_emplace(&condition, &mesh, both);
        if (!first && fits_better(mesh, both, *found->second.first, found->second.second))
            found->second = {&mesh, both};
    }
    Followers conditions;
    for (const auto& [condition, mesh] : best) conditions[mesh.first].push_back(condition);
    for (auto& [mesh, names] : conditions) drop_narrower(names);
    return conditions;
}

RecordNames::Followers RecordNames::same_interventions() const {
    std::vector<std::pair<const Name*, const Name*>> same;
    std::unordered_map<const Name*, std::size_t> company; // how many names go with it
    for (const auto& [pair, both] : intervention_pairs_) {
        const Name& one = interventions_.all()[pair >> 32U];
        const Name& other = interventions_.all()[pair & UINT32_MAX];
        if (!is_same_intervention(one, other, both)) continue;
        same.emplace_back(&one, &other);
        ++company[&one];
        ++company[&other];
    }
    // The generic leads its brands: "amiodarone" is one concept with six brands, not a form of six concepts.
    const auto weight = [&](const Name* name) {
        return std::tuple(name->studies, company[name], std::string_view(name->key));
    };
    Followers interventions;
    for (auto [leader, follower] : same) {
        if (weight(leader) < weight(follower)) std::swap(leader, follower);
        interventions[leader].push_back(follower);
    }
    return interventions;
}

} // namespace trialdex::text
