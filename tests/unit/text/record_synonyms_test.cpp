// Which names of the records become synonyms, in tiny registries and in crowded ones.
#include "text/record_synonyms.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

namespace trialdex::text {
namespace {

StudyNames conditions(std::vector<std::string_view> names, std::vector<std::string_view> mesh) {
    return {std::move(names), std::move(mesh), {}};
}

StudyNames intervention(std::string_view name, std::vector<std::string_view> others) {
    return {{}, {}, {{name, std::move(others)}}};
}

// Whether some concept has both names as forms.
bool same(const std::vector<Concept>& concepts, std::string_view one, std::string_view other) {
    SafeKeys keys;
    const std::string first = keys.of_name(one, 12);
    const std::string second = keys.of_name(other, 12);
    return std::ranges::any_of(concepts, [&](const Concept& one_concept) {
        const auto has = [&](const std::string& key) {
            return std::ranges::find(one_concept.forms, key, &Form::key) != one_concept.forms.end();
        };
        return has(first) && has(second);
    });
}

bool same(const std::vector<StudyNames>& studies, std::string_view one, std::string_view other) {
    RecordNames names;
    for (const StudyNames& study : studies) names.add(study);
    return same(names.concepts(), one, other);
}

TEST(RecordSynonyms, OneRecordTiesABrandToItsGeneric) {
    EXPECT_TRUE(same({intervention("Pembrolizumab", {"Keytruda", "MK-3475"})}, "KEYTRUDA®", "pembrolizumab"));
    EXPECT_TRUE(same({intervention("Keytruda", {"pembrolizumab"})}, "pembrolizumab", "keytruda"));
    EXPECT_TRUE(same({intervention("Vitamin D3", {"Cholecalciferol"})}, "vitamin d3", "cholecalciferol"));
    EXPECT_TRUE(same({intervention("Transcatheter edge-to-edge repair", {"TEER"})}, "teer",
                     "transcatheter edge-to-edge repair"));
}

TEST(RecordSynonyms, AGenericLeadsItsBrands) {
    RecordNames names;
    StudyNames study;
    for (const char* brand : {"aratac", "arycor", "atlansil", "cordarone", "pacerone", "tachyra", "zyx"}) {
        study.interventions.push_back({brand, {"amiodarone"}});
    }
    for (const InterventionNames& one : study.interventions) names.add({{}, {}, {one}});
    const auto concepts = names.concepts();
    ASSERT_EQ(concepts.size(), 1U);
    EXPECT_EQ(concepts[0].name, "amiodarone");
    EXPECT_EQ(concepts[0].forms.size(), 8U);
}

TEST(RecordSynonyms, UmbrellasCoverOthers) {
    for (const char* name :
         {"Chemotherapy", "Platinum chemotherapy", "Placebo", "Beta Blockers", "Standard of Care",
          "Cisplatin + Etoposide", "Cisplatin and Etoposide", "Group 1", "Cisplatin 10 mg", "Etoposide/Cisplatin"}) {
        EXPECT_FALSE(same({intervention(name, {"Cisplatin"})}, name, "cisplatin")) << name;
        EXPECT_FALSE(same({intervention("Cisplatin", {name})}, name, "cisplatin")) << name;
    }
    EXPECT_FALSE(same({intervention("Spiriva", {"fluticasone salmeterol tiotropium"})}, "spiriva",
                      "fluticasone salmeterol tiotropium"));
}

TEST(RecordSynonyms, WhatIsOftenElsewhereIsNoSynonym) {
    std::vector<StudyNames> studies = {intervention("Doublet", {"Cisplatin"})};
    EXPECT_TRUE(same(studies, "doublet", "cisplatin")); // one record says so, nothing speaks against it
    studies.push_back(intervention("Doublet", {"Carboplatin"}));
    studies.push_back(intervention("Doublet", {"Oxaliplatin"}));
    for (int i = 0; i < 3; ++i) studies.push_back(intervention("Cisplatin", {"CDDP"}));
    EXPECT_FALSE(same(studies, "doublet", "cisplatin"));
    EXPECT_TRUE(same(studies, "cddp", "cisplatin"));
}

TEST(RecordSynonyms, WhatGoesWithTwoInterventionsNamesNeither) {
    StudyNames study;
    study.interventions = {{"Propofol", {"Sufentanil", "Diprivan"}}, {"Remimazolam", {"Sufentanil"}}};
    EXPECT_FALSE(same({study}, "propofol", "sufentanil"));
    EXPECT_TRUE(same({study}, "propofol", "diprivan"));
}

TEST(RecordSynonyms, ConditionsGoWithTheirMeshTerm) {
    const std::vector<StudyNames> studies = {
        conditions({"Breast Cancer"}, {"Breast Neoplasms"}),
        conditions({"Breast cancer", "Lymphedema"}, {"Breast Neoplasms", "Lymphedema"}),
        conditions({"HER2 Positive Metastatic Breast Cancer"}, {"Breast Neoplasms"}),
        conditions({"HER2 positive metastatic breast cancer"}, {"Breast Neoplasms"}),
        conditions({"Severe Asthma"}, {"Asthma"}),
        conditions({"Severe asthma"}, {"Asthma"})};
    EXPECT_TRUE(same(studies, "breast cancer", "breast neoplasms"));
    EXPECT_FALSE(same(studies, "her2 positive metastatic breast cancer", "breast neoplasms"));
    EXPECT_FALSE(same(studies, "breast cancer", "lymphedema"));
    EXPECT_FALSE(same(studies, "severe asthma", "asthma"));
}

TEST(RecordSynonyms, ConditionsThatAreOftenWithoutTheTermAreNot) {
    std::vector<StudyNames> studies(3, conditions({"Leukemia"}, {"Hematologic Neoplasms"}));
    EXPECT_TRUE(same(studies, "leukemia", "hematologic neoplasms"));
    for (int i = 0; i < 3; ++i) studies.push_back(conditions({"Leukemia"}, {"Leukemia"}));
    EXPECT_FALSE(same(studies, "leukemia", "hematologic neoplasms"));
    // Once is chance, unless the words agree.
    EXPECT_FALSE(same({conditions({"Cardiac Surgery"}, {"Bites and Stings"})}, "cardiac surgery", "bites and stings"));
    EXPECT_TRUE(same({conditions({"Disc Disease"}, {"Intervertebral Disc Disease"})}, "disc disease",
                     "intervertebral disc disease"));
}

TEST(RecordSynonyms, NarrowerConditionsAreNotEachOther) {
    const std::vector<StudyNames> studies = {
        conditions({"Disc Herniation"}, {"Intervertebral Disc Displacement"}),
        conditions({"Lumbar Disc Herniation"}, {"Intervertebral Disc Displacement"}),
        conditions({"Cervical Disc Herniation"}, {"Intervertebral Disc Displacement"})};
    EXPECT_TRUE(same(studies, "disc herniation", "intervertebral disc displacement"));
    EXPECT_FALSE(same(studies, "lumbar disc herniation", "cervical disc herniation"));
}

TEST(RecordSynonyms, HowStudiesAreSharedOutDoesNotMatter) {
    std::vector<StudyNames> studies;
    for (int i = 0; i < 4; ++i) {
        studies.push_back(conditions({"Heart Attack"}, {"Myocardial Infarction"}));
        studies.push_back(intervention(i % 2 == 0 ? "TRASTUZUMAB" : "Trastuzumab", {"Herceptin"}));
        studies.push_back(intervention("Herceptin", {"trastuzumab", "Ogivri"}));
    }
    RecordNames whole;
    for (const StudyNames& study : studies) whole.add(study);
    std::mt19937 random(3);
    for (int round = 0; round < 5; ++round) {
        std::ranges::shuffle(studies, random);
        RecordNames halves[2];
        for (std::size_t i = 0; i < studies.size(); ++i) halves[random() % 2].add(studies[i]);
        halves[0].merge(halves[1]);
        const Synonyms one(whole.concepts());
        const Synonyms other(halves[0].concepts());
        EXPECT_EQ(one.fingerprint(), other.fingerprint());
        ASSERT_EQ(one.concepts().size(), other.concepts().size());
        for (std::size_t i = 0; i < one.concepts().size(); ++i) {
            EXPECT_EQ(other.concepts()[i].name, one.concepts()[i].name);
        }
        EXPECT_TRUE(same(whole.concepts(), "heart attack", "myocardial infarction"));
        EXPECT_TRUE(same(whole.concepts(), "trastuzumab", "herceptin"));
        EXPECT_EQ(one.concepts()[1].source, "records");
    }
}

} // namespace
} // namespace trialdex::text
