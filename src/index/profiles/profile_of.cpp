#include "index/profiles/profile.h"
#include "study/sortable.h"

#include <algorithm>

namespace trialdex::index {

namespace {

using study::NctId;
using study::Value;

constexpr std::size_t kShortestId = 5; // characters: "001" is many sponsors' first trial
constexpr std::string_view kGrants[] = {"NIH", "AHRQ", "CDC", "FDA", "SAMHSA", "OTHER_GRANT"};
// What a title says of a trial that goes on with another's participants or belongs to it.
constexpr std::string_view kContinuing[] = {"extension",   "rollover",    "roll-over", "continuation",
                                            "substudy",    "sub-study",   "ancillary", "long-term follow",
                                            "followup of", "follow-up of"};

std::string small(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

template <class T, class Number> void tidy(std::vector<T>& all, Number&& number) {
    std::stable_sort(all.begin(), all.end(), [&](const T& a, const T& b) { return number(a) < number(b); });
    all.erase(std::unique(all.begin(), all.end(), [&](const T& a, const T& b) { return number(a) == number(b); }),
              all.end());
    if (all.size() > kMostTermsOfKind) all.erase(all.begin() + kMostTermsOfKind, all.end());
}

class Maker {
public:
    Maker(Value record, const Profile* known)
        : record_(record), protocol_(record["protocolSection"]), derived_(record["derivedSection"]), known_(known) {}

    Profile make() {
        identification();
        names();
        population();
        design();
        words();
        if (known_) {
            profile_.terms = known_->terms;
        } else {
            for (auto& terms : profile_.terms) tidy(terms, [](TermNumber term) { return term; });
        }
        for (std::vector<Mark>* marks : {&profile_.words, &profile_.other_ids}) {
            tidy(*marks, [](const Mark& mark) { return mark.number; });
        }
        return std::move(profile_);
    }

private:
    void identification() {
        const Value module = protocol_["identificationModule"];
        const Value status = protocol_["statusModule"];
        const Value description = protocol_["descriptionModule"];
        const std::string_view official = module["officialTitle"].text();
        own_ = NctId::parse(module["nctId"].text());
        profile_.title = module["briefTitle"].text();
        if (profile_.title.empty()) profile_.official_title = official;
        profile_.status = status["overallStatus"].text();
        profile_.verified = status["statusVerifiedDate"].text();
        profile_.has_results = record_["hasResults"].boolean().value_or(false);
        const std::string titles = small(profile_.title) + " " + small(official);
        profile_.continues = std::any_of(std::begin(kContinuing), std::end(kContinuing),
                                         [&](std::string_view word) { return titles.find(word) != std::string::npos; });
        for (const Value alias : module["nctIdAliases"]) {
            const auto id = NctId::parse(alias.text());
            if (id && profile_.aliases.size() < kMostNames) profile_.aliases.push_back(*id);
        }
        add_id(module["orgStudyIdInfo"]);
        for (const Value other : module["secondaryIdInfos"]) add_id(other);
        find_mentions(official);
        find_mentions(description["briefSummary"].text());
        find_mentions(description["detailedDescription"].text().substr(0, kDescriptionBytes));
    }

    void add_id(Value info) {
        const std::string_view text = info["id"].text();
        if (std::find(std::begin(kGrants), std::end(kGrants), info["type"].text()) != std::end(kGrants)) return;
        if (text.size() < kShortestId || text.find_first_of("0123456789") == std::string_view::npos) return;
        profile_.other_ids.emplace_back(hash64(small(text)), text);
        find_mentions(text);
    }

    void find_mentions(std::string_view text) {
        constexpr std::size_t kIdLength = 11;
        for (std::size_t at = text.find("NCT"); at != std::string_view::npos; at = text.find("NCT", at + 1)) {
            const auto id = NctId::parse(text.substr(at, kIdLength));
            if (id && id != own_ && profile_.mentions.size() < kMostNames) profile_.mentions.push_back(*id);
        }
    }

    void names() {
        for (const Value condition : protocol_["conditionsModule"]["conditions"])
            add_name(condition.text(), profile_.conditions, TermKind::Condition);
        const Value conditions = derived_["conditionBrowseModule"];
        add_mesh(conditions["meshes"], profile_.conditions, TermKind::Condition, TermKind::ConditionMesh);
        for (const Value ancestor : conditions["ancestors"]) {
            const TermNumber term = mesh_term(ancestor);
            add(TermKind::ConditionAncestor, term);
            if (profile_.ancestors.size() < kMostNames) profile_.ancestors.emplace_back(term, ancestor["term"].text());
        }
        for (const Value intervention : protocol_["armsInterventionsModule"]["interventions"]) {
            add_name(intervention["name"].text(), profile_.interventions, TermKind::Intervention);
            for (const Value other : intervention["otherNames"])
                add_name(other.text(), profile_.interventions, TermKind::Intervention);
        }
        const Value interventions = derived_["interventionBrowseModule"];
        add_mesh(interventions["meshes"], profile_.interventions, TermKind::Intervention, TermKind::InterventionMesh);
        for (const Value ancestor : interventions["ancestors"]) add(TermKind::InterventionMesh, mesh_term(ancestor));
        for (const Value outcome : protocol_["outcomesModule"]["primaryOutcomes"])
            add_name(outcome["measure"].text(), profile_.outcomes, TermKind::Outcome);
    }

    void add_name(std::string_view text, std::vector<std::string>& names, TermKind kind) {
        if (text.empty() || names.size() >= kMostNames) return;
        if (std::find(names.begin(), names.end(), text) != names.end()) return;
        if (text.size() <= kLongestName) names.emplace_back(text);
        add_words(text, text::Markup::Plain, kind);
    }

    void add_mesh(Value meshes, std::vector<std::string>& names, TermKind words, TermKind numbers) {
        for (const Value mesh : meshes) {
            add_name(mesh["term"].text(), names, words);
            add(numbers, mesh_term(mesh));
        }
    }

    // MeSH numbers are terms of the index like words.
    static TermNumber mesh_term(Value mesh) { return term_number(small(mesh["id"].text())); }

    void add(TermKind kind, TermNumber term) {
        auto& terms = profile_.terms[static_cast<std::size_t>(kind)];
        if (terms.size() < kMostNames) terms.push_back(term);
    }

    void add_words(std::string_view text, text::Markup markup, TermKind kind) {
        if (known_) return;
        auto& terms = profile_.terms[static_cast<std::size_t>(kind)];
        words_.each(text, markup, [&](const WordReader::Read& word) {
            if (!word.joined) terms.push_back(word.number);
        });
    }

    void population() {
        const Value module = protocol_["eligibilityModule"];
        profile_.youngest = module["minimumAge"].text();
        profile_.oldest = module["maximumAge"].text();
        static const schema::Node* const kMinimum = schema::find_piece("MinimumAge");
        static const schema::Node* const kMaximum = schema::find_piece("MaximumAge");
        profile_.minimum_age = age(*kMinimum, module["minimumAge"]);
        profile_.maximum_age = age(*kMaximum, module["maximumAge"]);
        profile_.healthy = module["healthyVolunteers"].boolean();
        set(CodeField::Sex, module["sex"]);
        add_words(module["eligibilityCriteria"].text().substr(0, kCriteriaBytes), text::Markup::CommonMark,
                  TermKind::Criteria);
    }

    static std::optional<std::uint64_t> age(const schema::Node& node, Value value) {
        const auto seconds = study::place_on_line(node, value);
        return seconds && *seconds >= 0 ? std::optional(static_cast<std::uint64_t>(*seconds)) : std::nullopt;
    }

    void design() {
        const Value module = protocol_["designModule"];
        const Value info = module["designInfo"];
        set(CodeField::StudyType, module["studyType"]);
        set(CodeField::Purpose, info["primaryPurpose"]);
        set(CodeField::Allocation, info["allocation"]);
        set(CodeField::InterventionModel, info["interventionModel"]);
        set(CodeField::Masking, info["maskingInfo"]["masking"]);
        set(CodeField::ObservationalModel, info["observationalModel"]);
        set(CodeField::Perspective, info["timePerspective"]);
        for (const Value phase : module["phases"]) {
            const Code code = code_of(phase_codes(), phase.text());
            if (code > 0) profile_.phases |= static_cast<std::uint8_t>(1U << (code - 1U));
        }
    }

    void set(CodeField field, Value value) {
        profile_.codes[static_cast<std::size_t>(field)] = code_of(codes_of(field), value.text());
    }

    void words() {
        const auto add = [&](const WordReader::Read& word) {
            if (!word.joined) profile_.words.emplace_back(word.spelling & UINT32_MAX, word.written, word.number);
        };
        words_.each(profile_.title, text::Markup::Plain, add);
        words_.each(protocol_["descriptionModule"]["briefSummary"].text().substr(0, kSummaryBytes),
                    text::Markup::CommonMark, add);
    }

    WordReader& words_ = WordReader::of_thread();
    Value record_;
    Value protocol_;
    Value derived_;
    const Profile* known_;
    std::optional<NctId> own_;
    Profile profile_;
};

} // namespace

Profile profile_of(Value record, const Profile* known) { return Maker(record, known).make(); }

} // namespace trialdex::index
