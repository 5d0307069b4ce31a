#include "related/likeness.h"

#include <algorithm>
#include <cmath>

namespace trialdex::related {

namespace {

// What a study's first sixteen have on average, by aspect: measured over 150 of 3,553 records of the registry.
constexpr std::array<double, kAspectCount> kAverageAgreement = {0.45, 0.12, 0.52, 0.08, 0.59, 0.55};

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

std::optional<double> same(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return std::nullopt;
    return a == b ? 1.0 : 0.0;
}

// Everybody and one sex have half in common.
std::optional<double> sexes(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return std::nullopt;
    if (a == b) return 1.0;
    return a == "ALL" || b == "ALL" ? 0.5 : 0.0;
}

// The years that both take in, of those that one does.
double ages(const Facts& a, const Facts& b) {
    const double both = std::min(a.oldest, b.oldest) - std::max(a.youngest, b.youngest);
    const double any = std::max(a.oldest, b.oldest) - std::min(a.youngest, b.youngest);
    return any > 0 ? std::clamp(both / any, 0.0, 1.0) : 1.0;
}

std::optional<double> population(const Facts& a, const Facts& b) {
    if (!a.has_population || !b.has_population) return std::nullopt;
    Mean mean;
    mean.add(sexes(a.sex, b.sex), 1);
    mean.add(ages(a, b), 1.5);
    if (a.healthy && b.healthy) mean.add(a.healthy == b.healthy ? 1.0 : 0.0, 0.5);
    mean.add(agreement(a.criteria, b.criteria), 2);
    return mean.get();
}

std::optional<double> phases(const Facts& a, const Facts& b) {
    if (a.phases.empty() || b.phases.empty()) return std::nullopt;
    const auto shared = static_cast<double>(std::count_if(a.phases.begin(), a.phases.end(), [&](const auto& phase) {
        return std::find(b.phases.begin(), b.phases.end(), phase) != b.phases.end();
    }));
    return shared / (static_cast<double>(a.phases.size() + b.phases.size()) - shared);
}

std::optional<double> design(const Facts& a, const Facts& b) {
    Mean mean;
    mean.add(same(a.study_type, b.study_type), 2);
    mean.add(phases(a, b), 2);
    for (const auto& [piece, value] : a.design) {
        for (const auto& [other_piece, other] : b.design) {
            if (piece == other_piece) mean.add(same(value, other), 1);
        }
    }
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
    set(Aspect::Condition, named(a.condition_words, b.condition_words, a.condition_mesh, b.condition_mesh));
    set(Aspect::Intervention,
        named(a.intervention_words, b.intervention_words, a.intervention_mesh, b.intervention_mesh));
    set(Aspect::Population, population(a, b));
    set(Aspect::Outcome, agreement(a.outcome_words, b.outcome_words));
    set(Aspect::Design, design(a, b));
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
