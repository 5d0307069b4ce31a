// Criteria on the study page: both sides under their headings, every word of the record in its order, numbers set off,
// terms explained once, and nothing of a record as markup.
#include "study/json.h"
#include "support/shared_data.h"
#include "support/site_client.h"
#include "support/zst_lines.h"
#include "web/components/glossary.h"
#include "web/components/glossary_table.h"
#include "web/pages/study/criteria_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>
#include <string>

namespace trialdex::web {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string page_of(std::string_view criteria) {
    Html html;
    criteria_list(html, criteria);
    return html.take();
}

// The list itself, without the text as the record gives it and the notes of terms.
std::string list_of(std::string_view criteria) {
    const std::string page = page_of(criteria);
    return page.substr(0, std::min(page.find("<div class=\"term-notes\">"), page.find("<details")));
}

std::string explained(std::string_view text) {
    Html html;
    ExplainedText().write(html, text);
    return html.take();
}

TEST(CriteriaList, TwoSidesUnderTwoHeadings) {
    const std::string list =
        list_of("Inclusion Criteria:\n\n* Age ≥ 18 years\n\n  1. or consent\n\nExclusion Criteria:\n\n* Cancer");
    EXPECT_EQ(
        list,
        "<div class=\"criteria-side side-needed\"><h4 class=\"side-heading\">What is needed to join <span "
        "class=\"recorded\">Inclusion Criteria:</span></h4><ul class=\"criteria\" role=\"list\"><li "
        "class=\"bullet\">Age <span class=\"quantity held\">≥ 18 years</span><ul class=\"criteria\" role=\"list\"><li "
        "class=\"counted\"><span class=\"marker\">1.</span> or consent</li></ul></li></ul></div><div "
        "class=\"criteria-side side-ruled-out\"><h4 class=\"side-heading\">What rules out joining <span "
        "class=\"recorded\">Exclusion Criteria:</span></h4><ul class=\"criteria\" role=\"list\"><li "
        "class=\"bullet\">Cancer</li></ul></div>");
}

TEST(CriteriaList, WhatIsNotSplitSaysSo) {
    const std::string page = page_of("DISEASE CHARACTERISTICS:\n\n* Lung cancer");
    EXPECT_THAT(page, HasSubstr("The record does not say which of these are needed to join and which rule it out."));
    EXPECT_THAT(page, Not(HasSubstr("What is needed")));
    EXPECT_THAT(page, HasSubstr("DISEASE CHARACTERISTICS:"));
}

TEST(CriteriaList, TheTextOfTheRecordIsOneClickAway) {
    EXPECT_THAT(
        page_of("Inclusion Criteria:\n\n* Age \\> 18"),
        HasSubstr("<details class=\"criteria-original\"><summary>The criteria as the record gives them</summary><div "
                  "class=\"as-written prose\">Inclusion Criteria:\n\n* Age &gt; 18</div></details>"));
}

TEST(CriteriaList, NothingOfARecordIsMarkup) {
    const std::string page = page_of("Inclusion Criteria:\n* <script>alert(1)</script>\n* a &lt;b&gt; c\n<img src=x>");
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_THAT(page, Not(HasSubstr("<img")));
    EXPECT_THAT(page, HasSubstr("&lt;script&gt;"));
    EXPECT_THAT(page, HasSubstr("a &lt;b&gt; c"));
}

TEST(CriteriaList, TermsAreExplainedOnceAndInPlace) {
    const std::string page = page_of("Inclusion Criteria:\n* ECOG 0 or 1\n* ECOG again\n* AST < 2 × ULN");
    const std::string opening = "<button type=\"button\" class=\"term-button\" popovertarget=\"";
    EXPECT_THAT(page, HasSubstr(opening));
    EXPECT_EQ(page.find(">ECOG</button>", page.find(">ECOG</button>") + 1), std::string::npos);
    EXPECT_THAT(page, HasSubstr("<span class=\"quantity held\">&lt; 2 × <span class=\"held\"><button"));
    // Every button has its note, and every note its button.
    auto targets = support::attributes(page, "popovertarget");
    auto notes = support::attributes(page, "id");
    EXPECT_EQ(targets, notes);
    EXPECT_EQ(targets.size(), 3U);
}

TEST(CriteriaList, LinesFromRightToLeftHaveADirectionOfTheirOwn) {
    const std::string list = list_of("Inclusion Criteria:\n\na. بالغون من 18 سنة\n* Adultos\n");
    EXPECT_THAT(list, HasSubstr("<li class=\"counted\" dir=\"auto\"><span class=\"marker\" dir=\"ltr\">a.</span>"));
    EXPECT_THAT(list, HasSubstr("<li class=\"bullet\" dir=\"auto\">Adultos"));
    EXPECT_THAT(list_of("Inclusion Criteria:\n\n* Adultos\n"), Not(HasSubstr("dir=")));
}

TEST(Glossary, AShortQuantityDoesNotBreakOverLines) {
    EXPECT_EQ(explained("wall > 12mm"), "wall <span class=\"quantity held\">&gt; 12mm</span>");
    EXPECT_EQ(explained("greater than or equal to 20 kg"),
              "<span class=\"quantity\">greater than or equal to 20 kg</span>");
}

TEST(Glossary, LongTermsAndWhatIsGluedToThemBreakWell) {
    EXPECT_EQ(explained("use (LABA), daily"),
              "use <span class=\"held\">(<button type=\"button\" class=\"term-button\" popovertarget=\"" +
                  support::attributes(explained("LABA"), "popovertarget")[0] + "\">LABA</button>),</span> daily");
    const std::string named = explained("Eastern Cooperative Oncology Group, 0-1");
    EXPECT_THAT(named, HasSubstr("<span class=\"term\">Eastern Cooperative </span><span class=\"held\"><button"));
    EXPECT_THAT(named,
                HasSubstr("aria-label=\"Eastern Cooperative Oncology Group\">Oncology Group</button>,</span> 0-1"));
    EXPECT_EQ(support::visible_text(named), "Eastern Cooperative Oncology Group , 0-1");
}

TEST(Glossary, TermsStandOnWordBoundaries) {
    const auto count = [](std::string_view text) { return find_terms(text).size(); };
    EXPECT_EQ(count("Biopsy, biopsies"), 2U);
    EXPECT_EQ(count("placebos unbiopsied"), 0U);
    EXPECT_EQ(count("at last, ast"), 0U); // the enzyme is AST
    EXPECT_EQ(count("class IV; ICD-10; nursing staff; ST depression"), 0U);
    EXPECT_EQ(count("PORTAL HYPERTENSION"), 1U); // the longest
    EXPECT_EQ(count(""), 0U);
    EXPECT_THAT(explained("see https://example.org/HIV?days=28 days"), Not(HasSubstr("button")));
    EXPECT_THAT(explained("6-minute walk test within 28 days"),
                HasSubstr(">6-minute walk test</button></span> <span class=\"quantity held\">within 28 days</span>"));
}

TEST(Glossary, HasATermForEachFormAndASentenceForEachTerm) {
    EXPECT_GT(glossary_terms().size(), 150U);
    for (const GlossaryForm& form : glossary_forms()) {
        const auto found = find_terms(form.form);
        ASSERT_EQ(found.size(), 1U) << form.form;
        EXPECT_EQ(found[0].term, form.term) << form.form;
        EXPECT_EQ(found[0].end, form.form.size()) << form.form;
    }
}

// Letters and digits: bullets, which the page draws itself, and spaces are left out.
std::string letters(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) result += c;
    }
    return result;
}

