// The adverse-events page: what it says and does not say, its orders and filters, two groups compared, its files.
#include "support/fake_reader.h"
#include "support/shared_data.h"
#include "support/site_client.h"
#include "support/zst_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace trialdex {
namespace {

using support::get;
using support::visible_text;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kPage = "/study/NCT00000001/results/adverse-events";

// Two groups, one of which has no deaths; 120 other events, the first ones named.
std::string record(std::size_t others = 3) {
    std::string json = R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"Walks"}},
"resultsSection":{"adverseEventsModule":{"frequencyThreshold":"5","timeFrame":"12 weeks","description":"Asked at *each* visit",
"eventGroups":[{"id":"EG000","title":"Drug <b>","description":"Ten mg","deathsNumAffected":2,"deathsNumAtRisk":80,
 "seriousNumAffected":10,"seriousNumAtRisk":80,"otherNumAffected":40,"otherNumAtRisk":80},
{"id":"EG001","title":"Placebo","seriousNumAffected":0,"seriousNumAtRisk":40,"otherNumAffected":4,"otherNumAtRisk":40}],
"seriousEvents":[{"term":"Stroke","organSystem":"Nervous system disorders","assessmentType":"SYSTEMATIC_ASSESSMENT","sourceVocabulary":"MedDRA 26.1",
 "stats":[{"groupId":"EG000","numEvents":12,"numAffected":10,"numAtRisk":80},{"groupId":"EG001","numAffected":0,"numAtRisk":40}]}],
"otherEvents":[{"term":"=Cough & <i>cold</i>","organSystem":"Respiratory disorders","assessmentType":"SYSTEMATIC_ASSESSMENT","sourceVocabulary":"MedDRA 26.1",
 "notes":"Mild","stats":[{"groupId":"EG000","numAffected":20,"numAtRisk":80},{"groupId":"EG001","numAffected":4,"numAtRisk":40}]},
{"term":"Unstated","organSystem":"Other","stats":[{"groupId":"EG000","numAffected":5,"numAtRisk":80},{"groupId":"EG001"}]})";
    for (std::size_t i = 2; i < others; ++i) {
        json += R"(,{"term":"Rare )" + std::to_string(i) +
                R"(","organSystem":"Other","stats":[{"groupId":"EG000","numAffected":1,"numAtRisk":80}]})";
    }
    return json + "]}}}";
}

class AdverseEventsPage : public testing::Test {
protected:
    explicit AdverseEventsPage(const std::string& json = record()) { store.add(json); }
    std::string body(const std::string& query = "") {
        const api::Response response = get(site, kPage + query);
        EXPECT_EQ(response.status, 200) << response.location;
        return response.body;
    }
    std::string text(const std::string& query = "") { return visible_text(body(query)); }

    support::FakeReader store;
    web::Site site{store, web::SiteOptions{[] { return store::Milliseconds{1'766'700'000'000}; }}};
};

TEST_F(AdverseEventsPage, SaysWhatTheNumbersAre) {
    const std::string shown = text();
    for (const char* words : {"12 weeks", "5%: other events are listed when more than this share",
                              "A term that is not listed is not 0", "do not add up over terms", "2 of 80", "no data",
                              "10 of 80", "12 events", "MedDRA 26.1 (2 events)", "Systematic (2 events)"}) {
        EXPECT_THAT(shown, HasSubstr(words));
    }
    EXPECT_THAT(body(), HasSubstr("Drug &lt;b&gt;"));
    EXPECT_THAT(body(), HasSubstr("<span class=\"calculated\" title=\"20 of 80\">25.0%</span>"));
    EXPECT_THAT(body(), Not(HasSubstr("<i>cold")));
}

TEST(AdverseEventsPages, WhatMostEventsShareIsSaidOnce) {
    support::FakeReader store;
    std::string rows;
    for (const char* vocabulary : {"MedDRA (Unspecified)", "MedDRA (Unspecified)", "MedDRA 9", ""}) {
        rows += (rows.empty() ? "" : ",") +
                std::string(R"({"term":"Cough","organSystem":"Lungs","sourceVocabulary":")") + vocabulary +
                R"(","stats":[{"groupId":"EG000","numAffected":1,"numAtRisk":80}]})";
    }
    rows += R"json(,{"term":"Fall","organSystem":"Lungs","sourceVocabulary":"MedDRA (Unspecified)","stats":[]})json";
    store.add(
        R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}},"resultsSection":{"adverseEventsModule":{
        "eventGroups":[{"id":"EG000","title":"Drug"}],"otherEvents":[)" +
        rows + "]}}}");
    const web::Site site{store, web::SiteOptions{[] { return store::Milliseconds{1'766'700'000'000}; }}};
    const std::string shown = visible_text(get(site, kPage).body);
    EXPECT_THAT(shown,
                HasSubstr("MedDRA (Unspecified) (3 events, where an event does not say otherwise), not stated (1 "
                          "event), MedDRA 9 (1 event)"));
    EXPECT_THAT(shown, HasSubstr("Lungs · MedDRA 9"));
    EXPECT_THAT(shown, HasSubstr("Lungs · vocabulary not stated"));
    EXPECT_THAT(shown, Not(HasSubstr("Lungs · MedDRA (Unspecified)")));
}

