// The sites of a study: on its own page and on a page of theirs, by country, by distance, on the map.
#include "support/fake_reader.h"
#include "support/fake_searcher.h"
#include "support/site_client.h"
#include "web/pages/sites/near_place.h"
#include "web/pages/study/site_list.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex::web {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string site(const std::string& facility, const std::string& city, const std::string& country, double lat,
                 double lon, const std::string& status = "") {
    return fmt::format(R"({{"facility":"{}","city":"{}","country":"{}",{}"geoPoint":{{"lat":{},"lon":{}}}}})", facility,
                       city, country, status.empty() ? "" : "\"status\":\"" + status + "\",", lat, lon);
}

std::string study(unsigned number, const std::string& locations) {
    return fmt::format(R"({{"protocolSection":{{"identificationModule":{{"nctId":"NCT{:08}","briefTitle":"Sites"}},)"
                       R"("contactsLocationsModule":{{"locations":[{}]}}}}}})",
                       number, locations);
}

const std::string kThree = site("Clinic A", "Lyon", "France", 45.76, 4.84, "RECRUITING") + "," +
                           site("Clinic B", "Genève", "Switzerland", 46.20, 6.14, "COMPLETED") + "," +
                           R"({"facility":"Clinic C","city":"Nowhere","country":"France"})";

class SitesPage : public testing::Test {
protected:
    api::Response answer(const std::string& target) {
        const Site site(store, {[] { return store::Milliseconds{1'766'620'000'000}; }}, &index);
        return support::get(site, target);
    }
    std::string text(const std::string& target) {
        const api::Response response = answer(target);
        EXPECT_EQ(response.status, 200) << target;
        return support::visible_text(response.body);
    }

    support::FakeReader store;
    support::FakeIndex index;
};

TEST_F(SitesPage, ListsAllByCountryWithTheirNumbers) {
    store.add(study(1, kThree));
    const std::string all = text("/study/NCT00000001/sites");
    EXPECT_THAT(all, HasSubstr("3 sites, 1 recruiting, in 2 countries."));
    EXPECT_THAT(all, HasSubstr("France 2 sites, 1 recruiting"));
    EXPECT_LT(all.find("Clinic A"), all.find("Clinic B"));
    EXPECT_THAT(all, HasSubstr("1 of 3 sites has no coordinates in the record and is in the list only."));
    const std::string france = text("/study/NCT00000001/sites?country=France");
    EXPECT_THAT(france, HasSubstr("Clinic C"));
    EXPECT_THAT(france, Not(HasSubstr("Clinic B")));
    EXPECT_THAT(text("/study/NCT00000001/sites?country=Mars"), HasSubstr("No site of this study is in a country"));
    EXPECT_EQ(answer("/study/NCT00000001/SITES").status, 301);
}

TEST_F(SitesPage, NearestFirstWithDistances) {
    store.add(study(1, kThree));
    const std::string near = text("/study/NCT00000001/sites?near=geneve");
    EXPECT_THAT(near, HasSubstr("Nearest to Genève, Switzerland"));
    EXPECT_LT(near.find("Clinic B"), near.find("Clinic A"));
    EXPECT_THAT(near, HasSubstr("less than 1 km"));
    EXPECT_THAT(near, HasSubstr("about 112 km (69 miles)"));
    EXPECT_THAT(near, HasSubstr("between the middles of towns"));
    EXPECT_THAT(answer("/study/NCT00000001/sites?near=geneve").body,
                HasSubstr("title=\"in a straight line, from the coordinates in the record\">about 112 km (69 miles)<"));
    EXPECT_THAT(near, HasSubstr("1 site has no coordinates"));
    EXPECT_THAT(text("/study/NCT00000001/sites?near=45.8%2C+4.8"), HasSubstr("Nearest to 45.80, 4.80"));
}

TEST_F(SitesPage, UnknownPlacesAreSaidAndTownsSuggested) {
    store.add(study(1, kThree));
    const std::string unknown = text("/study/NCT00000001/sites?near=Lyons");
    EXPECT_THAT(unknown, HasSubstr("This town is not known here"));
    EXPECT_THAT(unknown, HasSubstr("Towns of this study: Lyon, France"));
    EXPECT_THAT(unknown, HasSubstr("Clinic C")); // the list stands all the same
    EXPECT_THAT(text("/study/NCT00000001/sites?near=95,+4"), HasSubstr("No place on the earth has these coordinates"));
    EXPECT_EQ(answer("/study/NCT00000001/sites?near=%3Cscript%3E").body.find("<script>"), std::string::npos);
}

