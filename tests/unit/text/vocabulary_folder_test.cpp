// The vocabularies of a registry: put in, listed, taken out, known.
#include "support/shared_data.h"
#include "support/temporary_folder.h"
#include "text/vocabulary_folder.h"
#include "text/words.h"

#include <algorithm>
#include <filesystem>
#include <gmock/gmock.h>
#include <string>

namespace trialdex::text {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string kDrugs = "id\tname\tcas\tunii\tsynonyms\nDB1\tTrastuzumab\t\t\tHerceptin|HER2 antibody\n";
const std::string kMesh = "id\tname\ttree_numbers\tentry_terms\nD1\tMyocardial Infarction\t\tHeart Attack\n";

std::string key(std::string_view phrase) {
    Splitter splitter;
    Stemmer stemmer;
    return phrase_key(splitter.split(phrase, Markup::Plain), stemmer);
}

TEST(VocabularyFolder, HoldsWhatWasAddedUntilItIsRemoved) {
    const support::TemporaryFolder data;
    const std::string folder = vocabulary_folder(data.path());
    EXPECT_THAT(list_vocabularies(folder).value(), IsEmpty());
    EXPECT_THAT(load_vocabularies(folder).value().concepts(), IsEmpty());

    const auto added = add_vocabulary(folder, data.write("drugs.tsv", kDrugs));
    ASSERT_TRUE(added) << added.error().message;
    EXPECT_EQ(added->name, "drugs.tsv");
    EXPECT_EQ(added->entries, 1U);
    EXPECT_EQ(added->names, 3U);
    ASSERT_TRUE(add_vocabulary(folder, data.write("mesh.tsv", kMesh)));
    EXPECT_EQ(list_vocabularies(folder).value().size(), 2U);

    const Synonyms synonyms = load_vocabularies(folder).value();
    ASSERT_EQ(synonyms.find(key("heart attacks")).size(), 1U);
    EXPECT_EQ(synonyms.concepts()[0].name, "Myocardial Infarction"); // MeSH first, whatever the files are called
    ASSERT_EQ(synonyms.find(key("Herceptin")).size(), 1U);

    ASSERT_TRUE(remove_vocabulary(folder, "drugs.tsv"));
    EXPECT_THAT(load_vocabularies(folder).value().find(key("Herceptin")), IsEmpty());
    EXPECT_EQ(remove_vocabulary(folder, "drugs.tsv").error().code, ErrorCode::NotFound);
    EXPECT_EQ(remove_vocabulary(folder, "../mesh.tsv").error().code, ErrorCode::NotFound);
}

TEST(VocabularyFolder, TheSameNameReplaces) {
    const support::TemporaryFolder data;
    const std::string folder = vocabulary_folder(data.path());
    ASSERT_TRUE(add_vocabulary(folder, data.write("a.tsv", kDrugs)));
    ASSERT_TRUE(add_vocabulary(folder, data.write("a.tsv", kMesh)));
    ASSERT_EQ(list_vocabularies(folder).value().size(), 1U);
    EXPECT_EQ(list_vocabularies(folder).value()[0].kind, VocabularyKind::MeshTable);
}

TEST(VocabularyFolder, WhatIsNoVocabularyStaysOut) {
    const support::TemporaryFolder data;
    const std::string folder = vocabulary_folder(data.path());
    EXPECT_THAT(add_vocabulary(folder, data.write("a.txt", "hello\n")).error().message, HasSubstr("no vocabulary"));
    EXPECT_EQ(add_vocabulary(folder, data.path("none.tsv")).error().code, ErrorCode::NotFound);
    EXPECT_THAT(add_vocabulary(folder, data.write(".hidden", kDrugs)).error().message, HasSubstr("no name"));
    EXPECT_FALSE(add_vocabulary(folder, data.path()));
    EXPECT_FALSE(std::filesystem::exists(folder + "/a.txt"));
}

TEST(VocabularyFolder, ADamagedFileIsNamed) {
    const support::TemporaryFolder data;
    const std::string folder = vocabulary_folder(data.path());
    ASSERT_TRUE(add_vocabulary(folder, data.write("a.tsv", kDrugs)));
    data.write("vocabulary/b.tsv", "torn");
    EXPECT_THAT(load_vocabularies(folder).error().message, HasSubstr("vocabulary/b.tsv"));
    data.write("vocabulary/.part", "torn");
    EXPECT_THAT(list_vocabularies(folder).error().message, HasSubstr("b.tsv"));
}

TEST(VocabularyFolder, RealVocabulariesKnowWhatPeopleSay) {
    const auto file = support::shared_file("data/mesh/descriptors.tsv");
    if (!file) GTEST_SKIP() << "the shared vocabularies are not here";
    const support::TemporaryFolder data;
    const std::string folder = vocabulary_folder(data.path());
    for (const char* name : {"descriptors.tsv", "disease-ontology-2016.tsv", "drug-names-2021.tsv"}) {
        ASSERT_TRUE(add_vocabulary(folder, std::filesystem::path(*file).parent_path() / name));
    }
    const Synonyms known = load_vocabularies(folder).value();
    const auto same = [&](std::string_view one, std::string_view other) {
        const std::string wanted = key(other);
        return std::ranges::any_of(known.find(key(one)), [&](ConceptId id) {
            return std::ranges::find(known.concepts()[id].forms, wanted, &Form::key) !=
                   known.concepts()[id].forms.end();
        });
    };
    EXPECT_TRUE(same("heart attack", "myocardial infarction"));
    EXPECT_TRUE(same("breast cancer", "breast neoplasms"));
    EXPECT_TRUE(same("paracetamol", "acetaminophen"));
    EXPECT_TRUE(same("high blood pressure", "hypertension"));
    EXPECT_FALSE(same("methionine", "met"));
    EXPECT_FALSE(same("pancreatitis", "pancreatic"));
    EXPECT_FALSE(same("breast cancer", "cancer"));
}

} // namespace
} // namespace trialdex::text
