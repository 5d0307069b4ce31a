// Addresses of ClinicalTrials.gov's search pages, as people paste them.
#include "search/language/agg_filters.h"
#include "search/language/site_url.h"

#include <gtest/gtest.h>

namespace trialdex::search {
namespace {

SiteSearch read(const std::string& query) {
    auto search = parse_site_url("https://clinicaltrials.gov/search?" + query);
    EXPECT_TRUE(search) << query;
    return search ? *search : SiteSearch();
}

std::string chosen(const std::vector<Choice>& choices) {
    std::string text;
    for (const Choice& choice : choices) {
        text += choice.facet + ":";
        for (const std::string& key : choice.keys) text += key + " ";
    }
    return text;
}

TEST(SiteUrl, BoxesKeepTheirText) {
    const SiteSearch search = read(
        "cond=Heart%20Failure&term=AREA%5BPhase%5DPHASE2&intr=a+OR+b&titles=t&outc=o&spons=s&lead=l&id=NCT1&page=2");
    EXPECT_EQ(search.boxes.at("cond"), "Heart Failure");
    EXPECT_EQ(search.boxes.at("term"), "AREA[Phase]PHASE2");
    EXPECT_EQ(search.boxes.at("intr"), "a OR b");
    EXPECT_EQ(search.boxes.size(), 8U);
    EXPECT_TRUE(search.left_out.empty());
}

TEST(SiteUrl, DatesAndAgesBecomeRanges) {
    EXPECT_EQ(read("start=2020-01-01_2021-06").advanced, "AREA[StartDate]RANGE[2020-01-01,2021-06]");
    EXPECT_EQ(read("primComp=2020_").advanced, "AREA[PrimaryCompletionDate]RANGE[2020,MAX]");
    EXPECT_EQ(read("studyComp=_2020").advanced, "AREA[CompletionDate]RANGE[MIN,2020]");
    EXPECT_EQ(read("firstPost=2020-01-01").advanced, "AREA[StudyFirstPostDate]RANGE[2020-01-01,MAX]");
    EXPECT_EQ(read("lastUpdPost=2024_&resFirstPost=2023_2024").advanced,
              "AREA[ResultsFirstPostDate]RANGE[2023,2024] AND AREA[LastUpdatePostDate]RANGE[2024,MAX]");
    EXPECT_EQ(read("ageRange=18y_64y").advanced, "AREA[MinimumAge]RANGE[18y,MAX] AND AREA[MaximumAge]RANGE[MIN,64y]");
    EXPECT_EQ(read("ageRange=18y_").advanced, "AREA[MinimumAge]RANGE[18y,MAX]");
    const SiteSearch odd = read("start=soon_");
    EXPECT_EQ(odd.advanced, "");
    EXPECT_EQ(odd.left_out, std::vector<std::string>{"start=soon_"});
}

TEST(SiteUrl, PlacesAndDistances) {
    EXPECT_EQ(read("locn=Mayo&country=Norway").locations, "AREA[LocationFacility]Mayo,AREA[LocationCountry]Norway");
    EXPECT_EQ(read("country=United%20States&state=Massachusetts&city=Boston").locations,
              "AREA[LocationCountry]United States,AREA[LocationState]Massachusetts,AREA[LocationCity]Boston");
    EXPECT_EQ(read("locn=Mayo%20OR%20Cleveland").locations, "AREA[LocationFacility](Mayo OR Cleveland)");
    EXPECT_EQ(read("city=Bo%22s%5Bton").locations, "AREA[LocationCity]\"Bo\\\"s[ton\"");
    const SiteSearch near =
        read("locStr=Boston,%20MA&country=United%20States&city=Boston&lat=42.36&lng=-71.06&distance=50");
    ASSERT_TRUE(near.near);
    EXPECT_DOUBLE_EQ(near.near->metres, 50 * 1609.344);
    EXPECT_DOUBLE_EQ(near.near->longitude, -71.06);
    EXPECT_EQ(near.near_name, "Boston, MA");
    EXPECT_EQ(near.locations, "");
    EXPECT_EQ(read("locStr=Oslo&distance=50").locations, "Oslo");
    EXPECT_FALSE(read("lat=91&lng=0&distance=50").near);
}

TEST(SiteUrl, FacetsOfTodayAndOfTheClassicSite) {
    EXPECT_EQ(chosen(read("aggFilters=status:rec%20com,sex:f").choices), "status:rec com sex:f ");
    EXPECT_EQ(read("aggFilters=bogus:x").left_out, std::vector<std::string>{"aggFilters=bogus:x"});
    const auto classic =
        parse_site_url("clinicaltrials.gov/ct2/"
                       "results?cond=asthma&recrs=ab&gndr=Female&phase=12&type=Intr&rslt=With&strd_s=01/31/2020");
    ASSERT_TRUE(classic);
    EXPECT_EQ(chosen(classic->choices), "status:rec not phase:2 3 sex:f studyType:int results:with ");
    EXPECT_EQ(classic->advanced, "AREA[StartDate]RANGE[01/31/2020,MAX]");
}

TEST(SiteUrl, WhatIsNotTakenIsSaid) {
    const SiteSearch search = read("cond=x&sort=StudyFirstPostDate&brandNew=1&viewType=Table");
    EXPECT_EQ(search.sort, "StudyFirstPostDate");
    EXPECT_EQ(search.left_out, std::vector<std::string>{"brandNew=1"});
    for (const char* wrong :
         {"", "melanoma", "https://example.org/search?cond=a", "https://notclinicaltrials.gov/?a=b",
          "https://clinicaltrials.gov/study/NCT00000001", "https://clinicaltrials.gov.evil.org/?a=b"}) {
        EXPECT_FALSE(parse_site_url(wrong)) << wrong;
    }
    EXPECT_EQ(parse_site_url(" https://www.ClinicalTrials.gov/search?cond=%zz%FF%4 ")->boxes.at("cond"), "%zz%FF%4");
    EXPECT_FALSE(parse_site_url("https://clinicaltrials.gov/search?cond=" + std::string(20'000, 'a')));
}

TEST(AggFilters, PairsKeysAndTraps) {
    EXPECT_EQ(chosen(agg_filters("status:not rec,sex:f|healthy:y")->choices), "status:not rec sex:f healthy:y ");
    EXPECT_EQ(chosen(agg_filters("status:rec,status:com")->choices), "status:com ");
    EXPECT_EQ(chosen(agg_filters("phase:na")->choices), "phase:na ");
    EXPECT_TRUE(agg_filters("status:rec|com")->nothing);
    EXPECT_FALSE(agg_filters("bogus:x"));
    EXPECT_FALSE(agg_filters("country:Norway")); // a facet of ours, not of the API
    EXPECT_FALSE(agg_filters("status:rec OR status:com"));
    EXPECT_TRUE(agg_filters("")->choices.empty());
    EXPECT_TRUE(agg_filters("status:")->choices.empty());
}

} // namespace
} // namespace trialdex::search