TEST_F(AdverseEventsPage, ComparesOnlyOnRequest) {
    EXPECT_THAT(text(), Not(HasSubstr("Risk difference")));
    for (const char* query : {"?first=1", "?first=1&second=1", "?first=1&second=3", "?first=0&second=x"}) {
        EXPECT_THAT(text(query), Not(HasSubstr("Risk difference"))) << query;
    }
    const std::string shown = text("?first=1&second=2");
    EXPECT_THAT(shown, HasSubstr("Calculated by trialdex, unadjusted, many comparisons"));
    // 20 of 80 and 4 of 40: 15 points, ratio 2.5 (statsmodels: −0.0041 to 0.2710, 0.9159 to 6.8242)
    EXPECT_THAT(shown, HasSubstr("+15.0 (−0.4 to +27.1)"));
    EXPECT_THAT(shown, HasSubstr("2.50 (0.92 to 6.82)"));
    EXPECT_THAT(shown, HasSubstr("not without both counts"));
    EXPECT_THAT(shown, HasSubstr("none: 0 in the second"));
}

TEST_F(AdverseEventsPage, OrdersAndNarrows) {
    const auto before = [](const std::string& shown, const char* one, const char* other) {
        const std::size_t list = shown.find("Ordered by");
        return shown.find(one, list) < shown.find(other, list);
    };
    EXPECT_TRUE(before(text(), "=Cough", "Stroke"));
    EXPECT_TRUE(before(text("?sort=record"), "Stroke", "=Cough"));
    EXPECT_TRUE(before(text("?sort=system"), "Nervous system disorders", "Respiratory disorders"));
    EXPECT_THAT(body("?group=1"), HasSubstr("aria-sort=\"descending\""));
    const std::string narrowed = text("?q=cough&list=other");
    EXPECT_THAT(narrowed, HasSubstr("1 of 4 events are shown"));
    EXPECT_THAT(narrowed, Not(HasSubstr("12 events")));
    EXPECT_THAT(text("?q=zzz"), HasSubstr("No event of this record is like that"));
}

TEST_F(AdverseEventsPage, KeepsWhatWasAskedInItsLinksAndForms) {
    const std::string html = body("?q=%22%3E%3Cb&first=1&second=2&version=1&unknown=x");
    EXPECT_THAT(html, HasSubstr("value=\"&quot;&gt;&lt;b\""));
    EXPECT_THAT(html, HasSubstr("version=1&amp;q=%22%3E%3Cb&amp;sort=term&amp;first=1&amp;second=2#events"));
    EXPECT_THAT(html, HasSubstr("<input type=\"hidden\" name=\"first\" value=\"1\">"));
    EXPECT_THAT(html, Not(HasSubstr("unknown")));
}

TEST_F(AdverseEventsPage, FilesHoldEveryRowAndAreSafe) {
    const api::Response rows = get(site, std::string(kPage) + ".csv");
    EXPECT_EQ(rows.status, 200);
    EXPECT_THAT(rows.body, HasSubstr("'=Cough & <i>cold</i>"));
    EXPECT_THAT(rows.body, HasSubstr("other,Unstated,Other,,,,5,80,,,40,\r\n"));
    EXPECT_EQ(std::count(rows.body.begin(), rows.body.end(), '\n'), 5);
    const api::Response groups = get(site, std::string(kPage) + "/groups.csv");
    EXPECT_EQ(groups.status, 200);
    EXPECT_THAT(groups.body, HasSubstr("EG001,Placebo,,,,0,40,4,40\r\n"));
}

// A picture and a list of the two groups that are compared, of many.
TEST_F(AdverseEventsPage, ShowsTheComparedGroupsOnly) {
    std::string json = record();
    for (int i = 2; i < 12; ++i) {
        const std::string from =
            R"(,"seriousNumAffected":0,"seriousNumAtRisk":40,"otherNumAffected":4,"otherNumAtRisk":40})";
        json.replace(json.find(from), from.size(),
                     from + R"(,{"id":"EG1)" + std::to_string(i) + R"(","title":"Dose )" + std::to_string(i) + R"("})");
    }
    store.add(json);
    EXPECT_THAT(text(), HasSubstr("pick two to see one"));
    EXPECT_THAT(body(), Not(HasSubstr("class=\"chart\"")));
    const std::string two = body("?first=1&second=2");
    EXPECT_THAT(two, HasSubstr("class=\"chart\""));
    EXPECT_THAT(visible_text(two.substr(two.find("<table", two.find("id=\"events\"")))), Not(HasSubstr("Dose 5")));
}

