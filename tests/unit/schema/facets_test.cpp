#include "schema/facets.h"
#include "schema/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex::schema {
namespace {

std::vector<std::string_view> keys(std::string_view facet) {
    std::vector<std::string_view> result;
    for (const FacetChoice& choice : find_facet(facet)->choices) result.push_back(choice.key);
    return result;
}

std::string_view expression(std::string_view facet, std::string_view key) {
    for (const FacetChoice& choice : find_facet(facet)->choices) {
        if (choice.key == key) return choice.expression;
    }
    return "";
}

TEST(Facets, HaveTheKeysOfAggFilters) {
    using testing::UnorderedElementsAre;
    EXPECT_THAT(keys("status"), UnorderedElementsAre("rec", "not", "act", "com", "ter", "enr", "sus", "wit", "unk",
                                                     "ava", "nla", "tna", "afm"));
    EXPECT_THAT(keys("phase"), UnorderedElementsAre("0", "1", "2", "3", "4", "NA"));
    EXPECT_THAT(keys("studyType"),
                UnorderedElementsAre("int", "obs", "obs_patreg", "exp", "exp_indiv", "exp_inter", "exp_treat"));
    EXPECT_THAT(keys("results"), UnorderedElementsAre("with", "without"));
    EXPECT_THAT(keys("sex"), UnorderedElementsAre("f", "m", "all"));
    EXPECT_THAT(keys("ages"), UnorderedElementsAre("child", "adult", "older"));
    EXPECT_THAT(keys("funderType"), UnorderedElementsAre("nih", "fed", "industry", "other"));
    EXPECT_THAT(keys("docs"), UnorderedElementsAre("prot", "sap", "icf"));
    for (const std::string_view id : {"healthy", "violation", "ressub"})
        EXPECT_THAT(keys(id), UnorderedElementsAre("y")) << id;
}

TEST(Facets, AreExpressionsOfTheLanguage) {
    EXPECT_EQ(expression("status", "rec"), "AREA[OverallStatus]RECRUITING");
    EXPECT_EQ(expression("sex", "all"), "AREA[Sex]\"ALL\""); // unquoted it would be every study
    EXPECT_EQ(expression("funderType", "nih"), "AREA[LeadSponsorClass]NIH OR AREA[CollaboratorClass]NIH");
}

TEST(Facets, EveryClassOfFunderHasItsChoice) {
    for (const EnumValue& value : find_enum("AgencyClass")->values) {
        const bool own = value.value == "NIH" || value.value == "FED" || value.value == "INDUSTRY";
        EXPECT_EQ(expression("funderType", "other").find(value.value) == std::string_view::npos, own) << value.value;
    }
}

TEST(Facets, OpenOnesNameTheirPiece) {
    EXPECT_EQ(find_facet("country")->kind, FacetKind::Values);
    EXPECT_EQ(find_facet("startYear")->kind, FacetKind::Years);
    for (const Facet& facet : facets()) {
        EXPECT_EQ(facet.kind == FacetKind::Choices, facet.piece.empty()) << facet.id;
        EXPECT_EQ(facet.kind == FacetKind::Choices, !facet.choices.empty()) << facet.id;
        EXPECT_EQ(facet.in_api, facet.kind == FacetKind::Choices) << facet.id;
    }
    EXPECT_EQ(find_facet("Country"), nullptr);
}

} // namespace
} // namespace trialdex::schema
