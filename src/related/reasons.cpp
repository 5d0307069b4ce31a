#include "related/reasons.h"

#include "text/record_synonym_rules.h"

#include <algorithm>
#include <fmt/format.h>

namespace trialdex::related {

namespace {

using index::CodeField;

constexpr float kTellingRarity = 3.0F; // a word in at most one study of twenty says something
constexpr std::size_t kLeastWords = 2; // of them: one may be chance
constexpr double kAlikeDesign = 0.7;
constexpr double kLikePopulation = 0.6;

// What trials are compared against: keys of names that two trials share without being alike.
constexpr std::string_view kComparators[] = {
    "placebo",       "sham",         "standard * care",  "standard care",      "usual care",   "control",
    "control group", "no intervent", "standard therapi", "standard treatment", "no treatment", "salin"};

bool is_comparator(const Name& name) {
    return std::find(std::begin(kComparators), std::end(kComparators), name.key) != std::end(kComparators);
}

// "18 Years" in a sentence: 18 years.
std::string age_in_words(std::string age) {
    for (char& c : age) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    return age;
}

bool holds(const std::vector<study::NctId>& ids, const std::optional<study::NctId>& id) {
    return id && std::find(ids.begin(), ids.end(), *id) != ids.end();
}

const index::Mark* shared_id(const Facts& a, const Facts& b) { // a's
    for (const index::Mark& own : a.profile.other_ids) {
        for (const index::Mark& id : b.profile.other_ids) {
            if (id.number == own.number) return &own;
        }
    }
    return nullptr;
}

std::string joined(const std::vector<std::string>& names) {
    if (names.size() < 2) return names.empty() ? std::string() : names[0];
    return fmt::format("{} and {}", fmt::join(names.begin(), names.end() - 1, ", "), names.back());
}

// Names of the other record that the own one has too, word for word or as part of a longer name; each once, and without
// those that say less than another of them.
std::vector<std::string> shared_names(const std::vector<Name>& own, const std::vector<Name>& other) {
    std::vector<Name> found;
    const auto add = [&](const Name& name) {
        if (name.key.empty() || is_comparator(name) || text::is_umbrella(name.text)) return;
        const bool known = std::any_of(found.begin(), found.end(), [&](const Name& one) {
            return one.key == name.key || text::is_narrower(one.key, name.key);
        });
        if (known) return;
        std::erase_if(found, [&](const Name& one) { return text::is_narrower(name.key, one.key); });
        found.push_back(name);
    };
    for (const Name& name : other) {
        for (const Name& mine : own) {
            if (name.key == mine.key || text::is_narrower(mine.key, name.key)) add(name);
            if (text::is_narrower(name.key, mine.key)) add(mine);
        }
    }
    std::vector<std::string> names;
    for (const Name& name : found) {
        if (names.size() < kNamesInReason) names.push_back(name.text);
    }
    return names;
}

bool stands_in(const std::string& key, const std::string& title_key) {
    return !key.empty() && (" " + title_key + " ").find(" " + key + " ") != std::string::npos;
}

// Conditions of one that stand in the other's title: records that only have a title.
std::vector<std::string> in_title(const Facts& one, const Facts& other) {
    std::vector<std::string> names;
    for (const Name& name : one.conditions) {
        const bool known = std::find(names.begin(), names.end(), name.text) != names.end();
        if (!known && names.size() < kNamesInReason && stands_in(name.key, other.title_key)) names.push_back(name.text);
    }
    return names;
}

class Reasons {
public:
    Reasons(const Facts& own, const Facts& other, const AspectScores& scores)
        : own_(own), other_(other), scores_(scores) {}

    std::vector<Reason> make() {
        identity();
        conditions();
        interventions();
        outcomes();
        population();
        design();
        wording();
        return std::move(reasons_);
    }

private:
    void add(Reason::Kind kind, std::string text, std::vector<std::string> names) {
        reasons_.push_back({kind, std::move(text), std::move(names)});
    }

    double score(Aspect aspect) const { return scores_[static_cast<std::size_t>(aspect)].value_or(0); }

    void identity() {
        if (is_same_trial(own_, other_)) {
            const index::Mark* id = shared_id(own_, other_);
            add(Reason::Kind::SameTrial, "The same trial under another number",
                id ? std::vector{id->text} : std::vector<std::string>());
        } else if (is_continuation(own_, other_)) {
            const bool said = own_.profile.continues || other_.profile.continues;
            add(Reason::Kind::Continuation,
                said ? "One extends, continues or is part of the other" : "One record names the other trial", {});
        }
    }

    void conditions() {
        auto names = shared_names(own_.conditions, other_.conditions);
        if (names.empty()) names = in_title(own_, other_);
        if (names.empty()) names = in_title(other_, own_);
        if (!names.empty()) {
            add(Reason::Kind::Condition, "Both are about " + joined(names), names);
            return;
        }
        if (const std::string family = shared_family(); !family.empty())
            add(Reason::Kind::Condition, "Their conditions are both kinds of " + family, {family});
    }

