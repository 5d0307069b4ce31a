// Which words are one term, and which must stay apart.
#include "text/words.h"

#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

namespace trialdex::text {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string term(std::string_view word) {
    Stemmer stemmer;
    return std::string(stemmer.term(word));
}

TEST(Stemmer, PluralsAndSpellingsAreOneTerm) {
    const Pairs same = {{"tumours", "tumor"},
                        {"anaemia", "anemia"},
                        {"haemoglobin", "hemoglobin"},
                        {"antihaemorrhagic", "antihemorrhagic"},
                        {"oedema", "edema"},
                        {"gastrooesophageal", "gastroesophageal"},
                        {"paediatric", "pediatric"},
                        {"orthopaedics", "orthopedics"},
                        {"diarrhoea", "diarrhea"},
                        {"leukaemias", "leukemia"},
                        {"ischaemic", "ischemic"},
                        {"foetal", "fetal"},
                        {"gynaecological", "gynecological"},
                        {"caesarean", "cesarean"},
                        {"randomised", "randomized"},
                        {"randomisation", "randomization"},
                        {"hospitalisations", "hospitalization"},
                        {"colour", "color"},
                        {"behavioural", "behavioral"},
                        {"centres", "center"},
                        {"fibre", "fibers"},
                        {"millilitres", "milliliter"},
                        {"programmes", "program"},
                        {"sulphate", "sulfate"},
                        {"aluminium", "aluminum"},
                        {"labelled", "labeled"},
                        {"children", "child"},
                        {"women", "woman"},
                        {"metastases", "metastasis"},
                        {"diagnoses", "diagnosis"},
                        {"criteria", "criterion"},
                        {"feet", "foot"},
                        {"analyses", "analysis"},
                        {"adenomata", "adenomas"},
                        {"enrolment", "enrollment"},
                        {"studies", "study"},
                        {"apnoea", "apnea"},
                        {"analysed", "analyzed"},
                        {"oestrogens", "estrogen"},
                        {"anaesthesia", "anesthesia"},
                        {"mcg", "ug"},
                        {"exercises", "exercising"},
                        {"precisely", "precise"},
                        {"noises", "noise"},
                        {"supervised", "supervising"},
                        {"promising", "promise"},
                        {"practised", "practiced"},
                        {"arthritides", "arthritis"},
                        {"hospitalised", "hospitalization"},
                        {"positions", "position"}};
    for (const auto& [one, other] : same) EXPECT_EQ(term(one), term(other)) << one << " and " << other;
}

TEST(Stemmer, DifferentWordsStayApart) {
    const Pairs apart = {{"data", "datum"},
                         {"exercise", "exorcism"},
                         {"disease", "size"},
                         {"prise", "prize"},
                         {"otherwise", "other"},
                         {"il2", "il"},
                         {"foetus", "foot"},
                         {"aid", "add"},
                         {"cancer", "cancel"},
                         {"pain", "paint"},
                         {"colon", "colony"},
                         {"fever", "few"},
                         {"mcl", "ul"},
                         {"cc", "ml"},
                         {"metre", "met"},
                         {"hours", "house"},
                         {"pancreatitis", "pancreatic"},
                         {"hepatitis", "hepatic"},
                         {"several", "severe"},
                         {"als", "al"},
                         {"aids", "aid"},
                         {"organization", "organ"},
                         {"hospitalization", "hospital"},
                         {"immunization", "immune"},
                         {"position", "positive"},
                         {"alcoholism", "alcohol"},
                         {"lactate", "lactation"},
                         {"medication", "medical"}};
    for (const auto& [one, other] : apart) EXPECT_NE(term(one), term(other)) << one << " and " << other;
}

TEST(Stemmer, OtherScriptsAndNumbersStay) {
    for (const char* word : {"0.5", "1000", "меланома", "肺", "t2ds"}) EXPECT_EQ(term(word), word);
}

TEST(FunctionWords, MeaningfulShortWordsAreNotAmongThem) {
    for (const char* word : {"of", "the", "and", "these", "an"}) EXPECT_TRUE(is_function_word(word)) << word;
    for (const char* word : {"a", "no", "not", "it", "if", "all", "who", "", "hepatitis", "off"}) {
        EXPECT_FALSE(is_function_word(word)) << word;
    }
}

std::string key(std::string_view phrase) {
    Splitter splitter;
    Stemmer stemmer;
    return phrase_key(splitter.split(phrase, Markup::Plain), stemmer);
}

TEST(PhraseKey, JoinsTermsWithFunctionWordsAsStars) {
    EXPECT_EQ(key("Quality of Life"), "qualiti * life");
    EXPECT_EQ(key("the quality of the life in"), "qualiti * * life");
    EXPECT_EQ(key("COVID-19"), "covid 19");
    EXPECT_EQ(key("Tumours"), key("tumor"));
    EXPECT_EQ(key("of the"), "");
    EXPECT_EQ(key(""), "");
}

TEST(Stemmer, WordsBeginAsTheirTermsAllow) {
    for (const char* word :
         {"oedema", "aetiology", "oestrogens", "anaemia", "mcg", "skies", "dying", "lying", "tying", "feet", "women",
          "children", "criteria", "hospitalisations", "yes", "ugly", "2", "größe"}) {
        const std::string found = term(word);
        EXPECT_TRUE(Stemmer::first_bytes(found).test(static_cast<unsigned char>(*word))) << word << " " << found;
    }
    EXPECT_FALSE(Stemmer::first_bytes("edema").test('b'));
}

} // namespace
} // namespace trialdex::text
