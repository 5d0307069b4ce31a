// What the decision says of synonyms: units, forms, and where they do not count.
#include "oracle/shelf.h"

#include <gtest/gtest.h>

namespace trialdex::oracle {

namespace {

std::string conditions(const std::string& list) { return R"("conditionsModule":{"conditions":[)" + list + "]}"; }

text::Synonyms few_synonyms() {
    return text::Synonyms({
        {"D009203",
         "Myocardial Infarction",
         {{"myocardi infarct", "Myocardial Infarction"}, {"heart attack", "Heart Attack"}}},
        {"records", "Keytruda", {{"keytruda", "Keytruda"}, {"pembrolizumab", "Pembrolizumab"}}},
        {"D011788", "Quality of Life", {{"qualiti * life", "Quality of Life"}, {"life qualiti", "Life Quality"}}},
    });
}

TEST(OracleSynonyms, Synonyms) {
    Shelf shelf(few_synonyms());
    shelf.add(1, conditions(R"("Acute Myocardial Infarction")"));
    shelf.add(2, conditions(R"("Heart Attacks")"));
    shelf.add(3, conditions(R"("Attack of the Heart")"));
    shelf.add(4, R"("sponsorCollaboratorsModule":{"leadSponsor":{"name":"Myocardial Infarction Group"}})");
    EXPECT_EQ(shelf.ask("heart attack"), (Numbers{1, 2, 3})); // not 4: sponsors take no synonyms
    EXPECT_EQ(shelf.ask(R"("heart attack")"), (Numbers{1, 2}));
    EXPECT_EQ(shelf.ask("EXPANSION[Term]heart attack"), (Numbers{2}));
    EXPECT_EQ(shelf.ask("EXPANSION[Concept]heart attack"), (Numbers{1, 2}));
    EXPECT_EQ(shelf.ask("heart attack", "BasicSearch", false), (Numbers{2, 3}));
    EXPECT_EQ(shelf.ask("acute heart attack"), (Numbers{1}));
    EXPECT_EQ(shelf.ask(R"("acute heart attack")"), Numbers{}); // a quoted term is one unit, and that is no form
    EXPECT_EQ(shelf.ask(R"(COVERAGE[FullMatch]"myocardial infarction")"), (Numbers{2}));
}

TEST(OracleSynonyms, BrandAndGenericFindTheSameStudies) {
    Shelf shelf(few_synonyms());
    const auto drug = [](const std::string& name) {
        return R"("armsInterventionsModule":{"interventions":[{"name":")" + name + R"("}]})";
    };
    shelf.add(1, drug("Keytruda"));
    shelf.add(2, drug("Pembrolizumab 200 mg"));
    for (const char* name : {"keytruda", "pembrolizumab", "\"Keytruda\"", "\"pembrolizumab\""}) {
        EXPECT_EQ(shelf.ask(name, "InterventionSearch"), (Numbers{1, 2})) << name;
    }
}

TEST(OracleSynonyms, AFormOfOneWordStandsWhereItsHyphenatedSpellingDoes) {
    Shelf shelf(few_synonyms());
    shelf.add(1, conditions(R"("Resistance to key-truda")"));
    shelf.add(2, conditions(R"("Heart-attack")")); // of two words: as ever
    shelf.add(3, conditions(R"("Truda key")"));
    EXPECT_EQ(shelf.ask("pembrolizumab"), (Numbers{1}));
    EXPECT_EQ(shelf.ask("myocardial infarction"), (Numbers{2}));
}

TEST(OracleSynonyms, FormsHoldFunctionWordsAsPlaces) {
    Shelf shelf(few_synonyms());
    shelf.add(1, conditions(R"("Quality of Life")"));
    shelf.add(2, conditions(R"("Life Quality")"));
    shelf.add(3, conditions(R"("Quality Life")"));
    EXPECT_EQ(shelf.ask(R"("quality of life")"), (Numbers{1, 2}));
    EXPECT_EQ(shelf.ask("life quality"), (Numbers{1, 2, 3})); // own words anywhere
}

} // namespace

} // namespace trialdex::oracle
