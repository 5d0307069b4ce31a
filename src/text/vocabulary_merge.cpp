// Entries of several vocabularies to concepts: which entries are one thing, and which of their names are safe to match.
#include "text/safe_keys.h"
#include "text/vocabulary.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace trialdex::text {

namespace {

enum class Family { Mesh, Diseases, Drugs };

Family family_of(VocabularyKind kind) {
    if (kind == VocabularyKind::DiseaseTable) return Family::Diseases;
    return kind == VocabularyKind::DrugTable ? Family::Drugs : Family::Mesh;
}

// Groups of entries, each led by its first.
class Groups {
public:
    explicit Groups(std::size_t size) : leaders_(size) {
        for (std::size_t i = 0; i < size; ++i) leaders_[i] = i;
    }

    std::size_t leader(std::size_t entry) {
        while (leaders_[entry] != entry) entry = leaders_[entry] = leaders_[leaders_[entry]];
        return entry;
    }

    void join(std::size_t one, std::size_t other) {
        one = leader(one);
        other = leader(other);
        leaders_[std::max(one, other)] = std::min(one, other);
    }

private:
    std::vector<std::size_t> leaders_;
};

struct Entry {
    const VocabularyEntry* entry;
    Family family;
    std::string key; // of the preferred name
};

std::vector<Entry> list_entries(std::span<const Vocabulary> vocabularies, SafeKeys& keys) {
    std::vector<Entry> entries;
    for (const Vocabulary& vocabulary : vocabularies) {
        for (const VocabularyEntry& entry : vocabulary.entries) {
            entries.push_back({&entry, family_of(vocabulary.kind), keys.of_name(entry.name, kMaxFormWords)});
        }
    }
    return entries;
}

// Two files of MeSH know the same descriptors.
std::unordered_map<std::string_view, std::size_t> join_by_id(std::span<const Entry> entries, Groups& groups) {
    std::unordered_map<std::string_view, std::size_t> by_id;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto [found, first] = by_id.emplace(entries[i].entry->id, i);
        if (!first) groups.join(found->second, i);
    }
    return by_id;
}

// The Disease Ontology's link to MeSH often means "belongs below": medulloblastoma and its four kinds link to one
// descriptor. One disease for one descriptor means the same.
void join_by_link(std::span<const Entry> entries, const std::unordered_map<std::string_view, std::size_t>& by_id,
                  Groups& groups) {
    std::unordered_map<std::string_view, std::unordered_set<std::string_view>> linked;
    for (const Entry& entry : entries) {
        for (const std::string& mesh : entry.entry->mesh) linked[mesh].insert(entry.entry->id);
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& mesh = entries[i].entry->mesh;
        if (mesh.size() != 1 || linked[mesh[0]].size() != 1) continue;
        if (const auto found = by_id.find(mesh[0]); found != by_id.end()) groups.join(found->second, i);
    }
}

void join_by_name(std::span<const Entry> entries, Groups& groups) {
    std::unordered_map<std::string_view, std::size_t> by_key;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].key.empty()) continue;
        const auto [found, first] = by_key.emplace(entries[i].key, i);
        if (!first && entries[found->second].family != entries[i].family) groups.join(found->second, i);
    }
}

void add_form(Concept& to, std::string key, const std::string& name) {
    constexpr std::size_t kMaxForms = 1000; // of one concept; MeSH has up to 200
    if (key.empty() || to.forms.size() == kMaxForms || std::ranges::find(to.forms, key, &Form::key) != to.forms.end())
        return;
    to.forms.push_back({std::move(key), name});
}

} // namespace

std::vector<Concept> merge_vocabularies(std::span<const Vocabulary> vocabularies) {
    SafeKeys keys;
    std::vector<Entry> entries = list_entries(vocabularies, keys);
    Groups groups(entries.size());
    join_by_link(entries, join_by_id(entries, groups), groups);
    join_by_name(entries, groups);
    std::vector<Concept> concepts;
    std::unordered_map<std::size_t, std::size_t> concept_of; // by leader
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto [found, first] = concept_of.emplace(groups.leader(i), concepts.size());
        if (first) concepts.push_back({entries[i].entry->id, entries[i].entry->name, {}});
        Concept& to = concepts[found->second];
        add_form(to, std::move(entries[i].key), entries[i].entry->name);
        for (const std::string& name : entries[i].entry->names)
            add_form(to, keys.of_other_name(name, kMaxFormWords), name);
    }
    std::erase_if(concepts, [](const Concept& one) { return one.forms.empty(); });
    return concepts;
}

} // namespace trialdex::text