// Takes our own words off, so that what is left must be the record's.
std::string words_of_list(const std::string& criteria) {
    std::string list = list_of(criteria);
    for (const std::string_view ours :
         {"What is needed to join ", "What rules out joining ", "<span class=\"recorded\">inclusion</span>",
          "<span class=\"recorded\">exclusion</span>",
          "<p class=\"note\">The record does not say which of these are needed to join and which rule it out.</p>",
          "<p class=\"note\">The record does not say whether these are needed to join or rule it out.</p>"}) {
        for (std::size_t at = list.find(ours); at != std::string::npos; at = list.find(ours))
            list.erase(at, ours.size());
    }
    return letters(support::visible_text(list));
}

// The words of the text that stands behind the list, as the record gives it.
std::string words_of_record(const std::string& criteria) {
    const std::string page = page_of(criteria);
    const std::string opening = "<div class=\"as-written prose\">";
    const std::size_t at = page.find(opening) + opening.size();
    const std::string text = support::unescaped(std::string_view(page).substr(at, page.rfind("</div>") - at));
    // A letter "o" is a bullet too, at the beginning of a line.
    return letters(std::regex_replace(text, std::regex("(^|\n)([ *\u00a0-]*)o "), "$1$2"));
}

TEST(CriteriaList, ShowsEveryWordOfEveryRealTextInOrder) {
    const auto path = support::shared_file("data/ctgov/studies.ndjson.zst");
    if (!path) GTEST_SKIP() << "needs ../shared/data/ctgov/studies.ndjson.zst, which is not here";
    std::size_t texts = 0;
    support::each_zst_line(*path, [&](const std::string& line) {
        const auto document = study::Document::parse(line);
        const std::string text(document->root()["protocolSection"]["eligibilityModule"]["eligibilityCriteria"].text());
        if (text.empty() || text.starts_with('<')) return true; // of HTML, tags are left out
        EXPECT_EQ(words_of_list(text), words_of_record(text))
            << document->root()["protocolSection"]["identificationModule"]["nctId"].text();
        ++texts;
        return !::testing::Test::HasFailure();
    });
    EXPECT_GT(texts, 3'000U);
}

} // namespace
} // namespace trialdex::web
