// GET /studies: what the parameters ask of the search engine, and how its answer is written.
#include "api/api.h"
#include "api/page_parameters.h"
#include "support/expression_shape.h"
#include "support/fake_index.h"
#include "support/fake_reader.h"

#include <gtest/gtest.h>
#include <set>

namespace trialdex::api {
namespace {

using Parameters = std::vector<std::pair<std::string, std::string>>;

std::string study(int number) {
    return fmt::format(R"({{"protocolSection":{{"identificationModule":{{"nctId":"NCT{:08}"}}}},"hasResults":false}})",
                       number);
}

// A registry of 25 studies with an index that finds them all.
class ListStudies : public testing::Test {
protected:
    ListStudies() {
        for (int i = 1; i <= 25; ++i) ids_.push_back(reader_.add(study(i)));
        searcher_ = std::make_shared<support::ListSearcher>(ids_);
        index_ = std::make_unique<support::FakeIndex>(searcher_);
        api_ = std::make_unique<Api>(reader_, index_.get());
    }

    Response get(const Parameters& parameters) const {
        Request request;
        request.method = "GET";
        request.path = "/api/v2/studies";
        request.query = parameters;
        return api_->handle(request);
    }

    search::Query asked(const Parameters& parameters) const {
        const Response response = get(parameters);
        EXPECT_EQ(response.status, 200) << response.body;
        return searcher_->asked();
    }

    // The clauses, filters in braces.
    std::string clauses(const Parameters& parameters) const {
        std::string text;
        for (const search::Clause& clause : asked(parameters).clauses) {
            if (!text.empty()) text += " ";
            const std::string shape = support::shape(clause.expression);
            text += clause.scored ? shape : "{" + shape + "}";
        }
        return text;
    }

    std::string error(const Parameters& parameters) const {
        const Response response = get(parameters);
        EXPECT_EQ(response.status, 400) << response.body.substr(0, 200);
        EXPECT_TRUE(response.etag.empty());
        return response.body;
    }

