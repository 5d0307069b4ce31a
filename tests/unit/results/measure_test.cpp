// Denominators, percentages, and what NA means: the places where rival pages print wrong numbers.
#include "results/baseline.h"
#include "results/measure.h"
#include "results/not_available.h"
#include "results/outcomes.h"
#include "results/percent.h"

#include <gtest/gtest.h>

namespace trialdex::results {
namespace {

using Level = Denominator::Level;

class Measures : public testing::Test {
protected:
    Baseline baseline(const std::string& module) {
        document = study::Document::parse(R"({"baselineCharacteristicsModule":)" + module + "}");
        return read_baseline(document->root());
    }
    Outcome outcome(const std::string& measure) {
        document = study::Document::parse(R"({"outcomeMeasuresModule":{"outcomeMeasures":[)" + measure + "]}}");
        return read_outcome(document->root(), 1);
    }
    Result<study::Document> document = fail(ErrorCode::NotFound, "");
};

std::string denoms(const std::string& units, const std::string& first, const std::string& second) {
    return R"({"units":")" + units + R"(","counts":[{"groupId":"BG000","value":")" + first +
           R"("},{"groupId":"BG001","value":")" + second + R"("}]})";
}

TEST_F(Measures, TheNearestDenominatorCounts) {
    const std::string figures = R"("measurements":[{"groupId":"BG000","value":"5"},{"groupId":"BG001","value":"6"}])";
    const Baseline read = baseline(
        R"({"groups":[{"id":"BG000","title":"A"},{"id":"BG001","title":"Total"}],"denoms":[)" +
        denoms("Participants", "100", "200") + "," + denoms("Eyes", "190", "380") +
        R"(],"measures":[{"title":"of module","paramType":"COUNT_OF_PARTICIPANTS","classes":[{"categories":[{)" +
        figures + R"(}]}]},{"title":"of measure","paramType":"COUNT_OF_PARTICIPANTS","denoms":[)" +
        denoms("Participants", "90", "180") + R"(],"classes":[{"categories":[{)" + figures +
        R"(}]}]},{"title":"of class","paramType":"COUNT_OF_PARTICIPANTS","denoms":[)" +
        denoms("Participants", "90", "180") + R"(],"classes":[{"denoms":[)" + denoms("Participants", "80", "") +
        R"(],"categories":[{)" + figures +
        R"(}]}]},{"title":"of eyes","paramType":"COUNT_OF_UNITS","denomUnitsSelected":"Eyes",
        "classes":[{"categories":[{)" +
        figures + "}]}]}]}");
    const auto first = [&](std::size_t measure, std::size_t group) {
        return read.measures.at(measure).classes.at(0).categories.at(0).figures.at(group).denominator;
    };
    EXPECT_EQ(first(0, 0).count, "100");
    EXPECT_EQ(first(0, 0).level, Level::Module);
    EXPECT_EQ(first(1, 0).count, "90");
    EXPECT_EQ(first(1, 1).level, Level::Measure);
    EXPECT_EQ(first(2, 0).count, "80");
    EXPECT_EQ(first(2, 0).level, Level::Class);
    EXPECT_EQ(first(2, 1).count, "180"); // the class says nothing of this group
    EXPECT_EQ(first(3, 0).count, "190");
    EXPECT_EQ(first(3, 0).units, "Eyes");
    EXPECT_EQ(percent_of(read.measures[1], read.measures[1].classes[0].categories[0].figures[0]), "5.6%");
}

TEST_F(Measures, PercentagesOnlyWhereTheyHaveAMeaning) {
    EXPECT_EQ(percent_of("14", "50"), "28.0%");
    EXPECT_EQ(percent_of("1,000", "4,000"), "25.0%");
    EXPECT_EQ(percent_of("0", "4"), "0.0%");
    EXPECT_EQ(percent_of("4", "4"), "100.0%");
    EXPECT_EQ(percent_of("1", "10,000"), "<0.1%");
    EXPECT_EQ(percent_of("9,999", "10,000"), ">99.9%");
    for (const auto& [part, whole] :
         {std::pair("5", "4"), {"-1", "4"}, {"NA", "4"}, {"1", "NA"}, {"1", "0"}, {"", ""}, {"<5", "10"}, {"1", ""}}) {
        EXPECT_EQ(percent_of(part, whole), "") << part << " of " << whole;
    }
    const std::string rest = R"("groups":[{"id":"OG000"}],"denoms":[{"counts":[{"groupId":"OG000","value":"10"}]}],
        "classes":[{"categories":[{"measurements":[{"groupId":"OG000","value":"5"}]}]}]})";
    const auto percent = [&](const std::string& kind) {
        const Outcome read = outcome("{" + kind + rest);
        return percent_of(read.measure, read.measure.classes[0].categories[0].figures[0]);
    };
    EXPECT_EQ(percent(R"("paramType":"COUNT_OF_PARTICIPANTS",)"), "50.0%");
    EXPECT_EQ(percent(R"("paramType":"COUNT_OF_PARTICIPANTS","calculatePct":true,)"), "50.0%");
    EXPECT_EQ(percent(R"("paramType":"COUNT_OF_PARTICIPANTS","calculatePct":false,)"), "");
    EXPECT_EQ(percent(R"("paramType":"MEAN",)"), "");
    EXPECT_EQ(percent(R"("paramType":"NUMBER",)"), "");
}

struct NaCase {
    const char* what;
    const char* measure;
    const char* comment;
    NotAvailable meaning;
};

TEST_F(Measures, NotAvailableIsReadFromTheCommentOrTheKind) {
    const char* const kSurvival = R"j("paramType":"MEDIAN","unitOfMeasure":"Months","title":"Overall Survival (OS)")j";
    const char* const kLevel = R"("paramType":"MEDIAN","unitOfMeasure":"ng/mL","title":"Concentration")";
    const NaCase cases[] = {
        {"said", kLevel, "Median was not reached", NotAvailable::NotReached},
        {"said of survival", kSurvival, "NA = Not Reached.", NotAvailable::NotReached},
        {"not estimable", kSurvival, "Not estimable due to insufficient number of participants with events",
         NotAvailable::NotEstimable},
        {"other comment", kSurvival, "Follow-up was short", NotAvailable::NotStated},
        {"too few", kLevel, "Only one participant", NotAvailable::NotShown},
        {"median time", kSurvival, "", NotAvailable::NotReachedUsual},
        {"median of a level", kLevel, "", NotAvailable::NotStated},
        {"mean of a time", R"("paramType":"MEAN","unitOfMeasure":"days","title":"Time to discharge")", "",
         NotAvailable::NotStated},
        {"age", R"("paramType":"MEDIAN","unitOfMeasure":"years","title":"Age")", "", NotAvailable::NotStated},
    };
    for (const NaCase& one : cases) {
        const Outcome read = outcome(
            "{" + std::string(one.measure) +
            R"(,"groups":[{"id":"OG000"}],"classes":[{"categories":[{"measurements":[{"groupId":"OG000","value":"NA","comment":")" +
            one.comment + R"("}]}]}]})");
        EXPECT_EQ(meaning_of_not_available(read.measure, read.measure.classes[0].categories[0].figures[0]), one.meaning)
            << one.what;
    }
}

