// GET /api/v2/studies over a real index: what the parameters find, and the order of what they find.
#include "api/api.h"
#include "index/index.h"
#include "study/json.h"
#include "support/scratch_registry.h"

#include <gtest/gtest.h>

namespace trialdex::scratch {
namespace {

using Parameters = std::vector<std::pair<std::string, std::string>>;

// Four studies that differ in what the parameters look at.
const std::vector<std::string>& records() {
    static const std::vector<std::string> all = [] {
        const auto record = [](const std::string& id, const std::string& modules, const std::string& results) {
            return R"({"protocolSection":{"identificationModule":{"nctId":")" + id + R"(")" + modules +
                   R"(},"hasResults":)" + results + "}";
        };
        return std::vector<std::string>{
            record(
                "NCT00000001",
                R"(,"nctIdAliases":["NCT00000091"],"briefTitle":"Aspirin for asthma"},)"
                R"("statusModule":{"overallStatus":"RECRUITING","startDateStruct":{"date":"2020-05"}},)"
                R"("conditionsModule":{"conditions":["Asthma"]},)"
                R"("designModule":{"studyType":"INTERVENTIONAL","phases":["PHASE2","PHASE3"],"enrollmentInfo":{"count":40}},)"
                R"("armsInterventionsModule":{"armGroups":[{"label":"a"},{"label":"b"}]},)"
                R"("eligibilityModule":{"sex":"ALL","minimumAge":"18 Years"},)"
                R"("contactsLocationsModule":{"locations":[{"city":"Boston","country":"United States",)"
                R"("geoPoint":{"lat":42.35843,"lon":-71.05977}}]})",
                "true"),
            record(
                "NCT00000002",
                R"(,"briefTitle":"A registry"},"statusModule":{"overallStatus":"COMPLETED","startDateStruct":{"date":"2021-01-01"}},)"
                R"("conditionsModule":{"conditions":["Asthma","Pain"]},)"
                R"("designModule":{"studyType":"OBSERVATIONAL","enrollmentInfo":{"count":99999999}},)"
                R"("eligibilityModule":{"sex":"FEMALE","eligibilityCriteria":"No melanoma"},)"
                R"("sponsorCollaboratorsModule":{"leadSponsor":{"name":"Merck Sharp & Dohme LLC","class":"INDUSTRY"}},)"
                R"("contactsLocationsModule":{"locations":[{"city":"Oslo","country":"Norway","status":"RECRUITING",)"
                R"("geoPoint":{"lat":59.91273,"lon":10.74609}}]})",
                "false"),
            record("NCT00000003",
                   R"(,"briefTitle":"Melanoma and diabetes"},"statusModule":{"overallStatus":"NOT_YET_RECRUITING"},)"
                   R"("conditionsModule":{"conditions":["Melanoma"]},)"
                   R"("designModule":{"studyType":"INTERVENTIONAL","phases":["NA"],"enrollmentInfo":{"count":500}},)"
                   R"("armsInterventionsModule":{"armGroups":[{"label":"a"}]},)"
                   R"("eligibilityModule":{"sex":"MALE"},)"
                   R"("sponsorCollaboratorsModule":{"leadSponsor":{"name":"Merck KGaA","class":"INDUSTRY"}})",
                   "false"),
            record("NCT00000004", R"(,"briefTitle":"Withheld"},"statusModule":{"overallStatus":"WITHHELD"})", "false"),
        };
    }();
    return all;
}

class StudiesApi : public testing::Test {
protected:
    static void SetUpTestSuite() { world_ = std::make_unique<World>(); }
    static void TearDownTestSuite() { world_.reset(); }

    static api::Response get(Parameters parameters) {
        api::Request request;
        request.path = "/api/v2/studies";
        request.query = std::move(parameters);
        return world_->api->handle(request);
    }