    support::FakeReader reader_;
    std::vector<search::NctId> ids_;
    std::shared_ptr<support::ListSearcher> searcher_;
    std::unique_ptr<support::FakeIndex> index_;
    std::unique_ptr<Api> api_;
};

std::string token_in(const std::string& body) {
    const std::size_t at = body.find("\"nextPageToken\":\"");
    return at == std::string::npos ? "" : body.substr(at + 17, body.find('"', at + 17) - at - 17);
}

TEST_F(ListStudies, LayoutIsOneStudyALineAndTheTokenLast) {
    const std::string body = get({{"pageSize", "2"}, {"countTotal", "true"}}).body;
    EXPECT_EQ(body, "{\"totalCount\":25,\"studies\":[\n" + study(1) + ",\n" + study(2) + "\n],\"nextPageToken\":\"" +
                        page_token(2) + "\"}");
    EXPECT_EQ(get({{"filter.synonyms", "BasicSearch:1"}, {"countTotal", "true"}}).body,
              "{\"totalCount\":0,\"studies\":[\n\n]}");
}

TEST_F(ListStudies, PagesWalkThroughAllStudiesAndEndWithAPageThatIsNotFull) {
    std::string all;
    std::string token;
    for (int pages = 1;; ++pages) {
        const std::string body = get({{"pageSize", "5"}, {"pageToken", token}, {"countTotal", "true"}}).body;
        EXPECT_EQ(body.find("totalCount") != std::string::npos, pages == 1);
        all += body;
        token = token_in(body);
        if (token.empty()) {
            EXPECT_EQ(pages, 6); // 25 is a multiple of 5: the last page is empty
            break;
        }
    }
    for (const search::NctId id : ids_) EXPECT_NE(all.find(id.text()), std::string::npos);
}

TEST_F(ListStudies, PageSizes) {
    EXPECT_EQ(asked({}).limit, 10U);
    EXPECT_EQ(asked({{"pageSize", "0"}}).limit, 10U);
    EXPECT_EQ(asked({{"pageSize", "1000"}}).limit, 1000U);
    EXPECT_EQ(asked({{"pageSize", "1001"}}).limit, 1000U);
    EXPECT_EQ(asked({{"pageSize", "99999999999999999999999"}}).limit, 1000U);
    for (const char* wrong : {"-1", "ten", "1.5", "1e3", " 5"}) {
        EXPECT_EQ(error({{"pageSize", wrong}}), "Parameter `pageSize` has incorrect format");
    }
}

TEST_F(ListStudies, TokensCarryAnyOffsetAndNothingElse) {
    std::set<std::string> tokens;
    for (const std::uint64_t offset : {0ULL, 1ULL, 10ULL, 255ULL, 256ULL, 580'000ULL, 1ULL << 40U}) {
        const std::string token = page_token(offset);
        EXPECT_EQ(token.size(), 18U);
        EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
                  std::string::npos);
        EXPECT_EQ(asked({{"pageToken", token}}).offset, offset);
        EXPECT_TRUE(tokens.insert(token).second);
        for (std::size_t i = 0; i < token.size(); ++i) {
            std::string bad = token;
            bad[i] = bad[i] == 'Q' ? 'R' : 'Q';
            EXPECT_EQ(error({{"pageToken", bad}}), "Parameter `pageToken` has incorrect format");
        }
    }
    for (const std::string& wrong : {std::string("x"), page_token(7) + "A", page_token(7).substr(1), page_token(~0ULL),
                                     std::string("NF0g5JGBlPMuwQY")}) {
        EXPECT_EQ(error({{"pageToken", wrong}}), "Parameter `pageToken` has incorrect format");
    }
}

TEST_F(ListStudies, QueriesAreScoredEachInItsArea) {
    EXPECT_EQ(clauses({{"query.cond", "lung cancer"}, {"query.intr", "a OR b"}}),
              "ConditionSearch:lung cancer (or InterventionSearch:a InterventionSearch:b)");
    EXPECT_EQ(clauses({{"query.term", "x"}}), "BasicSearch:x");
    EXPECT_EQ(clauses({{"query.titles", "x"}}), "TitleSearch:x");
    EXPECT_EQ(clauses({{"query.outc", "x"}}), "OutcomeSearch:x");
    EXPECT_EQ(clauses({{"query.spons", "x"}}), "SponsorSearch:x");
    EXPECT_EQ(clauses({{"query.lead", "x"}}), "LeadSponsorName:x");
    EXPECT_EQ(clauses({{"query.id", "x"}}), "IdSearch:x");
    EXPECT_EQ(clauses({{"query.locn", "x, y"}}), "(and LocationSearch:x LocationSearch:y)");
    EXPECT_EQ(clauses({{"query.patient", "x"}}), "PatientSearch:x");
    EXPECT_EQ(clauses({{"query.cond", "AREA[Phase]PHASE1"}}), "Phase=PHASE1");
    EXPECT_EQ(clauses({{"query.cond", "(head OR neck) AND pain NOT cancer"}}),
              "(and (or ConditionSearch:head ConditionSearch:neck) ConditionSearch:pain (not ConditionSearch:cancer))");
    EXPECT_EQ(clauses({{"query.cond", " "}, {"query.intr", ""}}), "");
}

TEST_F(ListStudies, FiltersAreNotScoredAndPostFiltersDoTheSame) {
    for (const std::string prefix : {"filter.", "postFilter."}) {
        EXPECT_EQ(clauses({{prefix + "overallStatus", "RECRUITING|COMPLETED"}}),
                  "{(or OverallStatus=RECRUITING OverallStatus=COMPLETED)}");
        EXPECT_EQ(clauses({{prefix + "overallStatus", "RECRUITING"}, {prefix + "overallStatus", "UNKNOWN"}}),
                  "{(or OverallStatus=RECRUITING OverallStatus=UNKNOWN)}");
        EXPECT_EQ(clauses({{prefix + "geo", "distance(39.0035707,-77.1013313,50mi)"}}),
                  "{LocationGeoPoint@(39.0035707,-77.1013313,80467.2)}");
        EXPECT_EQ(clauses({{prefix + "geo", "distance(39,-77,500)"}}), "{LocationGeoPoint@(39,-77,500)}");
        EXPECT_EQ(clauses({{prefix + "ids", "nct1,NCT00000002"}}),
                  "{(or NCTId:term \"NCT00000001\" NCTIdAlias:term \"NCT00000001\" NCTId:term \"NCT00000002\" "
                  "NCTIdAlias:term \"NCT00000002\")}");
        EXPECT_EQ(clauses({{prefix + "advanced", "AREA[StudyType]INTERVENTIONAL AND breast cancer"}}),
                  "{(and StudyType=INTERVENTIONAL BasicSearch:breast cancer)}");
        EXPECT_EQ(clauses({{prefix + "synonyms", "ConditionSearch:1651367|BasicSearch:2013558"}}), "{nothing}");
        EXPECT_EQ(clauses({{prefix + "ids", ""}, {prefix + "overallStatus", ""}, {prefix + "geo", ""}}), "");
    }
    EXPECT_EQ(clauses({{"filter.advanced", "a"}, {"postFilter.advanced", "b"}, {"query.cond", "c"}}),
              "ConditionSearch:c {BasicSearch:a} {BasicSearch:b}");
}

TEST_F(ListStudies, AggregationFiltersAreChoices) {
    const search::Query query = asked({{"aggFilters", "status:not rec,sex:f|status:com,phase:na"}});
    ASSERT_EQ(query.choices.size(), 3U);
    EXPECT_EQ(query.choices[0].facet, "sex");
    EXPECT_EQ(query.choices[1].facet, "status");
    EXPECT_EQ(query.choices[1].keys, std::vector<std::string>{"com"});
    EXPECT_EQ(query.choices[2].keys, std::vector<std::string>{"na"});
    EXPECT_EQ(clauses({{"aggFilters", "status:rec|com"}}), "{nothing}");
    EXPECT_EQ(error({{"aggFilters", "bogus:x"}}), "Unknown filter in parameter `aggFilters`: `bogus`");
    error({{"aggFilters", "status:rec OR status:com"}});
}

TEST_F(ListStudies, IdsAloneSwitchEverythingElseOff) {
    using Ids = std::vector<search::NctId>;
    const auto id = [](std::uint32_t number) { return search::NctId(number); };
    EXPECT_EQ(asked({{"query.cond", "NCT00000007"}}).only_ids, Ids{id(7)});
    EXPECT_EQ(asked({{"query.locn", " nct7,  NCT3 "}}).only_ids, (Ids{id(3), id(7)}));
    EXPECT_EQ(asked({{"query.term", "NCT909532"}, {"query.cond", "asthma"}}).only_ids, Ids{id(909'532)});
    EXPECT_TRUE(asked({{"query.term", "NCT1 OR NCT2"}}).only_ids.empty());
    EXPECT_TRUE(asked({{"query.term", "asthma NCT00000002"}}).only_ids.empty());
    EXPECT_TRUE(asked({{"filter.ids", "NCT00000002"}}).only_ids.empty());
    EXPECT_TRUE(asked({{"filter.advanced", "NCT00000002"}}).only_ids.empty());
    const Response both = get({{"query.term", "NCT00000007 NCT3"}, {"filter.overallStatus", "COMPLETED"}});
    EXPECT_EQ(both.body, "{\"studies\":[\n" + study(3) + ",\n" + study(7) + "\n]}");
}

TEST_F(ListStudies, AnObsoleteIdAloneFindsTheStudyOfToday) {
    reader_.add(
        R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000030","nctIdAliases":["NCT00000031"]}}})");
    EXPECT_EQ(asked({{"query.id", "NCT00000031"}}).only_ids,
              (std::vector<search::NctId>{search::NctId(30), search::NctId(31)}));
}

TEST_F(ListStudies, SortsByIdUntilAskedOtherwise) {
    using By = search::SortItem::By;
    const auto sort = [&](const std::string& text) { return asked({{"sort", text}}).sort; };
    EXPECT_EQ(asked({}).sort.at(0).by, By::Id);
    EXPECT_TRUE(sort("").at(0).ascending);
    EXPECT_EQ(sort("@relevance").at(0).by, By::Relevance);
    EXPECT_FALSE(sort("@relevance").at(0).ascending);
    EXPECT_TRUE(sort("@relevance:asc").at(0).ascending);
    EXPECT_FALSE(sort("LastUpdatePostDate").at(0).ascending);
}

TEST_F(ListStudies, SortDirectionsAndNames) {
    const auto sort = [&](const std::string& text) { return asked({{"sort", text}}).sort; };
    EXPECT_TRUE(sort("EnrollmentCount").at(0).ascending);
    EXPECT_TRUE(sort("MinimumAge").at(0).ascending);
    const auto two = sort("EnrollmentCount:desc|NumArmGroups");
    ASSERT_EQ(two.size(), 2U);
    EXPECT_FALSE(two[0].ascending);
    EXPECT_EQ(two[0].node, schema::find_piece("EnrollmentCount"));
    EXPECT_EQ(two[1].node, schema::find_piece("ArmGroup"));
    EXPECT_EQ(sort("protocolSection.statusModule.startDateStruct.date:asc").at(0).node,
              schema::find_piece("StartDate"));
}

TEST_F(ListStudies, SortErrors) {
    for (const char* wrong : {"StartDate:DESC", "StartDate:up", "StartDate :asc", "StartDate: asc",
                              "StartDate:", ":asc", "@random", "1x", "StartDate:asc:desc"}) {
        EXPECT_EQ(error({{"sort", wrong}}), "Item 1 in parameter `sort` has incorrect format") << wrong;
    }
    EXPECT_EQ(error({{"sort", "StartDate,"}}), "Item 2 in parameter `sort` has incorrect format");
    EXPECT_EQ(error({{"sort", "startdate"}}), "Unknown sort field");
    EXPECT_EQ(error({{"sort", "Unheard"}}), "Unknown sort field");
    EXPECT_EQ(error({{"sort", "BriefTitle"}}), "Unsupported sort field type: text");
    EXPECT_EQ(error({{"sort", "LargeDocSize"}}), "Unsupported sort field type: long[]");
    EXPECT_EQ(error({{"sort", "StartDate,EnrollmentCount,NumArmGroups"}}),
              "Parameter `sort` must contain no more than 2 items");
}

TEST_F(ListStudies, DecayNeedsAPlace) {
    using Shape = search::GeoDecay::Shape;
    const std::pair<std::string, std::string> oslo{"filter.geo", "distance(59.9,10.7,50km)"};
    EXPECT_FALSE(asked({{"geoDecay", "func:gauss,scale:500mi,offset:0mi,decay:0.3"}}).decay);
    const auto usual = asked({oslo}).decay;
    ASSERT_TRUE(usual);
    EXPECT_EQ(usual->shape, Shape::Exponential);
    EXPECT_DOUBLE_EQ(usual->scale_metres, 300 * 1609.344);
    EXPECT_DOUBLE_EQ(usual->centre.latitude, 59.9);
    const auto linear = asked({oslo, {"geoDecay", "func:linear,scale:100km,offset:10km,decay:0.1"}}).decay;
    ASSERT_TRUE(linear);
    EXPECT_EQ(linear->shape, Shape::Linear);
    EXPECT_DOUBLE_EQ(linear->scale_metres, 100'000);
    EXPECT_DOUBLE_EQ(linear->offset_metres, 10'000);
    EXPECT_DOUBLE_EQ(linear->decay, 0.1);
    for (const char* wrong :
         {"gauss", "func:cube,scale:1km,offset:0km,decay:0.5", "func:exp,scale:1,offset:0km,decay:0.5",
          "func:exp,scale:0km,offset:0km,decay:0.5", "func:exp,scale:1km,offset:-1km,decay:0.5",
          "func:exp,scale:1km,offset:0km,decay:0", "func:exp,scale:1km,offset:0km,decay:1",
          "func:exp,scale:1km,offset:0km,decay:nan", "func:exp,offset:0km,scale:1km,decay:0.5"}) {
        EXPECT_EQ(error({oslo, {"geoDecay", wrong}}), "Parameter `geoDecay` has incorrect format") << wrong;
    }
}

TEST_F(ListStudies, MalformedPlaces) {
    for (const char* wrong :
         {"Boston", "distance(1,2)", "distance(1,2,3", "distance(1,2,3ft)", "distance(1, 2, 3km)", "distance(91,0,5mi)",
          "distance(0,181,5mi)", "distance(0,0,0)", "distance(0,0,-5mi)", "distance(nan,0,5mi)", "distance(0,0,501mi)",
          "DISTANCE(0,0,5mi)", "distance(+1,0,5mi)"}) {
        EXPECT_EQ(error({{"filter.geo", wrong}}), "Parameter `filter.geo` has incorrect format") << wrong;
    }
    EXPECT_EQ(error({{"postFilter.geo", "x"}}), "Parameter `postFilter.geo` has incorrect format");
}

TEST_F(ListStudies, FieldsOfTheQueryAreThoseItLooksAt) {
    reader_.add(R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"A"},)"
                R"("conditionsModule":{"conditions":["B"]},"designModule":{"phases":["PHASE1"],"studyType":"X"}},)"
                R"("hasResults":false})");
    const auto body = [&](const Parameters& parameters) { return get(parameters).body; };
    EXPECT_EQ(body({{"fields", "@query"}, {"pageSize", "1"}, {"query.titles", "a"}}),
              "{\"studies\":[\n{\"protocolSection\":{\"identificationModule\":{\"briefTitle\":\"A\"}}}\n"
              "],\"nextPageToken\":\"" +
                  page_token(1) + "\"}");
    EXPECT_EQ(
        body({{"fields", "@query,HasResults"}, {"pageSize", "1"}, {"query.cond", "AREA[Phase]PHASE1"}}),
        "{\"studies\":[\n{\"protocolSection\":{\"designModule\":{\"phases\":[\"PHASE1\"]}},\"hasResults\":false}\n"
        "],\"nextPageToken\":\"" +
            page_token(1) + "\"}");
}

TEST_F(ListStudies, WithoutAnIndexItSaysWhatToDo) {
    const Api bare(reader_);
    Request request;
    request.path = "/api/v2/studies";
    const Response response = bare.handle(request);
    EXPECT_EQ(response.status, 503);
    EXPECT_NE(response.body.find("`trialdex index`"), std::string::npos);
    request.query = {{"filter.phase", "1"}};
    EXPECT_EQ(bare.handle(request).status, 400);
}

TEST_F(ListStudies, TheEngineMayRefuseOrFail) {
    searcher_->failure = Error{ErrorCode::TooLarge, "Too many candidates"};
    EXPECT_EQ(error({}), "Too many candidates");
    searcher_->failure = Error{ErrorCode::Corrupt, "/home/me/registry: block 7"};
    const Response broken = get({});
    EXPECT_EQ(broken.status, 500);
    EXPECT_EQ(broken.body.find("/home"), std::string::npos);
    EXPECT_NE(broken.note.find("/home"), std::string::npos);
}

TEST_F(ListStudies, EntityTagNamesTheIndexToo) {
    const std::string before = get({}).etag;
    searcher_->generation = 2;
    EXPECT_NE(get({}).etag, before);
    EXPECT_TRUE(before.ends_with("-1\"")) << before;
}

TEST_F(ListStudies, StudiesTheStoreNoLongerHasArePassedOver) {
    const support::FakeReader other;
    const Api api(other, index_.get());
    Request request;
    request.path = "/api/v2/studies";
    EXPECT_TRUE(api.handle(request).body.starts_with("{\"studies\":[\n\n],"));
}

} // namespace
} // namespace trialdex::api
