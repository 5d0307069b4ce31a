// The expression language, form by form: the worked examples of the contract (section 7.6) and every rule above them.
#include "search/language/parse.h"
#include "support/expression_shape.h"

#include <gtest/gtest.h>

namespace trialdex::search {
namespace {

Scope basic() { return {find_area("BasicSearch"), nullptr}; }

std::string parsed(std::string_view text, Scope scope = basic()) {
    const auto expression = parse(text, scope);
    return expression ? support::shape(*expression) : "error: " + expression.error().detail;
}

constexpr int kDay2020 = 18262; // 2020-01-01 in days since 1970
constexpr std::int64_t kYear = 31'557'600;

TEST(Language, WorkedExamples) {
    EXPECT_EQ(parsed("(head OR neck) AND pain NOT cancer", {find_area("ConditionSearch"), nullptr}),
              "(and (or ConditionSearch:head ConditionSearch:neck) ConditionSearch:pain (not ConditionSearch:cancer))");
    EXPECT_EQ(parsed("AREA[StudyType]INTERVENTIONAL AND AREA[Phase](PHASE2 OR PHASE3)"),
              "(and StudyType=INTERVENTIONAL (or Phase=PHASE2 Phase=PHASE3))");
    EXPECT_EQ(parsed("AREA[Phase]MISSING"), "Phase?");
    EXPECT_EQ(parsed("NOT AREA[ResultsFirstPostDate]MISSING"), "(not ResultsFirstPostDate?)");
    EXPECT_EQ(parsed("AREA[ResultsFirstPostDate]RANGE[MIN,MAX]"), "ResultsFirstPostDate[MIN..MAX]");
    EXPECT_EQ(parsed("AREA[StartDate]RANGE[2020-01-01,2020-12-31]"),
              fmt::format("StartDate[{}..{}]", kDay2020, kDay2020 + 365));
    EXPECT_EQ(parsed("AREA[MinimumAge]RANGE[MIN, 16 years] AND AREA[MaximumAge]RANGE[16 years, MAX]"),
              fmt::format("(and MinimumAge[MIN..{}] MaximumAge[{}..MAX])", 16 * kYear, 16 * kYear));
    EXPECT_EQ(parsed("AREA[EnrollmentCount]RANGE[500,MAX]"), "EnrollmentCount[500..MAX]");
    EXPECT_EQ(parsed("SEARCH[Location](AREA[LocationCity]Boston AND AREA[LocationStatus]RECRUITING)"),
              "(location (and LocationCity:Boston LocationStatus=RECRUITING))");
    EXPECT_EQ(parsed("AREA[LocationGeoPoint]DISTANCE[42.36,-71.06,50mi]"), "LocationGeoPoint@(42.36,-71.06,80467.2)");
    EXPECT_EQ(parsed("AREA[LeadSponsorName]COVERAGE[FullMatch]\"X Inc\""), "LeadSponsorName:full \"X Inc\"");
    EXPECT_EQ(parsed("ALL"), "all");
    EXPECT_EQ(parsed("AREA[NCTId]NCT00000001 OR AREA[NCTId]NCT00000002"), "(or NCTId:NCT00000001 NCTId:NCT00000002)");
}

TEST(Language, ARunOfWordsIsOneTermAndPhrasesStandAlone) {
    EXPECT_EQ(parsed("heart attack"), "BasicSearch:heart attack");
    EXPECT_EQ(parsed("a \"b c\" d"), "(and BasicSearch:a BasicSearch:\"b c\" BasicSearch:d)");
    EXPECT_EQ(parsed("  heart \t\n attack  "), "BasicSearch:heart attack");
    EXPECT_EQ(parsed("a\"b\"c"), "(and BasicSearch:a BasicSearch:\"b\" BasicSearch:c)");
    EXPECT_EQ(parsed("\"\""), "BasicSearch:\"\"");
}

TEST(Language, AndBindsTighterThanOrAndCommaIsAnd) {
    EXPECT_EQ(parsed("a OR b AND c"), "(or BasicSearch:a (and BasicSearch:b BasicSearch:c))");
    EXPECT_EQ(parsed("Pembrolizumab, Nivolumab"), "(and BasicSearch:Pembrolizumab BasicSearch:Nivolumab)");
    EXPECT_EQ(parsed("a,b OR c"), "(or (and BasicSearch:a BasicSearch:b) BasicSearch:c)");
    EXPECT_EQ(parsed("a NOT b"), "(and BasicSearch:a (not BasicSearch:b))");
    EXPECT_EQ(parsed("NOT a"), "(not BasicSearch:a)");
    EXPECT_EQ(parsed("NOT NOT a"), "(not (not BasicSearch:a))");
    EXPECT_EQ(parsed("a (b OR c) d"), "(and BasicSearch:a (or BasicSearch:b BasicSearch:c) BasicSearch:d)");
    EXPECT_EQ(parsed("a, , b,"), "(and BasicSearch:a BasicSearch:b)");
}

TEST(Language, OperatorsInLowerCaseAreWords) {
    EXPECT_EQ(parsed("diabetes or metformin"), "BasicSearch:diabetes or metformin");
    EXPECT_EQ(parsed("salt and pepper not missing all"), "BasicSearch:salt and pepper not missing all");
    EXPECT_EQ(parsed("ANDROGEN ORAL NOTHING ALLERGY"), "BasicSearch:ANDROGEN ORAL NOTHING ALLERGY");
    EXPECT_EQ(parsed("body surface AREA"), "BasicSearch:body surface AREA");
    EXPECT_EQ(parsed("AND/OR"), "BasicSearch:AND/OR");
}

TEST(Language, BackslashMakesWords) {
    EXPECT_EQ(parsed("\\MISSING"), "BasicSearch:MISSING");
    EXPECT_EQ(parsed("values \\MISSING data"), "BasicSearch:values MISSING data");
    EXPECT_EQ(parsed("salt \\AND pepper"), "BasicSearch:salt AND pepper");
    EXPECT_EQ(parsed("\\A\\L\\L"), "BasicSearch:ALL");
    EXPECT_EQ(parsed(R"("say \"ah\" now")"), R"(BasicSearch:"say "ah" now")");
    EXPECT_EQ(parsed(R"("a \b \\ c")"), R"(BasicSearch:"a b \ c")");
    EXPECT_EQ(parsed("\\(a\\) \\[b\\]"), "BasicSearch:(a) [b]");
    EXPECT_EQ(parsed("5\\\" needle"), "BasicSearch:5\" needle");
    EXPECT_EQ(parsed("a\\"), "BasicSearch:a");
}

TEST(Language, APrefixTakesTheOneSourceToItsRight) {
    EXPECT_EQ(parsed("AREA[Condition]a b AND c"), "(and Condition:a b BasicSearch:c)");
    EXPECT_EQ(parsed("AREA[Condition]a \"b\""), "(and Condition:a BasicSearch:\"b\")");
    EXPECT_EQ(parsed("AREA[Condition](a AND \"b\") c"), "(and (and Condition:a Condition:\"b\") BasicSearch:c)");
    EXPECT_EQ(parsed("AREA[LocationCity] Boston"), "LocationCity:Boston");
    EXPECT_EQ(parsed("AREA[ Condition ]a"), "Condition:a");
    EXPECT_EQ(parsed("AREA[Condition](a OR AREA[Keyword]b)"), "(or Condition:a Keyword:b)");
    EXPECT_EQ(parsed("AREA[Condition]AREA[Keyword]b"), "Keyword:b");
    EXPECT_EQ(parsed("NOT AREA[Condition]a"), "(not Condition:a)");
    EXPECT_EQ(parsed("AREA[Condition]NOT a"), "(not Condition:a)");
    EXPECT_EQ(parsed("AREA[ConditionSearch]\"breast cancer\""), "ConditionSearch:\"breast cancer\"");
    EXPECT_EQ(parsed("word AREA[Condition]a"), "(and BasicSearch:word Condition:a)");
    EXPECT_EQ(parsed("AREA[Phase]PHASE1", {find_area("ConditionSearch"), nullptr}), "Phase=PHASE1");
    EXPECT_EQ(parsed("Merck", {nullptr, schema::find_piece("LeadSponsorName")}), "LeadSponsorName:Merck");
}

TEST(Language, CoverageExpansionAndTilt) {
    EXPECT_EQ(parsed("AREA[Condition]COVER[StartsWith]EXPANSION[None]a"), "Condition:starts none a");
    EXPECT_EQ(parsed("EXPANSION[Lossy](a OR EXPANSION[Term]\"b\")"), "(or BasicSearch:lossy a BasicSearch:term \"b\")");
    EXPECT_EQ(parsed("COVERAGE[EndsWith]EXPANSION[Concept]AREA[BriefTitle]a"), "BriefTitle:ends concept a");
    EXPECT_EQ(parsed("COVERAGE[Contains]EXPANSION[Relaxation]a"), "BasicSearch:a");
    EXPECT_EQ(parsed("COVERAGE[FullMatch]a OR b"), "(or BasicSearch:full a BasicSearch:b)");
    EXPECT_EQ(parsed("TILT[StudyFirstPostDate](a OR b) c"),
              "(and (or BasicSearch:a BasicSearch:b)^StudyFirstPostDate BasicSearch:c)");
    EXPECT_EQ(parsed("TILT[StartDate]TILT[EnrollmentCount]a"), "BasicSearch:a^EnrollmentCount");
}

TEST(Language, SearchTiesToOneLocation) {
    EXPECT_EQ(parsed("SEARCH[Study](a)"), "BasicSearch:a");
    EXPECT_EQ(parsed("SEARCH[Location]AREA[LocationCity]Oslo"), "(location LocationCity:Oslo)");
    EXPECT_EQ(parsed("NOT SEARCH[Location](NOT AREA[LocationCity]Oslo)"), "(not (location (not LocationCity:Oslo)))");
    EXPECT_EQ(parsed("AREA[LocationCity]SEARCH[Location](Oslo)"), "(location LocationCity:Oslo)");
    EXPECT_EQ(parsed("SEARCH[Study]SEARCH[Location](ALL)"), "(location all)");
}

TEST(Language, CodesByValueClassicWordingAndLabel) {
    EXPECT_EQ(parsed("AREA[OverallStatus]Recruiting"), "OverallStatus=RECRUITING");
    EXPECT_EQ(parsed("AREA[StudyType]Interventional"), "StudyType=INTERVENTIONAL");
    EXPECT_EQ(parsed("AREA[OverallStatus]\"Active, not recruiting\""), "OverallStatus=ACTIVE_NOT_RECRUITING");
    EXPECT_EQ(parsed("AREA[OverallStatus]not yet recruiting"), "OverallStatus=NOT_YET_RECRUITING");
    EXPECT_EQ(parsed("AREA[OverallStatus]not-yet_recruiting"), "OverallStatus=NOT_YET_RECRUITING");
    EXPECT_EQ(parsed("AREA[Phase]\"Phase 2\""), "Phase=PHASE2");
    EXPECT_EQ(parsed("AREA[Phase]NA"), "Phase=NA");
    EXPECT_EQ(parsed("AREA[DesignAllocation]\"N/A\""), "DesignAllocation=NA");
    EXPECT_EQ(parsed("AREA[StartDateType]Anticipated"), "StartDateType=ESTIMATED");
    EXPECT_EQ(parsed("AREA[HasResults]true"), "HasResults=true");
    EXPECT_EQ(parsed("AREA[HealthyVolunteers]FALSE"), "HealthyVolunteers=false");
    EXPECT_EQ(parsed("AREA[LeadSponsorClass]INDUSTRY"), "LeadSponsorClass=INDUSTRY");
}

TEST(Language, AllAfterAnAreaIsEveryStudyUnlessQuoted) {
    EXPECT_EQ(parsed("AREA[Sex]ALL"), "all");
    EXPECT_EQ(parsed("AREA[Sex]\"ALL\""), "Sex=ALL");
    EXPECT_EQ(parsed("AREA[Sex]\\ALL"), "Sex=ALL");
    EXPECT_EQ(parsed("AREA[Sex]All"), "Sex=ALL");
}

TEST(Language, DatesNumbersAndAges) {
    EXPECT_EQ(parsed("AREA[StartDate]2020"), fmt::format("StartDate[{}..{}]", kDay2020, kDay2020 + 365));
    EXPECT_EQ(parsed("AREA[StartDate]RANGE[2020, 2020-02]"), fmt::format("StartDate[{}..{}]", kDay2020, kDay2020 + 59));
    EXPECT_EQ(parsed("AREA[StartDate]RANGE[01/01/2020, MAX]"), fmt::format("StartDate[{}..MAX]", kDay2020));
    EXPECT_EQ(parsed("AREA[EnrollmentCount]40"), "EnrollmentCount[40..40]");
    EXPECT_EQ(parsed("AREA[EnrollmentCount]99999999"), "EnrollmentCount[99999999..99999999]");
    EXPECT_EQ(parsed("AREA[MinimumAge]18 Years"), fmt::format("MinimumAge[{}..{}]", 18 * kYear, 18 * kYear));
    EXPECT_EQ(parsed("AREA[MinimumAge]18y"), fmt::format("MinimumAge[{}..{}]", 18 * kYear, 18 * kYear));
    EXPECT_EQ(parsed("AREA[MaximumAge]RANGE[28d,MAX]"), fmt::format("MaximumAge[{}..MAX]", 28 * 86400));
    EXPECT_EQ(parsed("(AREA[MaximumAge]RANGE[16 years, MAX] OR AREA[MaximumAge]MISSING)"),
              fmt::format("(or MaximumAge[{}..MAX] MaximumAge?)", 16 * kYear));
}

TEST(Language, SizesOfLists) {
    EXPECT_EQ(parsed("AREA[Phase:size]2"), "Phase#[2..2]");
    EXPECT_EQ(parsed("AREA[Location:size]RANGE[10,MAX]"), "Location#[10..MAX]");
    EXPECT_EQ(parsed("AREA[NumArmGroups]2"), "ArmGroup#[2..2]");
    EXPECT_EQ(parsed("AREA[Phase:size]MISSING"), "Phase?");
}

TEST(Language, MissingAndAllInAnyScope) {
    EXPECT_EQ(parsed("MISSING"), "BasicSearch?");
    EXPECT_EQ(parsed("AREA[ConditionSearch]MISSING"), "ConditionSearch?");
    EXPECT_EQ(parsed("AREA[ResultsSection]MISSING"), "ResultsSection?");
    EXPECT_EQ(parsed("ALL diabetes"), "(and all BasicSearch:diabetes)");
}

TEST(Language, DistanceUnitsAndLimits) {
    EXPECT_EQ(parsed("AREA[LocationGeoPoint]DISTANCE[0, 0, 500]"), "LocationGeoPoint@(0,0,500)");
    EXPECT_EQ(parsed("AREA[LocationGeoPoint]DISTANCE[-90,180,80.5km]"), "LocationGeoPoint@(-90,180,80500)");
    EXPECT_EQ(parsed("DISTANCE[1,2,500mi]"), "LocationGeoPoint@(1,2,804672)");
    EXPECT_EQ(parsed("DISTANCE[1,2,805km]"), "LocationGeoPoint@(1,2,805000)");
    for (const char* wrong :
         {"90.01,0,1", "-91,0,1km", "0,180.5,1", "0,0,0", "0,0,-1", "0,0,501mi", "0,0,806km", "nan,0,1", "0,inf,1",
          "1e1,0,1", "0,0,1e3", "0,0", "0,0,1,1", "0,0,", "0x1,0,1", "0,0,5m"}) {
        EXPECT_EQ(parsed(fmt::format("DISTANCE[{}]", wrong)), fmt::format("error: Invalid distance: `{}`", wrong));
    }
}

TEST(Language, PartsCanBeCutOutOfTheText) {
    const std::string text = "heart  attack AND AREA[Phase](PHASE2 OR PHASE3), NOT \"old age\"";
    const auto expression = parse(text, basic());
    ASSERT_TRUE(expression);
    std::vector<std::string> parts;
    for (const Expression& part : expression->parts) {
        parts.push_back(text.substr(part.range.begin, part.range.end - part.range.begin));
    }
    EXPECT_EQ(parts, (std::vector<std::string>{"heart  attack", "AREA[Phase](PHASE2 OR PHASE3)", "NOT \"old age\""}));
}

TEST(Language, DepthAndLengthAreBounded) {
    const auto nested = [](std::size_t depth) { return std::string(depth, '(') + "a" + std::string(depth, ')'); };
    EXPECT_EQ(parsed(nested(kMaxExpressionDepth)), "BasicSearch:a");
    EXPECT_EQ(parsed(nested(kMaxExpressionDepth + 1)), "error: query is nested deeper than 200 levels");
    EXPECT_EQ(parsed(nested(kMaxExpressionBytes / 3)), "error: query is nested deeper than 200 levels");
    std::string prefixes;
    for (int i = 0; i < 7000; ++i) prefixes += "NOT ";
    EXPECT_EQ(parsed(prefixes + "a"), "error: query is nested deeper than 200 levels");
    EXPECT_EQ(parsed(std::string(kMaxExpressionBytes, 'a')).size(), 12 + kMaxExpressionBytes);
    EXPECT_EQ(parsed(std::string(kMaxExpressionBytes + 1, 'a')), "error: query is longer than 65536 bytes");
}

} // namespace
} // namespace trialdex::search