    // The rarest MeSH term above conditions of both, unless it says next to nothing.
    std::string shared_family() const {
        const Features& theirs = other_.of(index::TermKind::ConditionAncestor);
        std::string best;
        float rarest = kTellingRarity;
        for (const index::Mark& mine : own_.profile.ancestors) {
            const Feature wanted{static_cast<index::TermNumber>(mine.number)};
            const auto shared = std::lower_bound(theirs.begin(), theirs.end(), wanted);
            if (shared == theirs.end() || shared->term != wanted.term || shared->rarity < rarest) continue;
            rarest = shared->rarity;
            best = mine.text;
        }
        return best;
    }

    void interventions() {
        const auto names = shared_names(own_.interventions, other_.interventions);
        if (!names.empty()) add(Reason::Kind::Intervention, "Both use " + joined(names), names);
    }

    void outcomes() {
        const auto names = shared_names(own_.outcomes, other_.outcomes);
        if (!names.empty()) add(Reason::Kind::Outcome, "Both measure " + joined(names), names);
    }

    void population() {
        if (score(Aspect::Population) < kLikePopulation) return;
        const index::Profile& own = own_.profile;
        const index::Profile& other = other_.profile;
        std::vector<std::string> names;
        const index::Code sex = other.code(CodeField::Sex);
        const auto* shown = index::value_of(index::codes_of(CodeField::Sex), sex);
        if (shown && shown->value != "ALL" && own.code(CodeField::Sex) == sex) names.emplace_back(shown->label);
        if (!other.youngest.empty() && own.youngest == other.youngest)
            names.push_back("from " + age_in_words(other.youngest));
        if (!other.oldest.empty() && own.oldest == other.oldest) names.push_back("up to " + age_in_words(other.oldest));
        if (own.healthy == true && other.healthy == true) names.emplace_back("healthy volunteers too");
        if (!names.empty()) add(Reason::Kind::Population, "Both take in " + joined(like_people(names)), names);
    }

    static std::vector<std::string> like_people(std::vector<std::string> names) {
        if (names[0].starts_with("from ") || names[0].starts_with("up to ")) names[0] = "people " + names[0];
        return names;
    }

    void design() {
        if (score(Aspect::Design) < kAlikeDesign) return;
        std::vector<std::string> names;
        const auto add_code = [&](const schema::EnumValue* value) {
            // That something applies to neither does not make them alike.
            if (value && value->value != "NA" && names.size() < kNamesInReason) names.emplace_back(value->label);
        };
        const auto& phases = index::phase_codes().values;
        for (std::size_t phase = 0; phase < phases.size(); ++phase) {
            if ((own_.profile.phases & other_.profile.phases) >> phase & 1U) add_code(&phases[phase]);
        }
        const auto add_shared = [&](CodeField field) {
            const index::Code code = other_.profile.code(field);
            if (own_.profile.code(field) == code) add_code(index::value_of(index::codes_of(field), code));
        };
        add_shared(CodeField::StudyType);
        for (const CodeField field : kDesignCodes) add_shared(field);
        if (names.size() >= kLeastWords) add(Reason::Kind::Design, "Alike in design: " + joined(names), names);
    }

    void wording() {
        struct Shared {
            const index::Mark* word;
            float rarity;
        };
        std::vector<Shared> shared;
        auto theirs = other_.profile.words.begin();
        const auto end = other_.profile.words.end();
        for (std::size_t at = 0; at < own_.word_rarities.size(); ++at) {
            const index::Mark& word = own_.profile.words[at];
            while (theirs != end && theirs->number < word.number) ++theirs;
            if (theirs == end) break;
            const float rarity = own_.word_rarities[at];
            const bool told = std::any_of(shared.begin(), shared.end(), // in another form
                                          [&](const Shared& one) { return one.word->term == word.term; });
            if (theirs->number == word.number && rarity >= kTellingRarity && !told) shared.push_back({&word, rarity});
        }
        if (shared.size() < kLeastWords) return;
        std::stable_sort(shared.begin(), shared.end(),
                         [](const Shared& a, const Shared& b) { return a.rarity > b.rarity; });
        if (shared.size() > kNamesInReason) shared.resize(kNamesInReason);
        std::vector<std::string> names;
        names.reserve(shared.size());
        for (const Shared& one : shared) names.push_back(one.word->text);
        add(Reason::Kind::Wording, "Rarer words in both: " + fmt::format("{}", fmt::join(names, ", ")), names);
    }

    const Facts& own_;
    const Facts& other_;
    const AspectScores& scores_;
    std::vector<Reason> reasons_;
};

} // namespace

bool is_same_trial(const Facts& a, const Facts& b) {
    if (holds(a.profile.aliases, b.id) || holds(b.profile.aliases, a.id)) return true;
    // A sponsor's extension may carry the first trial's number; it then says in its title what it is.
    return shared_id(a, b) != nullptr && a.profile.continues == b.profile.continues;
}

bool is_continuation(const Facts& a, const Facts& b) {
    if (holds(a.profile.mentions, b.id) || holds(b.profile.mentions, a.id)) return true;
    return shared_id(a, b) != nullptr;
}

std::vector<Reason> reasons(const Facts& own, const Facts& other, const AspectScores& scores) {
    return Reasons(own, other, scores).make();
}

} // namespace trialdex::related