TEST_F(Measures, OutcomesStandByKindAndKeepTheirNumbers) {
    document = study::Document::parse(R"({"outcomeMeasuresModule":{"outcomeMeasures":[{"type":"POST_HOC","title":"d"},
        {"type":"SECONDARY","title":"b"},{"title":"e"},{"type":"PRIMARY","title":"a"},{"type":"OTHER_PRE_SPECIFIED","title":"c"},
        {"type":"SECONDARY","title":"b2"}]}})");
    std::string order;
    for (const OutcomeLine& line : outcome_lines(document->root())) {
        order += std::string(line.title) + std::to_string(line.number) + " ";
    }
    EXPECT_EQ(order, "a4 b2 b26 c5 d1 e3 ");
    EXPECT_EQ(read_outcome(document->root(), 7).line.number, 0U);
    EXPECT_EQ(read_outcome(document->root(), 0).line.number, 0U);
    EXPECT_EQ(read_outcome(document->root(), 4).measure.path, std::string(kOutcomesPath) + "/3");
}

TEST_F(Measures, ClassicAndCodedWordsOfDispersionReadAlike) {
    EXPECT_EQ(kind_in_words(outcome(R"({"paramType":"MEAN","dispersionType":"Standard Deviation"})").measure),
              "Mean (Standard deviation)");
    EXPECT_EQ(kind_in_words(outcome(R"({"paramType":"MEAN","dispersionType":"STANDARD_DEVIATION"})").measure),
              "Mean (Standard deviation)");
    EXPECT_EQ(kind_in_words(outcome(R"({"paramType":"NEW_KIND","dispersionType":"NA"})").measure), "NEW_KIND");
    EXPECT_EQ(kind_in_words(outcome("{}").measure), "");
}

TEST_F(Measures, KeepsFiguresOfGroupsThatNoListNames) {
    const Outcome read = outcome(R"({"groups":[{"id":"OG000"}],"classes":[{"categories":[{"measurements":[
        {"groupId":"OG007","value":"7"}]}]}]})");
    ASSERT_EQ(read.measure.groups.size(), 2U);
    EXPECT_FALSE(read.measure.classes[0].categories[0].figures[0].is_given);
    EXPECT_EQ(read.measure.classes[0].categories[0].figures[1].value, "7");
}

} // namespace
} // namespace trialdex::results
