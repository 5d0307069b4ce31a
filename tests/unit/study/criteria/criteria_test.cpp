// Which side the lines of a criteria text stand on: every shape of heading that real texts have, and what must not be
// taken for one.
#include "study/criteria/criteria.h"
#include "support/criteria_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

namespace trialdex::study {
namespace {

using support::line_sides;

std::string outline(std::string_view text) {
    std::string lines;
    for (const CriteriaBlock& block : read_criteria(text)) {
        lines += "UIE"[static_cast<int>(block.side)];
        lines += "SHip"[static_cast<int>(block.kind)];
        lines += std::to_string(block.depth) + " [" + std::string(block.marker(text)) + "] " +
                 std::string(block.words(text)) + "\n";
    }
    return lines;
}

TEST(Criteria, PlainHeadings) {
    EXPECT_EQ(line_sides("Inclusion Criteria:\n\n* Age\n* Asthma\n\nExclusion Criteria:\n\n* Cancer"), "HIIHE");
    EXPECT_EQ(line_sides("INCLUSION CRITERIA\n\nAge\n\nEXCLUSION CRITERIA\n\nCancer"), "HIHE");
    EXPECT_EQ(line_sides("Inclusion criteria :\n1. Age\nExclusion criteria.\n1. Cancer"), "HIHE");
    EXPECT_EQ(line_sides("Inclusion:\n* Age\nExclusion:\n* Cancer"), "HIHE");
    EXPECT_EQ(line_sides("Inclusions:\n* Age\nExclusions:\n* Cancer"), "HIHE");
}

TEST(Criteria, HeadingsWithWordsAroundTheName) {
    for (const char* heading : {"Key Exclusion Criteria:",
                                "Major exclusion criteria:",
                                "* EXCLUSION CRITERIA:",
                                "2. Exclusion Criteria:",
                                "II. Exclusion Criteria",
                                "B) Exclusion Criteria:",
                                "III.6 EXCLUSION CRITERIA",
                                "-EXCLUSION CRITERIA:",
                                "Exclusion Criteria:-",
                                "Exclusion Criteria::",
                                "Exclusion Criteria：",
                                "Exclusion Criteria（donors）:",
                                "Exclusion Criteria (Controls):",
                                "Exclusion criteria for all groups:",
                                "Angiographic Exclusion Criteria",
                                "Exclusion Criteria Related to MRI",
                                "Exclusion Criteria Roll-in Phase",
                                "The exclusion criteria are:",
                                "Exclusion Criteria (include amongst others):",
                                "Non-Inclusion Criteria:",
                                "Non inclusion criteria :",
                                "Criteria for non-inclusion in the \"control\" group:",
                                "List of exclusion criteria:",
                                "Other exclusions",
                                "HFpEF Group Exclusion:",
                                "Exclusion criteria-Specific to HFpEF",
                                "Exlusion Critiera:",
                                "Exclusion community-dwelling older adults (primary end-users):",
                                "Main Exclusion Criteria include:",
                                "Cohort B (2L Carcinoma \\[ESCC\\]) - Specific Exclusion Criteria:",
                                "**Exclusion Criteria**"}) {
        EXPECT_EQ(line_sides("Inclusion Criteria:\n* Age\n" + std::string(heading) + "\n* Cancer"), "HIHE") << heading;
    }
}

TEST(Criteria, HeadingsWithTextBehind) {
    EXPECT_EQ(outline("Inclusion Criteria:Patients with asthma\nExclusion Criteria: - none"),
              "IS0 [] Inclusion Criteria:\nIp0 [] Patients with asthma\nES0 [] Exclusion Criteria:\nEi0 [-] none\n");
    EXPECT_EQ(line_sides("Inclusion criteria. Age over 22.\nExclusion Criteria Incomplete revascularization. Less"),
              "IE");
    EXPECT_EQ(line_sides("Inclusion Criteria: all patients must have HLHS\nExclusion Criteria- none"), "IE");
}

TEST(Criteria, AHeadingInsideALineDividesIt) {
    const std::string text = "Inclusion Criteria\n* Age\n* Weight over 20 kg Exclusion Criteria\n* Smokers";
    EXPECT_EQ(line_sides(text), "HIIE");
    EXPECT_THAT(outline(text),
                ::testing::HasSubstr("Ii0 [*] Weight over 20 kg\nES0 [] Exclusion Criteria\nEi0 [*] Smokers"));
    EXPECT_EQ(outline("Inclusion Criteria: - Age - Consent Exclusion Criteria: - Cancer"),
              "IS0 [] Inclusion Criteria:\nIi0 [-] Age - Consent\nES0 [] Exclusion Criteria:\nEi0 [-] Cancer\n");
    EXPECT_EQ(line_sides("Inclusion\n* Provide consent Exclusion\n* Under 18"), "HIE");
}

TEST(Criteria, SentencesThatSpeakOfCriteriaAreNoHeadings) {
    for (const char* line :
         {"* Meets all inclusion criteria", "Exclusion criteria from the parent study apply",
          "* Not fulfilling inclusion criteria", "* Patients who do not meet the inclusion criteria:",
          "* Myocardial infarction at inclusion", "* Inclusion in another trial", "* Presence of exclusion criteria",
          "* Other protocol-defined inclusion criteria may apply", "Has no contraindication for inclusion",
          "* No exclusion criteria", "* Subjects who are excluded from other studies:", "* Exclusion: prior stroke"}) {
        EXPECT_EQ(line_sides("Exclusion Criteria:\n* Cancer\n" + std::string(line) + "\n* Smoking"), "HEEE") << line;
    }
}

TEST(Criteria, SentencesLeadIn) {
    EXPECT_EQ(line_sides("Women were eligible if they:\n* were 18\nWomen were ineligible if they:\n* smoked"), "IIEE");
    EXPECT_EQ(
        line_sides("To be eligible to participate, participants must:\n* be 18\nPatients will be excluded if they "
                   "meet any of the following:\n* smoking"),
        "IIEE");
    EXPECT_EQ(line_sides("Patients may not have:\n* cancer"), "EE");
    EXPECT_EQ(line_sides("Exclusion Criteria:\nTo participate, a subject MUST NOT HAVE:\n* cancer"), "HEE");
    EXPECT_EQ(line_sides("Exclusion Criteria:\nUnless noted, the exclusion criteria are the same:\n* cancer"), "HEE");
}

TEST(Criteria, WhatIsNotCertainIsUnstated) {
    // Old records list characteristics.
    EXPECT_EQ(line_sides("DISEASE CHARACTERISTICS:\n* Lung cancer\nPATIENT CHARACTERISTICS:\n* Not pregnant"), "UUUU");
    EXPECT_EQ(line_sides("Key Inclusion/Exclusion Criteria:\nSevere regurgitation"), "HU");
    EXPECT_EQ(line_sides("Eligibility criteria:\n* Age"), "HU");
    EXPECT_EQ(line_sides("Exclusion Criteria:\n* Cancer\nWithdrawal criteria:\n* Tumour"), "HEHU");
    // An exception, or another population?
    EXPECT_EQ(line_sides("Exclusion Criteria:\n* Cancer\nPatients are eligible if:\n* cured"), "HEUU");
    EXPECT_EQ(line_sides(""), "");
    EXPECT_EQ(line_sides("Adults"), "U");
    EXPECT_FALSE(says_sides(read_criteria("Adults")));
}

TEST(Criteria, AnItemThatSaysASideForItselfIsOnNone) {
    EXPECT_EQ(line_sides("Inclusion Criteria:\n* Age\n1. Exclusion: plans to move\n* Sex"), "HIUI");
    EXPECT_EQ(line_sides("Exclusion Criteria:\n* Cancer\nInclusion of Women and Minorities\nWomen may join."), "HEUU");
    EXPECT_EQ(line_sides("Inclusion criteria. Age.\nStudy Exclusion Criteria. Pneumonia. Stroke."), "IE");
}

TEST(Criteria, APopulationWithoutASideIsUnstated) {
    EXPECT_EQ(line_sides("Group 1\nInclusion Criteria:\n* Age\nExclusion Criteria:\n* Cancer\nGroup 2\n"
                         "Inclusion Criteria:\n* Sex\nExclusion Criteria:\n* Stroke"),
              "UHIHEUHIHE");
    EXPECT_EQ(line_sides("Inclusion Criteria:\n* Age\nExclusion Criteria:\n* Cancer\nHealthy controls:\n* Age"),
              "HIHEUU");
    EXPECT_EQ(line_sides("Exclusion Criteria:\nHealthy subjects:\n* Cancer\nPatients:\n* Stroke"), "HEEEE");
    EXPECT_EQ(line_sides("Exclusion Criteria:\n* Cancer\nCardiac:\n* Stroke"), "HEEE");
    EXPECT_EQ(line_sides("Exclusion Criteria:\n* Cancer\nFurther conditions for Part 2 of the study:\n* Age"), "HEUU");
    // Where lines stand by themselves, a short one is a criterion.
    EXPECT_EQ(line_sides("Exclusion Criteria:\nCancer in the last year\nPersonal or family history of stroke\nSmoking"),
              "HEEE");
}

TEST(Criteria, AListThatNamesASideEndsIt) {
    EXPECT_EQ(
        line_sides("1. Screening\n   1. Inclusion criteria:\n      * Age\n   2. Exclusion criteria:\n      * Cancer\n"
                   "2. Treatment"),
        "UHIHEU");
    EXPECT_EQ(line_sides("* INCLUSION CRITERIA:\n* Age\n* Sex"), "HII");
    // The numbering goes on outside: no list of its own.
    EXPECT_EQ(line_sides("Inclusion Criteria\n1. Age\n2. Sex\n\n   Exclusion Criteria\n3. Cancer"), "HIIHE");
    EXPECT_EQ(line_sides("Exclusion Criteria:\n10. Cancer\n11. Exclusion criteria for ECG:\n    QTc\n12. Stroke"),
              "HEHEE");
}

TEST(Criteria, RemarksAboutBothSidesAreOnNeither) {
    EXPECT_EQ(line_sides("Exclusion Criteria:\n* Cancer\nNote: Other protocol defined Inclusion/Exclusion criteria may "
                         "apply."),
              "HEU");
    EXPECT_EQ(line_sides("Exclusion Criteria:\n* Cancer\nPregnancy is not a criterion for exclusion."), "HEU");
    EXPECT_EQ(line_sides("Exclusion Criteria:\nCancer; cured patients may be included\nSmoking"), "HEE");
}

TEST(Criteria, ListsKeepTheirDepthAndTheirNumbers) {
    EXPECT_EQ(outline("* a\n\n  1. b\n     * c\n  2. d\n\n  more of d\n* e\n\nlast."),
              "Ui0 [*] a\nUi1 [1.] b\nUi2 [*] c\nUi1 [2.] d\nUp1 [] more of d\nUi0 [*] e\nUp0 [] last.\n");
    EXPECT_EQ(outline("* 1\\. Age\n• Sex\n(iv) Consent\n2.Weight\nE. coli infection\n1.5 mg daily\n-\n-5 degrees"),
              "Ui0 [* 1\\.] Age\nUi0 [•] Sex\nUi0 [(iv)] Consent\nUi0 [2.] Weight\nUp0 [] E. coli infection\n"
              "Up0 [] 1.5 mg daily\nUi0 [-] \nUp0 [] -5 degrees\n");
}

TEST(Criteria, ReadsHtml) {
    EXPECT_EQ(outline("<p>Inclusion Criteria:</p><ul><li>Age</li><li><p>One of:</p><ul><li>Asthma</li></ul></li></ul>"
                      "<p>Exclusion Criteria:</p><ul><li>Cancer</li></ul>"),
              "IS0 [] Inclusion Criteria:\nIi0 [] Age\nIi0 [] One of:\nIi1 [] Asthma\nES0 [] Exclusion Criteria:\n"
              "Ei0 [] Cancer\n");
}

} // namespace
} // namespace trialdex::study
