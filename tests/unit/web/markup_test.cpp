#include "web/components/entities.h"
#include "web/components/markup.h"

#include <gtest/gtest.h>

namespace trialdex::web {
namespace {

std::string rendered(std::string_view text) {
    Html html;
    markup(html, text);
    std::string out = html.take();
    while (out.ends_with('\n')) out.pop_back();
    return out;
}

TEST(Markup, ReadsEscapesAsTheCharactersTheyProtect) {
    EXPECT_EQ(rendered(R"(Male or female \>18 years, BMI \<= 30 \[kg/m\^2\] \& \~50 \*)"),
              "<p>Male or female &gt;18 years, BMI &lt;= 30 [kg/m^2] &amp; ~50 *</p>");
}

TEST(Markup, MakesListsOfListLines) {
    EXPECT_EQ(rendered("Inclusion:\n\n* one\n* two\n\nThen:\n\n3. three\n4. four"),
              "<p>Inclusion:</p><ul><li>one</li><li>two</li></ul><p>Then:</p><ol "
              "start=\"3\"><li>three</li><li>four</li></ol>");
    EXPECT_EQ(rendered("* outer\n\n  * inner"), "<ul><li><p>outer</p><ul><li>inner</li></ul></li></ul>");
}

TEST(Markup, ALoneBulletLeavesNothingBehind) {
    EXPECT_EQ(rendered("* \n* b"), "<ul><li>b</li></ul>");
    EXPECT_EQ(rendered("* *c*\n* `d`\n*\n  * e"),
              "<ul><li><em>c</em></li><li><code>d</code></li><li><ul><li>e</li></ul></li></ul>");
}

TEST(Markup, BlocksHaveADirectionOfTheirOwnWhereSomeRunFromRightToLeft) {
    EXPECT_EQ(rendered("Texto\n\n* قائمة\n* dos"),
              "<p dir=\"auto\">Texto</p><ul dir=\"auto\"><li dir=\"auto\">قائمة</li><li dir=\"auto\">dos</li></ul>");
    EXPECT_EQ(rendered("2. ثانيا"), "<ol start=\"2\" dir=\"auto\"><li dir=\"auto\">ثانيا</li></ol>");
    EXPECT_EQ(rendered("Ναυτία, 恶心"), "<p>Ναυτία, 恶心</p>");
}

TEST(Markup, IndentedTextIsNoCode) { EXPECT_EQ(rendered("One\n\n      Two, far in"), "<p>One</p><p>Two, far in</p>"); }

TEST(Markup, HtmlOfARecordIsInertText) {
    EXPECT_EQ(rendered("<p>Inclusion</p><ul><li>x</li></ul>"),
              "<p>&lt;p&gt;Inclusion&lt;/p&gt;&lt;ul&gt;&lt;li&gt;x&lt;/li&gt;&lt;/ul&gt;</p>");
    EXPECT_EQ(rendered("<script>alert(1)</script>\n\n<!-- hidden -->"),
              "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><p>&lt;!-- hidden --&gt;</p>");
    EXPECT_EQ(rendered("&#60;img src=x onerror=alert(1)&#62; &lt;b&gt;"),
              "<p>&lt;img src=x onerror=alert(1)&gt; &lt;b&gt;</p>");
}

TEST(Markup, LinksLeadToTheWebAndToMailOnly) {
    EXPECT_EQ(
        rendered("[site](https://example.org/a?b=1&amp;c=2)"),
        "<p><a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener nofollow\" class=\"external\">site</a></p>");
    for (const std::string_view hostile :
         {"[x](javascript:alert)", "[x](JaVaScRiPt:alert)", "[x](&#106;avascript:alert)", "[x](data:text/html,1)",
          "[x](//example.org)", "[x](/study/NCT1)", "[x]( vbscript:x )", "[x](\"\")"}) {
        EXPECT_EQ(rendered(hostile).find("href"), std::string::npos) << hostile;
        EXPECT_NE(rendered(hostile).find('x'), std::string::npos) << hostile;
    }
    EXPECT_EQ(rendered("<javascript:alert(1)>").find("href"), std::string::npos);
}

TEST(Markup, AnAddressCannotLeaveItsAttribute) {
    const std::string out = rendered("[x](https://e.org/\"onmouseover=alert(1)//)");
    EXPECT_EQ(out.find("\"onmouseover"), std::string::npos) << out;
}

TEST(Markup, BareAddressesBecomeLinksWithTheirEscapedPartsAndWithoutTheFullStop) {
    EXPECT_EQ(rendered(R"(See https://example.org/clinical\_trials/data\_requests. And (www.example.org).)"),
              "<p>See <a href=\"https://example.org/clinical_trials/data_requests\" rel=\"noopener nofollow\" "
              "class=\"external\">https://example.org/clinical_trials/data_requests</a>. And (<a "
              "href=\"http://www.example.org\" rel=\"noopener nofollow\" class=\"external\">www.example.org</a>).</p>");
    EXPECT_EQ(rendered("https://en.example.org/a_(b)").find("a_(b)</a>") != std::string::npos, true);
    EXPECT_EQ(rendered("xhttp://example.org http:// www. https://-").find("href"), std::string::npos);
}

TEST(Markup, NoImagesAndHeadingsThatLeaveThePagesOutlineAlone) {
    EXPECT_EQ(rendered("![a chart](https://example.org/x.png)"), "<p>a chart</p>");
    EXPECT_EQ(rendered("# Aim\n\nText"), "<p class=\"markup-heading\"><strong>Aim</strong></p><p>Text</p>");
}

TEST(Markup, EmphasisAndCodeStay) {
    EXPECT_EQ(rendered("*a* **b** `c < d`"), "<p><em>a</em> <strong>b</strong> <code>c &lt; d</code></p>");
}

TEST(Markup, EntitiesAreDecodedEvenWhenTheyWereEscaped) {
    EXPECT_EQ(rendered(R"(the patient\&#39;s &lt; 60 mL&#x2F;min &plusmn; 2)"),
              "<p>the patient&#39;s &lt; 60 mL/min ± 2</p>");
    EXPECT_EQ(rendered("&unknown; &; &#; &#xZZ;"), "<p>&amp;unknown; &amp;; &amp;#; &amp;#xZZ;</p>");
}

TEST(Markup, EveryElementIsClosedHoweverDeepTheText) {
    std::string quotes(3'000, '>');
    std::string lists;
    for (int depth = 0; depth < 200; ++depth) lists += std::string(static_cast<std::size_t>(depth) * 2, ' ') + "* x\n";
    for (const std::string& text : {quotes + "deep", lists, std::string(5'000, '*') + "a", std::string(5'000, '[')}) {
        const std::string out = rendered(text);
        int open = 0;
        int deepest = 0;
        for (std::size_t i = 0; i + 1 < out.size(); ++i) {
            if (out[i] != '<' || out.substr(i, 4) == "<br>" || out.substr(i, 4) == "<hr>") continue;
            open += out[i + 1] == '/' ? -1 : 1;
            deepest = std::max(deepest, open);
        }
        EXPECT_EQ(open, 0);
        EXPECT_LE(deepest, 24);
    }
}

TEST(Markup, VeryLongTextIsShownAsItIs) {
    const std::string out = rendered(std::string(2'000'000, '*'));
    EXPECT_TRUE(out.starts_with("<p class=\"as-written\">**"));
    EXPECT_GT(out.size(), 2'000'000U);
}

TEST(Entities, DecodesNamesNumbersAndWhatWasEncodedTwice) {
    EXPECT_EQ(decode_entities("Head &Amp; Neck &le; 5&#181;g &#x3BC;"), "Head & Neck ≤ 5µg μ");
    EXPECT_EQ(decode_entities("Children&Amp;#39;s Hospital"), "Children's Hospital");
    EXPECT_EQ(decode_entities("http:&#x2F;&#x2F;example.org&#x2F;"), "http://example.org/");
    EXPECT_EQ(decode_entities("AT&T; R&D"), "AT&T; R&D");
}

TEST(Entities, WhatIsNoCharacterBecomesTheReplacementCharacter) {
    EXPECT_EQ(decode_entities("&#0; &#xD800; &#x110000; &#99999999;"), "\ufffd \ufffd \ufffd \ufffd");
    EXPECT_EQ(decode_entities("&#x10FFFF;"), "\xf4\x8f\xbf\xbf");
}

} // namespace
} // namespace trialdex::web
