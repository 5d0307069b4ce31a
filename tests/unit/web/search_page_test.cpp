// /search as a reader meets it: cards, choices, pages, and what is said when there is little or nothing.
#include "support/fake_reader.h"
#include "support/fake_searcher.h"
#include "support/site_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex {
namespace {

using support::attributes;
using support::get;
using support::visible_text;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr std::string_view kWalking =
    R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000007","briefTitle":"Walking <b>for</b> asthma"},)"
    R"("statusModule":{"overallStatus":"RECRUITING"},"conditionsModule":{"conditions":["Asthma","Stroke"]},)"
    R"("descriptionModule":{"briefSummary":"A breathing exercise every day."},)"
    R"("designModule":{"studyType":"INTERVENTIONAL","phases":["PHASE2","PHASE3"],)"
    R"("enrollmentInfo":{"count":99999999,"type":"ESTIMATED"}},)"
    R"("armsInterventionsModule":{"interventions":[{"type":"BEHAVIORAL","name":"Walks"}]},)"
    R"("contactsLocationsModule":{"locations":[{"country":"Norway"},{"country":"Chile"},{"country":"Norway"}]}}})";
constexpr std::string_view kOther =
    R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000009","nctIdAliases":["NCT00000003"]},)"
    R"("designModule":{"enrollmentInfo":{"count":1200,"type":"ACTUAL"}}},"hasResults":true})";

class SearchPage : public testing::Test {
protected:
    SearchPage() {
        store.add(std::string(kWalking));
        store.add(std::string(kOther));
        found({7, 9});
    }

    void found(const std::vector<std::uint32_t>& numbers, std::uint64_t total = 0) {
        engine.answer = {};
        for (const std::uint32_t number : numbers) engine.answer.hits.push_back({study::NctId(number), 1, {}});
        engine.answer.total = total > 0 ? total : numbers.size();
    }

    std::string body(const std::string& target, int status = 200) {
        const api::Response response = get(site, target);
        EXPECT_EQ(response.status, status) << target << " → " << response.location;
        return response.body;
    }