class ManyEvents : public AdverseEventsPage {
protected:
    ManyEvents() : AdverseEventsPage(record(250)) {}
};

TEST_F(ManyEvents, AreShownAHundredAPage) {
    EXPECT_THAT(text(), HasSubstr("1 to 100 of 251"));
    EXPECT_THAT(text("?page=3"), HasSubstr("201 to 251 of 251"));
    EXPECT_THAT(text("?page=99"), HasSubstr("201 to 251 of 251"));
    EXPECT_THAT(body("?list=other&page=2"), HasSubstr("?list=other&amp;page=3\""));
}

TEST(AdverseEventsPages, AreNotThereWithoutAdverseEvents) {
    support::FakeReader store;
    store.add(
        R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}},"resultsSection":{"moreInfoModule":{}}})");
    const web::Site site(store, web::SiteOptions{[] { return store::Milliseconds{1'766'700'000'000}; }});
    for (const char* end : {"", ".csv", "/groups.csv"})
        EXPECT_EQ(get(site, std::string(kPage) + end).status, 404) << end;
}

// Whole numbers in `text`, without the commas between their groups.
std::set<std::string> numbers_of(std::string_view text) {
    std::set<std::string> numbers;
    std::string digits;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ' ';
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (!digits.empty() && c != ',') {
            numbers.insert(std::move(digits));
            digits.clear();
        }
    }
    return numbers;
}

// The cells with figures, without what is marked as calculated.
std::string figures_of(std::string_view html) {
    std::string figures;
    for (std::size_t at = html.find("<td class=\"figure"); at != std::string_view::npos;
         at = html.find("<td class=\"figure", at + 1)) {
        std::string cell(html.substr(at, html.find("</td>", at) - at));
        for (std::size_t mark = cell.find("<span class=\"calculated\""); mark != std::string::npos;
             mark = cell.find("<span class=\"calculated\"")) {
            cell.erase(mark, cell.find("</span>", mark) - mark);
        }
        figures += visible_text(cell) + ' ';
    }
    return figures;
}

TEST(AdverseEventsPages, HoldNoNumberThatIsNeitherInTheRecordNorMarked) {
    const auto file = support::shared_file("data/ctgov/studies.ndjson.zst");
    if (!file) GTEST_SKIP() << "no real records beside the checkout";
    std::size_t pages = 0;
    support::each_zst_line(*file, [&](const std::string& line) {
        if (line.find("\"adverseEventsModule\"") == std::string::npos) return true;
        support::FakeReader store;
        const study::NctId id = store.add(line);
        const web::Site site(store, web::SiteOptions{[] { return store::Milliseconds{1'766'700'000'000}; }});
        const api::Response page = get(site, "/study/" + id.text() + "/results/adverse-events?first=1&second=2");
        if (page.status == 404) return true;
        EXPECT_EQ(page.status, 200) << id.text();
        const auto document = *study::Document::parse(line);
        const auto known = numbers_of(document.root()["resultsSection"]["adverseEventsModule"].raw());
        for (const std::string& number : numbers_of(figures_of(page.body))) {
            EXPECT_TRUE(known.contains(number)) << number << " on the page of " << id.text();
        }
        EXPECT_THAT(page.body, Not(HasSubstr("<th scope=\"row\"></th>")));
        return ++pages % 50 != 0 || !testing::Test::HasFailure();
    });
    EXPECT_GT(pages, 500U);
}

TEST(CheckNotes, StandBesideWhatTheyConcern) {
    std::string json = record();
    const std::string from = R"("deathsNumAffected":2)";
    json.replace(json.find(from), from.size(), R"("deathsNumAffected":90)");
    support::FakeReader store;
    store.add(json);
    const web::Site site(store, web::SiteOptions{[] { return store::Milliseconds{1'766'700'000'000}; }});
    const std::string html = get(site, kPage).body;
    EXPECT_THAT(visible_text(html), HasSubstr("In “Drug <b>”, 90 died, more than the 80 at risk. Where"));
    EXPECT_THAT(html, HasSubstr("/study/NCT00000001/resultsSection/adverseEventsModule/eventGroups/0\""));
}

} // namespace
} // namespace trialdex
