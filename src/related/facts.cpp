#include "related/facts.h"

#include "related/rarities.h"

#include <algorithm>
#include <iterator>

namespace trialdex::related {

namespace {

using index::TermKind;

std::vector<Name> named(const std::vector<std::string>& texts) {
    std::vector<Name> names;
    names.reserve(texts.size());
    for (const std::string& text : texts) names.push_back({text, index::WordReader::of_thread().key(text)});
    return names;
}

} // namespace

Facts facts_of(index::Profile profile, const std::optional<study::NctId>& id, const Rarities& rarities) {
    Facts facts;
    facts.id = id;
    facts.profile = std::move(profile);
    for (std::size_t kind = 0; kind < index::kTermKinds; ++kind) {
        facts.features[kind].reserve(facts.profile.terms[kind].size());
        for (const index::TermNumber term : facts.profile.terms[kind])
            facts.features[kind].push_back({term, rarities.of(term)});
    }
    for (const index::Mark& word : facts.profile.words) {
        if (!word.text.empty()) facts.word_rarities.push_back(rarities.of(word.term));
    }
    const Features& ancestors = facts.of(TermKind::ConditionAncestor);
    Features& mesh = facts.features[static_cast<std::size_t>(TermKind::ConditionMesh)];
    Features both;
    both.reserve(mesh.size() + ancestors.size());
    std::set_union(mesh.begin(), mesh.end(), ancestors.begin(), ancestors.end(), std::back_inserter(both));
    mesh.swap(both);
    return facts;
}

void spell_out(Facts& facts) {
    facts.title_key = index::WordReader::of_thread().key(facts.profile.title);
    facts.conditions = named(facts.profile.conditions);
    facts.interventions = named(facts.profile.interventions);
    facts.outcomes = named(facts.profile.outcomes);
}

Brief brief_of(const index::Profile& profile) {
    Brief brief;
    brief.title = profile.title;
    brief.official_title = profile.official_title;
    brief.status = profile.status;
    brief.verified = profile.verified;
    const auto* type =
        index::value_of(index::codes_of(index::CodeField::StudyType), profile.code(index::CodeField::StudyType));
    if (type) brief.study_type = type->value;
    const auto& phases = index::phase_codes().values;
    for (std::size_t phase = 0; phase < phases.size(); ++phase) {
        if (profile.phases >> phase & 1U) brief.phases.emplace_back(phases[phase].value);
    }
    brief.has_results = profile.has_results;
    return brief;
}

} // namespace trialdex::related