    // The last digits of the studies found, in their order: "13".
    static std::string found(const Parameters& parameters) {
        Parameters all = parameters;
        all.emplace_back("fields", "NCTId");
        const api::Response response = get(all);
        if (response.status != 200) return response.body;
        std::string digits;
        const auto body = study::Document::parse(response.body);
        for (const study::Value one : body->root()["studies"]) {
            digits += one["protocolSection"]["identificationModule"]["nctId"].text().back();
        }
        return digits;
    }

    static std::string advanced(const std::string& expression) { return found({{"filter.advanced", expression}}); }

private:
    struct World {
        World() {
            registry.add(records());
            const auto built = index::build(registry.folder(), registry.store(), {});
            if (!built) throw std::runtime_error(built.error().message);
            auto opened = search::open_index(registry.folder(), registry.store());
            if (!opened) throw std::runtime_error(opened.error().message);
            live = std::move(*opened);
            api = std::make_unique<api::Api>(registry.store(), live.get());
        }
        support::ScratchRegistry registry;
        std::unique_ptr<search::LiveIndex> live;
        std::unique_ptr<api::Api> api;
    };
    static inline std::unique_ptr<World> world_;
};

TEST_F(StudiesApi, WordsInTheirAreas) {
    EXPECT_EQ(found({}), "1234");
    EXPECT_EQ(found({{"query.cond", "asthma"}}), "12");
    EXPECT_EQ(found({{"query.cond", "melanoma"}}), "3"); // not the one that has it among its exclusions
    EXPECT_EQ(advanced("AREA[EligibilityCriteria]melanoma"), "2");
    EXPECT_EQ(found({{"query.titles", "aspirin"}}), "1");
    EXPECT_EQ(found({{"query.lead", "merck"}}), "23");
    EXPECT_EQ(found({{"query.locn", "Oslo"}, {"query.cond", "asthma"}}), "2");
    EXPECT_EQ(found({{"query.locn", "Oslo, Boston"}}), "");
    EXPECT_EQ(found({{"query.term", "melanoma or diabetes"}}), "3");
    EXPECT_EQ(found({{"query.term", "melanoma OR asthma"}}), "123");
    EXPECT_EQ(found({{"query.cond", "asthma NOT pain"}}), "1");
}

TEST_F(StudiesApi, TrapsOfTheContract) {
    EXPECT_EQ(advanced("AREA[Sex]ALL"), "1234");
    EXPECT_EQ(advanced("AREA[Sex]\"ALL\""), "1");
    EXPECT_EQ(advanced("AREA[Phase]MISSING"), "24");
    EXPECT_EQ(advanced("AREA[Phase](PHASE2 OR PHASE3)"), "1");
    EXPECT_EQ(advanced("AREA[EnrollmentCount]RANGE[500,MAX]"), "23");
    EXPECT_EQ(advanced("AREA[StartDate]RANGE[2020-01-01,2020-12-31]"), "1");
    EXPECT_EQ(advanced("AREA[StartDate]RANGE[MIN,MAX]"), "12");
    EXPECT_EQ(advanced("AREA[LeadSponsorName]COVERAGE[FullMatch]\"Merck Sharp & Dohme LLC\""), "2");
    EXPECT_EQ(advanced("AREA[LeadSponsorName]COVERAGE[FullMatch]Merck"), "");
    EXPECT_EQ(advanced("SEARCH[Location](AREA[LocationCity]Oslo AND AREA[LocationStatus]RECRUITING)"), "2");
    EXPECT_EQ(advanced("AREA[NumArmGroups]2"), "1");
    EXPECT_EQ(found({{"filter.overallStatus", "RECRUITING"}}), "1"); // not the one that is not yet
    EXPECT_EQ(found({{"filter.overallStatus", "RECRUITING,WITHHELD"}}), "14");
}

TEST_F(StudiesApi, AggregationFilters) {
    EXPECT_EQ(found({{"aggFilters", "status:rec com"}}), "12");
    EXPECT_EQ(found({{"aggFilters", "phase:2 3"}}), "1");
    EXPECT_EQ(found({{"aggFilters", "phase:NA"}}), "3");
    EXPECT_EQ(found({{"aggFilters", "phase:na"}}), "");
    EXPECT_EQ(found({{"aggFilters", "phase:early_phase1"}}), "");
    EXPECT_EQ(found({{"aggFilters", "status:rec,status:com"}}), "2");
    EXPECT_EQ(found({{"aggFilters", "status:rec|com"}}), "");
    EXPECT_EQ(found({{"aggFilters", "results:with,studyType:int"}}), "1");
    EXPECT_EQ(found({{"aggFilters", "sex:f,funderType:industry"}}), "2");
}

TEST_F(StudiesApi, Ids) {
    EXPECT_EQ(found({{"filter.ids", "nct1,NCT00000003,NCT99999999"}}), "13");
    EXPECT_EQ(found({{"filter.ids", "NCT00000091"}}), "1");
    EXPECT_EQ(found({{"filter.ids", "NCT99999999"}}), "");
    EXPECT_EQ(found({{"filter.ids", "NCT00000001"}, {"query.cond", "melanoma"}}), "");
    EXPECT_EQ(found({{"query.term", "NCT3 nct2"}, {"filter.overallStatus", "RECRUITING"}, {"query.cond", "x"}}), "23");
    EXPECT_EQ(found({{"query.id", "NCT00000091"}}), "1");
    EXPECT_EQ(found({{"query.term", "NCT00000001 OR NCT00000003"}, {"filter.overallStatus", "RECRUITING"}}), "1");
    EXPECT_EQ(found({{"query.term", "NCT99999999"}}), "");
}

TEST_F(StudiesApi, Distance) {
    EXPECT_EQ(found({{"filter.geo", "distance(42.36,-71.06,50mi)"}}), "1");
    EXPECT_EQ(advanced("AREA[LocationGeoPoint]DISTANCE[42.36,-71.06,50mi]"), "1");
    EXPECT_EQ(found({{"filter.geo", "distance(42.36,-71.06,50)"}}), ""); // metres
    EXPECT_EQ(found({{"filter.geo", "distance(59.9,10.7,80km)"}, {"sort", "@relevance"}, {"query.cond", "asthma"}}),
              "2");
}

TEST_F(StudiesApi, SortPutsWhatIsMissingLast) {
    EXPECT_EQ(found({{"sort", "StartDate"}}), "2134");
    EXPECT_EQ(found({{"sort", "StartDate:asc"}}), "1234");
    EXPECT_EQ(found({{"sort", "EnrollmentCount"}}), "1324");
    EXPECT_EQ(found({{"sort", "EnrollmentCount:desc"}}), "2314");
    EXPECT_EQ(found({{"sort", "NumArmGroups"}}), "3124");
    EXPECT_EQ(found({{"sort", "NumArmGroups:desc"}}), "1324");
    EXPECT_EQ(found({{"sort", "@relevance"}, {"query.term", "asthma"}}).size(), 2U);
}

TEST_F(StudiesApi, PagesNeitherLoseNorRepeat) {
    for (const char* sort : {"", "StartDate", "EnrollmentCount:asc|StartDate", "@relevance"}) {
        const std::string whole = found({{"sort", sort}});
        std::string paged;
        std::string token;
        do {
            const Parameters page = {{"sort", sort}, {"pageSize", "1"}, {"pageToken", token}};
            paged += found(page);
            const std::string body = get(page).body;
            const std::size_t at = body.rfind("\"nextPageToken\":\"");
            token = at == std::string::npos ? "" : body.substr(at + 17, 18);
        } while (!token.empty());
        EXPECT_EQ(paged, whole) << sort;
    }
    EXPECT_TRUE(get({{"countTotal", "true"}, {"query.cond", "asthma"}}).body.starts_with("{\"totalCount\":2,"));
    EXPECT_EQ(get({{"countTotal", "true"}, {"query.cond", "unheard"}}).body, "{\"totalCount\":0,\"studies\":[\n\n]}");
}

} // namespace
} // namespace trialdex::scratch
