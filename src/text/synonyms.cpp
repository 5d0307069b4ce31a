#include "text/synonyms.h"

#include "base/hash.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace trialdex::text {

namespace {

// "PCA" names too many things (six in MeSH and the disease names) to mean one of them.
constexpr std::size_t kMaxConceptsOfForm = 5;

std::uint32_t places_of(std::string_view key) { return 1 + static_cast<std::uint32_t>(std::ranges::count(key, ' ')); }

} // namespace

struct Synonyms::Table {
    struct Range {
        std::uint32_t first;
        std::uint32_t count;
    };

    std::vector<Concept> concepts;
    std::vector<ConceptId> ids; // of all forms, one after the other
    std::unordered_map<std::string_view, Range> forms;
    std::uint32_t longest = 0;
    std::uint64_t fingerprint = 0;

    void index_forms();
    void take_fingerprint();
};

void Synonyms::Table::index_forms() {
    std::vector<std::pair<std::string_view, ConceptId>> pairs;
    for (std::size_t id = 0; id < concepts.size(); ++id) {
        for (const Form& form : concepts[id].forms) {
            if (!form.key.empty()) pairs.emplace_back(form.key, static_cast<ConceptId>(id));
        }
    }
    std::ranges::sort(pairs);
    pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
    ids.reserve(pairs.size());
    forms.reserve(pairs.size());
    for (auto from = pairs.begin(); from != pairs.end();) {
        const auto to = std::find_if(from, pairs.end(), [&](const auto& pair) { return pair.first != from->first; });
        if (static_cast<std::size_t>(to - from) <= kMaxConceptsOfForm) {
            forms.emplace(from->first,
                          Range{static_cast<std::uint32_t>(ids.size()), static_cast<std::uint32_t>(to - from)});
            longest = std::max(longest, places_of(from->first));
            std::transform(from, to, std::back_inserter(ids), [](const auto& pair) { return pair.second; });
        }
        from = to;
    }
}

void Synonyms::Table::take_fingerprint() {
    std::string all;
    for (const Concept& one : concepts) {
        for (const Form& form : one.forms) all.append(form.key).append(1, '\n');
        all += '\0';
    }
    fingerprint = hash64(all);
}

Synonyms::Synonyms() : Synonyms(std::vector<Concept>()) {}

Synonyms::Synonyms(std::vector<Concept> concepts) {
    auto table = std::make_shared<Table>();
    table->concepts = std::move(concepts);
    table->index_forms();
    table->take_fingerprint();
    table_ = std::move(table);
}

std::span<const Concept> Synonyms::concepts() const { return table_->concepts; }

std::span<const ConceptId> Synonyms::find(std::string_view key) const {
    const auto found = table_->forms.find(key);
    if (found == table_->forms.end()) return {};
    return std::span(table_->ids).subspan(found->second.first, found->second.count);
}

std::uint32_t Synonyms::longest() const { return table_->longest; }

std::uint64_t Synonyms::fingerprint() const { return table_->fingerprint; }

} // namespace trialdex::text
