// Results pages of whole registries: every outcome keeps its title, and every number in a table is in the record or
// marked as calculated.
#include "demo/demo.h"
#include "study/json.h"
#include "support/fake_reader.h"
#include "support/numbers.h"
#include "support/shared_data.h"
#include "support/site_client.h"
#include "support/zst_lines.h"
#include "web/components/entities.h"

#include <gtest/gtest.h>
#include <set>

namespace trialdex {
namespace {

using support::add_numbers;
using support::get;
using support::visible_text;
using support::without;

// What the page gives as figures: cells, rows, sentences of analyses, the words in pictures; without what is marked as
// calculated and without the scales of pictures.
std::string figures_of(const std::string& body) {
    struct Part {
        std::string_view opening, closing;
    };
    constexpr Part kParts[] = {{"<td class=\"figure\"", "</td>"},
                               {"<th scope=\"row\"", "</th>"},
                               {"<p class=\"analysis-sentence\"", "</p>"},
                               {"<text class=\"row-figure\"", "</text>"},
                               {"<section class=\"results-part\"><h2>", "</p>"}, // the overview
                               {"<text class=\"flow-", "</text>"}};
    const std::string html =
        without(without(body, "<span class=\"calculated\"", "</span>"), "<g class=\"axis\"", "</g>");
    std::string text;
    for (const Part& part : kParts) {
        for (std::size_t at = html.find(part.opening); at != std::string::npos; at = html.find(part.opening, at + 1)) {
            text += visible_text(html.substr(at, html.find(part.closing, at) - at)) + " ";
        }
    }
    return text;
}

std::string squeezed(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool is_space = c == ' ' || c == '\n';
        if (!is_space || (!out.empty() && out.back() != ' ')) out += is_space ? ' ' : c;
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

class ResultsNumbers : public testing::Test {
protected:
    // Every part of one record.
    void check(const std::string& json) {
        support::FakeReader store;
        const store::NctId id = store.add(json);
        const web::Site site(store, {[] { return store::Milliseconds{1'766'620'000'000}; }});
        const auto document = study::Document::parse(json);
        const study::Value results = document->root()["resultsSection"];
        if (results.size() == 0) return;
        ++studies;
        std::set<std::string> known;
        add_numbers(known, results);
        if (known.contains("975")) known.insert("97.5"); // the words of the code CONFIDENCE_975
        const std::string base = "/study/" + id.text() + "/results";
        page(site, base, known);
        for (const auto& [part, module] : {std::pair("/flow", "participantFlowModule"),
                                           {"/baseline", "baselineCharacteristicsModule"},
                                           {"/outcomes", "outcomeMeasuresModule"}}) {
            if (results[module]) page(site, base + part, known);
        }
        const study::Value list = results["outcomeMeasuresModule"]["outcomeMeasures"];
        std::string lists;
        for (std::size_t i = 0; i <= list.size() / 50; ++i) {
            lists += visible_text(get(site, base + "/outcomes?page=" + std::to_string(i + 1)).body);
        }
        std::size_t number = 0;
        for (const study::Value outcome : list) {
            const std::string target = base + "/outcomes/" + std::to_string(++number);
            const std::string words = visible_text(page(site, target, known));
            const std::string title = squeezed(web::decode_entities(outcome["title"].text()));
            EXPECT_NE(words.find(title), std::string::npos) << target << ": " << title;
            EXPECT_NE(lists.find(title), std::string::npos) << target << ": " << title;
            ++outcomes;
        }
    }

    std::string page(const web::Site& site, const std::string& target, const std::set<std::string>& known) {
        const api::Response response = get(site, target);
        EXPECT_EQ(response.status, 200) << target;
        for (const std::string_view blank : {"<td class=\"figure\"></td>", "<th scope=\"row\"></th>", "<dd></dd>",
                                             "<li></li>", "<p></p>", "\"></a>", "\"></h1>", "<h3></h3>"}) {
            EXPECT_EQ(response.body.find(blank), std::string::npos) << blank << " on " << target;
        }
        std::set<std::string> shown;
        add_numbers(shown, figures_of(response.body));
        numbers += shown.size();
        for (const std::string& number : shown) EXPECT_TRUE(known.contains(number)) << number << " on " << target;
        return response.body;
    }

    std::size_t studies = 0;
    std::size_t outcomes = 0;
    std::size_t numbers = 0;
};

TEST_F(ResultsNumbers, OfRealRecordsStandInTheRecord) {
    const auto file = support::shared_file("data/ctgov/studies.ndjson.zst");
    if (!file) GTEST_SKIP() << "no shared data beside the checkout";
    ASSERT_TRUE(support::each_zst_line(*file, [&](const std::string& line) {
        if (line.find("\"resultsSection\"") != std::string::npos) check(line);
        return true;
    }));
    EXPECT_EQ(studies, 585U);
    EXPECT_GT(outcomes, 10'000U);
    EXPECT_GT(numbers, 100'000U);
}

TEST_F(ResultsNumbers, OfInventedRecordsStandInTheRecord) {
    constexpr std::uint64_t kStudies = 1'000;
    for (std::uint64_t i = 0; i < kStudies; ++i) check(demo::study_json(i));
    EXPECT_GT(studies, 50U);
    EXPECT_GT(numbers, 1'000U);
}

} // namespace
} // namespace trialdex
