#include "related/likeness.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace trialdex::related {

namespace {

using index::CodeField;
using index::Profile;
using index::TermKind;

// What a study's first sixteen have on average, by aspect: measured over 150 of 3,553 records of the registry.
constexpr std::array<double, kAspectCount> kAverageAgreement = {0.45, 0.12, 0.52, 0.08, 0.59, 0.55};

constexpr double kOldest = 100;                 // years; stands for "no upper limit"
constexpr double kYear = 365.25 * 24 * 60 * 60; // seconds

class Mean { // weighted, of what can be compared
public:
    void add(std::optional<double> value, double weight) {
        if (!value) return;
        sum_ += weight * *value;
        weights_ += weight;
    }
    std::optional<double> get() const { return weights_ > 0 ? std::optional(sum_ / weights_) : std::nullopt; }

private:
    double sum_ = 0;
    double weights_ = 0;
};

std::optional<double> same(index::Code a, index::Code b) {
    if (a == 0 || b == 0) return std::nullopt;
    return a == b ? 1.0 : 0.0;
}

// Everybody and one sex have half in common.
std::optional<double> sexes(index::Code a, index::Code b) {
    static const index::Code kAll = index::code_of(index::codes_of(CodeField::Sex), "ALL");
    if (a == 0 || b == 0) return std::nullopt;
    if (a == b) return 1.0;
    return a == kAll || b == kAll ? 0.5 : 0.0;
}

double youngest(const Profile& profile) { return static_cast<double>(profile.minimum_age.value_or(0)) / kYear; }

double oldest(const Profile& profile) {
    return profile.maximum_age ? static_cast<double>(*profile.maximum_age) / kYear : kOldest;
}

// The years that both take in, of those that one does.
double ages(const Profile& a, const Profile& b) {
    const double both = std::min(oldest(a), oldest(b)) - std::max(youngest(a), youngest(b));
    const double any = std::max(oldest(a), oldest(b)) - std::min(youngest(a), youngest(b));
    return any > 0 ? std::clamp(both / any, 0.0, 1.0) : 1.0;
}

bool says_who(const Profile& profile) {
    return profile.code(CodeField::Sex) > 0 || profile.minimum_age || profile.maximum_age ||
           !profile.of(TermKind::Criteria).empty();
}

std::optional<double> population(const Facts& a, const Facts& b) {
    if (!says_who(a.profile) || !says_who(b.profile)) return std::nullopt;
    Mean mean;
    mean.add(sexes(a.profile.code(CodeField::Sex), b.profile.code(CodeField::Sex)), 1);
    mean.add(ages(a.profile, b.profile), 1.5);
    if (a.profile.healthy && b.profile.healthy) mean.add(a.profile.healthy == b.profile.healthy ? 1.0 : 0.0, 0.5);
    mean.add(agreement(a.of(TermKind::Criteria), b.of(TermKind::Criteria)), 2);
    return mean.get();
}

std::optional<double> phases(const Profile& a, const Profile& b) {
    if (a.phases == 0 || b.phases == 0) return std::nullopt;
    return static_cast<double>(std::popcount(static_cast<unsigned>(a.phases & b.phases))) /
           static_cast<double>(std::popcount(static_cast<unsigned>(a.phases | b.phases)));
}

std::optional<double> design(const Profile& a, const Profile& b) {
    Mean mean;
    mean.add(same(a.code(CodeField::StudyType), b.code(CodeField::StudyType)), 2);
    mean.add(phases(a, b), 2);
    for (const CodeField field : kDesignCodes) mean.add(same(a.code(field), b.code(field)), 1);
    return mean.get();
}

std::optional<double> named(const Features& a_words, const Features& b_words, const Features& a_mesh,
                            const Features& b_mesh) {
    Mean mean;
    mean.add(agreement(a_words, b_words), 1);
    mean.add(agreement(a_mesh, b_mesh), 1);
    return mean.get();
}

double square(const Features& features) {
    double sum = 0;
    for (const Feature& feature : features) sum += static_cast<double>(feature.rarity * feature.rarity);
    return sum;
}

} // namespace

std::optional<double> agreement(const Features& a, const Features& b) {
    if (a.empty() || b.empty()) return std::nullopt;
    double shared = 0;
    for (auto at = a.begin(), other = b.begin(); at != a.end() && other != b.end();) {
        if (at->term == other->term) shared += static_cast<double>(at->rarity * at->rarity);
        const bool step = at->term <= other->term;
        const bool step_other = other->term <= at->term;
        if (step) ++at;
        if (step_other) ++other;
    }
    const double lengths = std::sqrt(square(a) * square(b));
    return lengths > 0 ? std::min(shared / lengths, 1.0) : 0.0;
}

AspectScores likeness(const Facts& a, const Facts& b) {
    AspectScores scores;
    const auto set = [&](Aspect aspect, std::optional<double> score) {
        scores[static_cast<std::size_t>(aspect)] = score;
    };
    const auto words_and_mesh = [&](TermKind words, TermKind mesh) {
        return named(a.of(words), b.of(words), a.of(mesh), b.of(mesh));
    };
    set(Aspect::Condition, words_and_mesh(TermKind::Condition, TermKind::ConditionMesh));
    set(Aspect::Intervention, words_and_mesh(TermKind::Intervention, TermKind::InterventionMesh));
    set(Aspect::Population, population(a, b));
    set(Aspect::Outcome, agreement(a.of(TermKind::Outcome), b.of(TermKind::Outcome)));
    set(Aspect::Design, design(a.profile, b.profile));
    return scores;
}

double combined(const AspectScores& scores, const Emphasis& emphasis) {
    double sum = 0;
    double weights = 0;
    for (std::size_t aspect = 0; aspect < kAspectCount; ++aspect) {
        const double weight = aspects()[aspect].weight * emphasis[aspect];
        sum += weight * scores[aspect].value_or(kAverageAgreement[aspect]);
        weights += weight;
    }
    return weights > 0 ? sum / weights : 0;
}

} // namespace trialdex::related
