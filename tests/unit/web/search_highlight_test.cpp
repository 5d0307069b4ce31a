// Words that were looked for, marked where they stand.
#include "search/language/parse.h"
#include "web/pages/search/snippet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex::web {
namespace {

std::vector<search::Clause> clauses(std::string_view text, std::string_view area = "BasicSearch") {
    return {{search::read_as_typed(text, {search::find_area(area), nullptr}).expression, true}};
}

std::string marked(WordsSought& words, std::string_view piece, std::string_view text) {
    Html html;
    marked_text(html, text, words.find(*schema::find_piece(piece), text).ranges);
    return html.take();
}

TEST(SearchHighlight, MarksAllFormsOfAWord) {
    WordsSought words(clauses("tumour walking"), {});
    EXPECT_EQ(marked(words, "BriefTitle", "Walks and Tumors: a walk"),
              "<mark>Walks</mark> and <mark>Tumors</mark>: a <mark>walk</mark>");
    EXPECT_EQ(words.find(*schema::find_piece("BriefTitle"), "Walks and tumors").words.size(), 2U);
}

TEST(SearchHighlight, MarksOnlyWhereTheClauseLooks) {
    WordsSought words(clauses("melanoma", "ConditionSearch"), {});
    EXPECT_EQ(marked(words, "Condition", "Melanoma"), "<mark>Melanoma</mark>");
    EXPECT_EQ(marked(words, "EligibilityCriteria", "Melanoma"), "Melanoma");
}

TEST(SearchHighlight, APhraseIsMarkedWhole) {
    WordsSought words(clauses("\"quality of life\""), {});
    EXPECT_EQ(marked(words, "BriefTitle", "Life and quality of life"), "Life and <mark>quality of life</mark>");
}

TEST(SearchHighlight, OtherNamesAreMarkedAsPhrases) {
    const std::vector<search::SynonymUse> uses = {
        {"heart attack", "Myocardial Infarction", "D009203", {"Myocardial Infarction"}}};
    WordsSought words(clauses("heart attack"), uses);
    EXPECT_EQ(marked(words, "Condition", "Myocardial infarction, myocardial disease"),
              "<mark>Myocardial infarction</mark>, myocardial disease");
    EXPECT_EQ(marked(words, "Condition", "Heart attack"), "<mark>Heart attack</mark>");
}

TEST(SearchHighlight, WhatIsExcludedIsNotMarked) {
    WordsSought words(clauses("asthma NOT child"), {});
    EXPECT_EQ(marked(words, "BriefTitle", "Asthma of a child"), "<mark>Asthma</mark> of a child");
}

TEST(SearchHighlight, TextsStayText) {
    WordsSought words(clauses("asthma"), {});
    EXPECT_EQ(marked(words, "BriefTitle", "<b>asthma</b> & more"), "&lt;b&gt;<mark>asthma</mark>&lt;/b&gt; &amp; more");
}

TEST(SearchHighlight, TheSnippetIsTheFieldWithMostWords) {
    const auto document =
        study::Document::parse(R"({"protocolSection":{"identificationModule":{"briefTitle":"Asthma"},)"
                               R"("descriptionModule":{"briefSummary":"Asthma \\> all: breathing exercise at home"},)"
                               R"("conditionsModule":{"keywords":["exercise"]}}})");
    WordsSought words(clauses("asthma exercise"), {});
    const Snippet snippet = best_snippet(document->root(), words, {});
    ASSERT_NE(snippet.node, nullptr);
    EXPECT_EQ(snippet.node->piece, "BriefSummary");
    EXPECT_EQ(snippet.text, "Asthma > all: breathing exercise at home");
    EXPECT_EQ(snippet.ranges.size(), 2U);
    const auto shown = words.find(*schema::find_piece("BriefTitle"), "asthma").words;
    EXPECT_EQ(best_snippet(document->root(), words, shown).node->piece, "BriefSummary");
    EXPECT_EQ(best_snippet(document->root(), words, {0, 1}).node, nullptr);
}

TEST(SearchHighlight, TheWeightiestFieldWithAllWordsIsTheSnippet) {
    const auto document =
        study::Document::parse(R"({"protocolSection":{"descriptionModule":{"briefSummary":"Asthma by exercise"},)"
                               R"("identificationModule":{"officialTitle":"Exercise in asthma"}}})");
    const auto field = [&](std::string_view text) {
        WordsSought words(clauses(text), {});
        return best_snippet(document->root(), words, {}).node->piece;
    };
    EXPECT_EQ(field("asthma exercise"), "OfficialTitle");
    EXPECT_EQ(field("asthma exercise walking"), "OfficialTitle"); // none has all: the one with most
    EXPECT_EQ(field("asthma exercise \"asthma by exercise\""), "BriefSummary");
}

TEST(SearchHighlight, LongTextsAreCutAroundTheDensestPlace) {
    std::string text = "asthma " + std::string(60, 'x');
    for (int i = 0; i < 60; ++i) text += " föö";
    text += " asthma with exercise and asthma";
    for (int i = 0; i < 60; ++i) text += " bär";
    WordsSought words(clauses("asthma exercise"), {});
    Snippet snippet;
    snippet.text = text;
    snippet.ranges = words.find(*schema::find_piece("BriefSummary"), text).ranges;
    cut_to_passage(snippet);
    EXPECT_THAT(snippet.text, testing::StartsWith("… föö"));
    EXPECT_THAT(snippet.text, testing::EndsWith("bär …"));
    EXPECT_LT(snippet.text.size(), 260U);
    Html html;
    marked_text(html, snippet.text, snippet.ranges);
    EXPECT_THAT(html.str(),
                testing::HasSubstr("<mark>asthma</mark> with <mark>exercise</mark> and <mark>asthma</mark>"));
}

} // namespace
} // namespace trialdex::web
