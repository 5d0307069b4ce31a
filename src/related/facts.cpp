#include "related/facts.h"

#include "related/rarities.h"
#include "related/word_reader.h"
#include "schema/schema.h"
#include "study/sortable.h"
#include "text/words.h"

#include <algorithm>
#include <array>

namespace trialdex::related {

namespace {

using study::Value;

constexpr double kOldest = 100;                 // stands for "no upper limit"
constexpr double kYear = 365.25 * 24 * 60 * 60; // seconds
constexpr std::size_t kShortestId = 5;          // characters: "001" is many sponsors' first trial
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

class Maker {
public:
    Maker(Value record, const Rarities& rarities)
        : rarities_(rarities), record_(record), protocol_(record["protocolSection"]) {
        derived_ = record["derivedSection"];
    }

    Facts make() {
        identification();
        mentions();
        names();
        population();
        outcomes();
        design();
        return std::move(facts_);
    }

private:
    void identification() {
        const Value module = protocol_["identificationModule"];
        facts_.id = study::NctId::parse(module["nctId"].text());
        for (const Value alias : module["nctIdAliases"]) {
            if (const auto id = study::NctId::parse(alias.text())) facts_.aliases.push_back(*id);
        }
        add_id(module["orgStudyIdInfo"]);
        for (const Value other : module["secondaryIdInfos"]) add_id(other);
        facts_.brief = brief_of(record_);
        facts_.summary = protocol_["descriptionModule"]["briefSummary"].text().substr(0, kCriteriaBytes);
        const std::string titles = small(facts_.brief.title) + " " + small(module["officialTitle"].text());
        facts_.continues = std::any_of(std::begin(kContinuing), std::end(kContinuing),
                                       [&](std::string_view word) { return titles.find(word) != std::string::npos; });
    }

    void add_id(Value info) {
        const std::string_view text = info["id"].text();
        if (std::find(std::begin(kGrants), std::end(kGrants), info["type"].text()) != std::end(kGrants)) return;
        if (text.size() < kShortestId || text.find_first_of("0123456789") == std::string_view::npos) return;
        facts_.other_ids.push_back({std::string(text), small(text)});
        find_mentions(text);
    }

    void mentions() {
        const Value description = protocol_["descriptionModule"];
        find_mentions(protocol_["identificationModule"]["officialTitle"].text());
        find_mentions(description["briefSummary"].text());
        find_mentions(description["detailedDescription"].text().substr(0, kDescriptionBytes));
    }

    void find_mentions(std::string_view text) {
        constexpr std::size_t kIdLength = 11;
        for (std::size_t at = text.find("NCT"); at != std::string_view::npos; at = text.find("NCT", at + 1)) {
            const auto id = study::NctId::parse(text.substr(at, kIdLength));
            if (id && id != facts_.id && facts_.mentions.size() < kMostNames) facts_.mentions.push_back(*id);
        }
    }

    void names() {
        for (const Value condition : protocol_["conditionsModule"]["conditions"])
            add_name(condition.text(), facts_.conditions, &facts_.condition_words);
        const Value conditions = derived_["conditionBrowseModule"];
        add_mesh(conditions, facts_.conditions, facts_.condition_words, facts_.condition_mesh);
        for (const Value ancestor : conditions["ancestors"]) {
            const Feature feature = mesh_feature(ancestor["id"].text());
            facts_.ancestors.push_back({{std::string(ancestor["term"].text()), {}}, feature.term});
        }
        for (const Value intervention : protocol_["armsInterventionsModule"]["interventions"]) {
            add_name(intervention["name"].text(), facts_.interventions, &facts_.intervention_words);
            for (const Value other : intervention["otherNames"])
                add_name(other.text(), facts_.interventions, &facts_.intervention_words);
        }
        add_mesh(derived_["interventionBrowseModule"], facts_.interventions, facts_.intervention_words,
                 facts_.intervention_mesh);
        for (Features* features :
             {&facts_.condition_words, &facts_.condition_mesh, &facts_.intervention_words, &facts_.intervention_mesh})
            tidy(*features);
    }

    void add_name(std::string_view text, std::vector<Name>& names, Features* features) {
        if (text.empty() || names.size() >= kMostNames) return;
        names.push_back({std::string(text), {}});
        if (features) add_words(text, text::Markup::Plain, *features);
    }

    void add_mesh(Value browse, std::vector<Name>& names, Features& words, Features& numbers) {
        for (const Value mesh : browse["meshes"]) {
            add_name(mesh["term"].text(), names, &words);
            if (numbers.size() < kMostNames) numbers.push_back(mesh_feature(mesh["id"].text()));
        }
        for (const Value ancestor : browse["ancestors"]) {
            if (numbers.size() < kMostNames) numbers.push_back(mesh_feature(ancestor["id"].text()));
        }
    }