    support::FakeReader store;
    support::FakeIndex index;
    support::FakeSearcher& engine = *index.searcher;
    web::Site site{store, {[] { return store::Milliseconds{1'766'620'000'000}; }}, &index};
};

TEST_F(SearchPage, CardsSayWhatAStudyIs) {
    const std::string page = body("/search?q=asthma+exercise");
    EXPECT_THAT(attributes(page, "href"), Contains("/study/NCT00000007"));
    EXPECT_THAT(page, AllOf(HasSubstr("Walking &lt;b&gt;for&lt;/b&gt; <mark>asthma</mark>"),
                            HasSubstr("A breathing <mark>exercise</mark> every day.")));
    const std::string text = visible_text(page);
    EXPECT_THAT(text, AllOf(HasSubstr("2 studies"), HasSubstr("NCT00000007 Recruiting Phase 2, Phase 3"),
                            HasSubstr("3 sites in Chile and Norway · number of participants unknown"),
                            HasSubstr("Brief summary A breathing"), HasSubstr("With results"),
                            HasSubstr("1,200 participants (actual)"), HasSubstr("A study without a title")));
    EXPECT_THAT(text, Not(HasSubstr("99,999,999")));
}

TEST_F(SearchPage, TheAddressIsTheSearch) {
    const api::Response response = get(site, "/search?cond=&status=rec&q=+asthma&startFrom=2020&startTo=");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(response.location, "/search?q=asthma&start=2020_&status=rec");
    const std::string page = body(response.location);
    EXPECT_THAT(page, HasSubstr("<link rel=\"canonical\" href=\"/search?q=asthma&amp;start=2020_&amp;status=rec\">"));
    EXPECT_THAT(page, HasSubstr("<meta name=\"robots\" content=\"noindex\">"));
    EXPECT_THAT(body("/search"), Not(HasSubstr("noindex")));
    ASSERT_FALSE(engine.asked.empty());
}

TEST_F(SearchPage, AKnownNumberLeadsToItsStudy) {
    EXPECT_EQ(get(site, "/search?q=+nct7+").location, "/study/NCT00000007");
    EXPECT_EQ(get(site, "/search?q=NCT00000003").location, "/study/NCT00000009");
    engine.answer = {};
    EXPECT_THAT(body("/search?q=NCT00000008"), AllOf(HasSubstr("no record with the number NCT00000008"),
                                                     HasSubstr("https://clinicaltrials.gov/study/NCT00000008")));
    index.searcher = nullptr;
    EXPECT_EQ(get(site, "/search?q=nct7").status, 303);
}

TEST_F(SearchPage, WithoutAnIndexItSaysHowToBuildOne) {
    const web::Site bare(store, {[] { return store::Milliseconds{0}; }});
    for (const char* target : {"/search", "/search?q=asthma", "/search/report?q=asthma"}) {
        const api::Response response = get(bare, target);
        EXPECT_EQ(response.status, 200) << target;
        EXPECT_THAT(response.body, HasSubstr("trialdex index")) << target;
    }
    EXPECT_EQ(get(bare, "/search/suggest?q=as").body, R"({"suggestions":[]})");
}

TEST_F(SearchPage, ChoicesAreLinksWithCounts) {
    engine.answer.facets = {
        {"status", {{"rec", "Recruiting", 1, true}, {"com", "Completed", 1234, false}, {"sus", "Suspended", 0, false}}},
        {"country", {}}};
    for (int i = 0; i < 9; ++i) {
        engine.answer.facets[1].values.push_back({"Land " + std::to_string(i), "Land " + std::to_string(i), 5, false});
    }
    const std::string page = body("/search?q=asthma&status=rec");
    const auto links = attributes(page, "href");
    EXPECT_THAT(links, Contains("/search?q=asthma").Times(2)); // in the column and as a chip
    EXPECT_THAT(links, Contains("/search?q=asthma&status=rec&status=com"));
    EXPECT_THAT(links, Contains("/search?q=asthma&status=rec&more=country#facet-country"));
    EXPECT_THAT(links, Not(Contains("/search?q=asthma&status=rec&country=Land+8")));
    EXPECT_THAT(visible_text(page), AllOf(HasSubstr("Completed 1,234 studies"), HasSubstr("Remove Status: Recruiting"),
                                          Not(HasSubstr("Suspended"))));
    EXPECT_THAT(attributes(body("/search?q=asthma&more=country"), "href"),
                Contains("/search?q=asthma&country=Land+8&more=country"));
    ASSERT_THAT(engine.asked.front().choices, SizeIs(1));
    EXPECT_THAT(engine.asked.front().choices[0].keys, ElementsAre("rec"));
}

TEST_F(SearchPage, AVeryLongSearchIsNotRepeatedAHundredTimes) {
    engine.answer.facets = {{"status", {{"rec", "Recruiting", 1, false}}}};
    const std::string long_text(7'000, 'x');
    EXPECT_THAT(visible_text(body("/search?q=" + long_text + "&cond=" + long_text)),
                HasSubstr("too long to be narrowed"));
    EXPECT_THAT(engine.asked.front().facets, IsEmpty());
    EXPECT_THAT(visible_text(body("/search?q=" + long_text)), Not(HasSubstr("too long to be narrowed")));
}

TEST_F(SearchPage, PagesGoToAnyDepth) {
    found({7, 9}, 1'000);
    const std::string page = body("/search?q=a&size=10&page=50");
    EXPECT_EQ(engine.asked.back().offset, 490U);
    EXPECT_THAT(attributes(page, "href"),
                AllOf(Contains("/search?q=a&size=10&page=49"), Contains("/search?q=a&size=10&page=51"),
                      Contains("/search?q=a&size=10&page=100"), Contains("/search?q=a&size=10")));
    EXPECT_THAT(visible_text(page), HasSubstr("Page 50 of 100"));
    EXPECT_THAT(visible_text(page), HasSubstr("491 to 492, best match first"));
}

TEST_F(SearchPage, APageBeyondTheLastShowsTheLast) {
    engine.answers = [](const search::Query& query) {
        search::Answer answer;
        answer.total = 41;
        if (query.offset < 41) answer.hits = {{study::NctId(7), 1, {}}};
        return answer;
    };
    EXPECT_THAT(visible_text(body("/search?page=900")), HasSubstr("Page 3 of 3"));
}

TEST_F(SearchPage, TextsThatAreNoExpressionAreExplained) {
    const std::string page = body("/search?q=AREA%5BConditon%5Dasthma");
    EXPECT_THAT(page, AllOf(HasSubstr("Your search was read as plain words"), HasSubstr("<mark>Conditon</mark>")));
    EXPECT_THAT(attributes(page, "href"), Contains("/search?q=AREA%5BCondition%5Dasthma"));
    EXPECT_THAT(visible_text(page), HasSubstr("2 studies"));
}

TEST_F(SearchPage, WhatPeopleTypeNeverFails) {
    for (const char* typed : {"%22", "(((", "%5D%5B", "O%27Brien", "a%2C%2Cb", "or", "%5C", "%F0%9F%98%80", "AND",
                              "%3Cscript%3E", "NOT", "RANGE%5B", "100%25", "%26amp;"}) {
        const std::string page = body(std::string("/search?q=") + typed);
        EXPECT_THAT(page, Not(HasSubstr("<script>"))) << typed;
    }
}

TEST_F(SearchPage, OtherNamesAreToldAndCanBeSwitchedOff) {
    engine.answer.synonyms = {
        {"heart attack", "Myocardial Infarction", "D009203", {"Heart Attack", "Myocardial Infarction", "MI"}}};
    const std::string page = body("/search?q=heart+attack");
    EXPECT_THAT(visible_text(page), HasSubstr("Also searched for “heart attack”: Myocardial Infarction; MI"));
    EXPECT_THAT(attributes(page, "href"), Contains("/search?q=heart+attack&syn=off"));
    const std::string off = body("/search?q=heart+attack&syn=off");
    EXPECT_FALSE(engine.asked.back().synonyms);
    EXPECT_THAT(attributes(off, "href"), Contains("/search?q=heart+attack"));
}

TEST_F(SearchPage, FewHitsAreFollowedByWiderLists) {
    engine.answers = [](const search::Query& query) {
        search::Answer answer;
        const search::Expression& asked = query.clauses[0].expression;
        answer.hits = {{study::NctId(7), 1, {}}};
        if (asked.scope.area == nullptr) answer.hits.push_back({study::NctId(9), 1, {}});
        answer.total = answer.hits.size();
        return answer;
    };
    const std::string page = body("/search?q=asthma+exercise");
    EXPECT_THAT(visible_text(page), AllOf(HasSubstr("1 study"), HasSubstr("Studies with all your words anywhere")));
    EXPECT_THAT(attributes(page, "href"), Contains("/study/NCT00000007").Times(1));
    EXPECT_THAT(attributes(page, "href"), Contains("/study/NCT00000009").Times(1));
}

TEST_F(SearchPage, NoHitsNameThePartThatEmptiedThem) {
    engine.answers = [](const search::Query& query) {
        search::Answer answer;
        const bool has_zebra =
            !query.clauses.empty() && query.clauses[0].expression.text.find("zebra") != std::string::npos;
        if (!has_zebra && query.choices.empty()) answer.total = 12;
        return answer;
    };
    engine.counts = [](const search::Expression& expression) { return expression.text == "zebra" ? 0U : 345U; };
    engine.spellings = {{"zebra", "zebrafish"}};
    const std::string page = body("/search?q=asthma+zebra");
    EXPECT_THAT(visible_text(page), AllOf(HasSubstr("Words: asthma 345 studies No studies"),
                                          HasSubstr("Words: zebra No studies 12 studies Drop “zebra”"),
                                          HasSubstr("Did you mean asthma zebrafish ?")));
    EXPECT_THAT(attributes(page, "href"), AllOf(Contains("/search?q=asthma"), Contains("/search?q=asthma+zebrafish")));
    EXPECT_THAT(visible_text(body("/search?q=(asthma+OR+walking)+AND+zebra&status=rec")),
                AllOf(HasSubstr("(asthma OR walking)"), HasSubstr("Status: Recruiting not counted alone")));
}

TEST_F(SearchPage, AFailureIsAPageWithTheForm) {
    engine.answers = [](const search::Query&) { return fail(ErrorCode::Corrupt, "Block 7 of the index is damaged."); };
    EXPECT_THAT(body("/search?q=asthma", 500),
                AllOf(HasSubstr("Block 7 of the index is damaged."), HasSubstr("value=\"asthma\"")));
    engine.answers = [](const search::Query&) { return fail(ErrorCode::TooLarge, "Too many records to look at."); };
    body("/search?q=asthma", 400);
}

TEST_F(SearchPage, FormsKeepWhatIsChosen) {
    const std::string page = body("/search?cond=asthma&start=2020_2022&status=rec&sort=start");
    EXPECT_THAT(page, AllOf(HasSubstr("name=\"startFrom\" type=\"text\" value=\"2020\""),
                            HasSubstr("name=\"startTo\" type=\"text\" value=\"2022\""),
                            HasSubstr("type=\"hidden\" name=\"status\" value=\"rec\""),
                            HasSubstr("<details class=\"search-fields\" open=\"\">")));
    EXPECT_THAT(page, Not(HasSubstr("type=\"hidden\" name=\"start\" value=\"2020_2022\"><label")));
}

TEST_F(SearchPage, SuggestionsAreJson) {
    engine.names = {{search::Suggestion::Kind::Condition, "Asthma \"x\"", {}, 12},
                    {search::Suggestion::Kind::Sponsor, "Astra", {}, 3},
                    {search::Suggestion::Kind::Study, "Walking", study::NctId(7), 1}};
    const api::Response all = get(site, "/search/suggest?q=as");
    EXPECT_EQ(all.content_type, "application/json; charset=utf-8");
    EXPECT_THAT(all.body,
                AllOf(HasSubstr(R"("text":"Asthma \"x\"")"), HasSubstr(R"("href":"/search?cond=Asthma+%22x%22")"),
                      HasSubstr(R"("href":"/study/NCT00000007")")));
    const std::string one = get(site, "/search/suggest?q=as&kind=sponsor").body;
    EXPECT_THAT(one, AllOf(HasSubstr("Astra"), Not(HasSubstr("Asthma")), Not(HasSubstr("Walking"))));
    EXPECT_EQ(get(site, "/search/suggest").body, R"({"suggestions":[]})");
}

TEST_F(SearchPage, ASearchOfTheRegistryIsBroughtHere) {
    const api::Response response =
        get(site,
            "/search/import?url=https%3A%2F%2Fclinicaltrials.gov%2Fsearch%3Fcond%3Dasthma%26aggFilters%3Dstatus%3Arec");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(response.location, "/search?cond=asthma&status=rec");
    EXPECT_EQ(get(site, "/search?q=https%3A%2F%2Fclinicaltrials.gov%2Fsearch%3Fcond%3Dasthma").status, 303);
    EXPECT_THAT(body("/search/import?url=https%3A%2F%2Fexample.org%2F%3Cscript%3E", 400), Not(HasSubstr("<script>")));
    EXPECT_THAT(body("/search/import"), HasSubstr("name=\"url\""));
}

TEST_F(SearchPage, TheReportDocumentsASearch) {
    engine.counts = [](const search::Expression&) { return 345U; };
    engine.answer.synonyms = {{"asthma", "Asthma", "D001249", {"Bronchial Asthma"}}};
    const std::string page = body("/search/report?cond=asthma&start=2020_&status=rec&status=com");
    const std::string text = visible_text(page);
    EXPECT_THAT(text, AllOf(HasSubstr("#1 Condition or disease asthma AREA[ConditionSearch](asthma) 345"),
                            HasSubstr("AREA[StartDate]RANGE[2020, MAX]"),
                            HasSubstr("(AREA[OverallStatus]RECRUITING) OR (AREA[OverallStatus]COMPLETED)"),
                            HasSubstr("#1 AND #2 AND #3 2"), HasSubstr("Asthma (D001249): Bronchial Asthma"),
                            HasSubstr("generation 3"), HasSubstr("24 December 2025, 23:46 UTC")));
    EXPECT_THAT(attributes(page, "href"),
                Contains("/api/v2/studies?filter.advanced=AREA%5BStartDate%5DRANGE%5B2020,+MAX%5D&query.cond=asthma&"
                         "aggFilters=status:rec+com&sort=@relevance&countTotal=true"));
}

TEST_F(SearchPage, HelpExamplesAllParse) {
    const std::string page = body("/search/help");
    for (const std::string& href : attributes(page, "href")) {
        if (!href.starts_with("/search?")) continue;
        EXPECT_THAT(body(href), Not(HasSubstr("was read as plain words"))) << href;
    }
}

TEST_F(SearchPage, EveryPageHasABox) {
    for (const char* target : {"/", "/modules", "/study/NCT00000007", "/search/help"}) {
        EXPECT_THAT(body(target), HasSubstr("class=\"header-search\" action=\"/search\"")) << target;
    }
    EXPECT_THAT(body("/"),
                AllOf(HasSubstr("id=\"search-q\""), HasSubstr("js/suggest.js"), HasSubstr("type=\"module\"")));
}

} // namespace
} // namespace trialdex