TEST_F(SitesPage, TownsOfOtherStudiesAreKnownByTheIndex) {
    store.add(study(1, kThree));
    store.add(study(2, site("D", "Cambridge", "United Kingdom", 52.2, 0.12) + "," +
                           site("E", "Cambridge", "United Kingdom", 52.2, 0.12) + "," +
                           site("F", "Cambridge", "Canada", 43.4, -80.3)));
    index.searcher->answer.hits = {{.id = store::NctId(2), .score = 0, .metres = std::nullopt}};
    const std::string near = text("/study/NCT00000001/sites?near=Cambridge");
    EXPECT_THAT(near, HasSubstr("Nearest to Cambridge, United Kingdom"));
    EXPECT_THAT(near, HasSubstr("There are others of that name: Cambridge, Canada"));
    EXPECT_THAT(text("/study/NCT00000001/sites?near=Cambridge,+Canada"), HasSubstr("Nearest to Cambridge, Canada"));
    EXPECT_THAT(text("/study/NCT00000001/sites?near=cambridge+uk"), HasSubstr("Nearest to Cambridge, United Kingdom"));
}

TEST_F(SitesPage, ManySitesComeInPagesAndTheStudyPageStaysLight) {
    std::string sites;
    for (int i = 0; i < 1'154; ++i) {
        sites += (i ? "," : "") + site(fmt::format("Clinic {}.", i), fmt::format("Town {}", i % 300),
                                       i % 2 ? "Chile" : "Japan", -30 + i % 60, (i * 7) % 360 - 179.0, "RECRUITING");
    }
    store.add(study(1, sites));
    const std::string body = answer("/study/NCT00000001").body;
    EXPECT_LT(body.size(), 90'000U); // marks for desks and for phones
    std::size_t found = 0;
    for (int page = 1; page <= 12; ++page) {
        const std::string list = text(fmt::format("/study/NCT00000001/sites?page={}", page));
        for (std::size_t at = list.find("Clinic "); at != std::string::npos; at = list.find("Clinic ", at + 1)) ++found;
    }
    EXPECT_EQ(found, 1'154U);
    EXPECT_THAT(answer("/study/NCT00000001/sites?country=Chile").body, HasSubstr("?country=Chile&amp;page=2"));
    EXPECT_THAT(answer("/study/NCT00000001/sites?near=1,+1").body, HasSubstr("?near=1%2C%201&amp;page=2"));
}

TEST_F(SitesPage, AStudyWithoutSitesSaysSo) {
    store.add(study(1, ""));
    EXPECT_THAT(text("/study/NCT00000001/sites"), HasSubstr("This record names no sites."));
}

TEST_F(SitesPage, SitesWithoutCoordinatesHaveNoMapAndNoBox) {
    store.add(study(1, R"({"facility":"A","country":"Fiji"},{"facility":"B","geoPoint":{"lat":95,"lon":4}})"));
    const std::string body = answer("/study/NCT00000001").body;
    EXPECT_THAT(body, Not(HasSubstr("site-map")));
    EXPECT_THAT(body, Not(HasSubstr("near-form")));
    EXPECT_THAT(text("/study/NCT00000001/sites?near=Suva"), HasSubstr("gives no coordinates for its sites"));
}

TEST_F(SitesPage, TheMapsMarksAddUpAndLeadToLists) {
    store.add(study(1, kThree));
    const std::string body = answer("/study/NCT00000001").body;
    EXPECT_THAT(body, HasSubstr("aria-label=\"Lyon (France): 1 site, 1 recruiting\""));
    EXPECT_THAT(body, HasSubstr("href=\"#in-switzerland\""));
    EXPECT_THAT(body, HasSubstr("id=\"in-switzerland\""));
}

TEST_F(SitesPage, ACitedVersionStaysCited) {
    store.add(study(1, kThree));
    store.add(study(1, kThree + "," + site("Clinic D", "Nice", "France", 43.7, 7.27)));
    const std::string body = answer("/study/NCT00000001/sites?version=1").body;
    EXPECT_THAT(body, Not(HasSubstr("Clinic D")));
    EXPECT_THAT(body, HasSubstr("href=\"/study/NCT00000001/sites?version=1&amp;country=France\""));
    EXPECT_THAT(body, HasSubstr("name=\"version\" value=\"1\""));
}

TEST(NearPlace, ReadsCoordinates) {
    EXPECT_DOUBLE_EQ(typed_point("51.05, 3.72")->latitude, 51.05);
    EXPECT_DOUBLE_EQ(typed_point("-36.85 174.76")->longitude, 174.76);
    for (const char* wrong : {"", "51", "51,", "91, 0", "0, 181", "Lyon, France", "1e5, 3", "51.05, 3.72, 8"}) {
        EXPECT_FALSE(typed_point(wrong)) << wrong;
    }
}

TEST(NearPlace, KnowsATownHoweverItIsWritten) {
    StudySite site;
    site.city = "Saint-Étienne";
    site.state = "Loire";
    site.country = "France";
    for (const char* name : {"saint étienne", "Saint-Etienne", "SAINT-ETIENNE, FRANCE", "saint etienne loire"}) {
        EXPECT_TRUE(names_town(name, site)) << name;
    }
    for (const char* name : {"etienne", "Saint-Etienne, Belgium", "", "saint"}) {
        EXPECT_FALSE(names_town(name, site)) << name;
    }
}

} // namespace
} // namespace trialdex::web