    Feature mesh_feature(std::string_view id) const { return feature(small(id)); }

    void population() {
        const Value module = protocol_["eligibilityModule"];
        facts_.sex = module["sex"].text();
        facts_.minimum_age = module["minimumAge"].text();
        facts_.maximum_age = module["maximumAge"].text();
        static const schema::Node* const kMinimum = schema::find_piece("MinimumAge");
        static const schema::Node* const kMaximum = schema::find_piece("MaximumAge");
        const auto youngest = study::place_on_line(*kMinimum, module["minimumAge"]);
        const auto oldest = study::place_on_line(*kMaximum, module["maximumAge"]);
        facts_.youngest = youngest ? static_cast<double>(*youngest) / kYear : 0;
        facts_.oldest = oldest ? static_cast<double>(*oldest) / kYear : kOldest;
        facts_.healthy = module["healthyVolunteers"].boolean();
        add_words(module["eligibilityCriteria"].text().substr(0, kCriteriaBytes), text::Markup::CommonMark,
                  facts_.criteria);
        tidy(facts_.criteria);
        facts_.has_population = !facts_.sex.empty() || youngest || oldest || !facts_.criteria.empty();
    }

    void outcomes() {
        for (const Value outcome : protocol_["outcomesModule"]["primaryOutcomes"])
            add_name(outcome["measure"].text(), facts_.outcomes, &facts_.outcome_words);
        tidy(facts_.outcome_words);
    }

    void design() {
        const Value module = protocol_["designModule"];
        facts_.study_type = module["studyType"].text();
        for (const Value phase : module["phases"]) facts_.phases.emplace_back(phase.text());
        const Value info = module["designInfo"];
        const auto add = [&](std::string_view type, Value value) {
            if (value) facts_.design.emplace_back(type, value.text());
        };
        add("DesignPrimaryPurpose", info["primaryPurpose"]);
        add("DesignAllocation", info["allocation"]);
        add("DesignInterventionModel", info["interventionModel"]);
        add("DesignMasking", info["maskingInfo"]["masking"]);
        add("DesignObservationalModel", info["observationalModel"]);
        add("DesignTimePerspective", info["timePerspective"]);
    }

    void add_words(std::string_view text, text::Markup markup, Features& features) {
        words_.each(text, markup,
                    [&](std::string_view, std::uint64_t term) { features.push_back({term, rarities_.of(term)}); });
    }

    Feature feature(std::string_view term) const {
        const std::uint64_t hash = Rarities::hash(term);
        return {hash, rarities_.of(hash)};
    }

    static void tidy(Features& features) {
        std::sort(features.begin(), features.end());
        features.erase(std::unique(features.begin(), features.end(),
                                   [](const Feature& a, const Feature& b) { return a.term == b.term; }),
                       features.end());
    }

    WordReader& words_ = WordReader::of_thread();
    const Rarities& rarities_;
    Value record_;
    Value protocol_;
    Value derived_;
    Facts facts_;
};

} // namespace

Brief brief_of(Value record) {
    const Value protocol = record["protocolSection"];
    const Value identification = protocol["identificationModule"];
    Brief brief;
    brief.title = identification["briefTitle"].text();
    if (brief.title.empty()) brief.official_title = identification["officialTitle"].text();
    brief.status = protocol["statusModule"]["overallStatus"].text();
    brief.verified = protocol["statusModule"]["statusVerifiedDate"].text();
    brief.study_type = protocol["designModule"]["studyType"].text();
    for (const Value phase : protocol["designModule"]["phases"]) brief.phases.emplace_back(phase.text());
    brief.has_results = record["hasResults"].boolean().value_or(false);
    return brief;
}

Facts facts_of(Value record, const Rarities& rarities) { return Maker(record, rarities).make(); }

void spell_out(Facts& facts, const Rarities& rarities) {
    if (facts.spelt_out) return;
    facts.spelt_out = true;
    WordReader& reader = WordReader::of_thread();
    facts.title_key = reader.key(facts.brief.title);
    for (std::vector<Name>* names : {&facts.conditions, &facts.interventions, &facts.outcomes}) {
        for (Name& name : *names) name.key = reader.key(name.text);
    }
    const auto add = [&](std::string_view written, std::uint64_t term) {
        facts.words.push_back({std::string(written), {term, rarities.of(term)}});
    };
    reader.each(facts.brief.title, text::Markup::Plain, add);
    reader.each(facts.summary, text::Markup::CommonMark, add);
    std::stable_sort(facts.words.begin(), facts.words.end(),
                     [](const Word& a, const Word& b) { return a.feature < b.feature; });
    facts.words.erase(std::unique(facts.words.begin(), facts.words.end(),
                                  [](const Word& a, const Word& b) { return a.feature.term == b.feature.term; }),
                      facts.words.end());
}

} // namespace trialdex::related
