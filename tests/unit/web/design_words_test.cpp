// The design in words: right for every combination of codes, silent where the record is, never addressed to the reader.
#include "schema/schema.h"
#include "web/pages/study/design_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex::web {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string words(const std::string& module) {
    const auto document = study::Document::parse("{" + module + "}");
    return design_in_words(document->root());
}

std::string trial(const std::string& info) {
    return words(R"("studyType":"INTERVENTIONAL","designInfo":{)" + info + "}");
}

TEST(DesignWords, ATrial) {
    EXPECT_EQ(
        trial(R"("allocation":"RANDOMIZED","interventionModel":"PARALLEL","primaryPurpose":"TREATMENT",
                       "maskingInfo":{"masking":"DOUBLE","whoMasked":["INVESTIGATOR","PARTICIPANT"]})"),
        "A randomised trial with parallel groups: each participant stays in one of them. Chance decides who enters "
        "which group. Participants and investigators are masked, that is, not told who receives what (double "
        "masking). Its main purpose: treatment.");
    EXPECT_EQ(trial(R"("allocation":"NA","interventionModel":"SINGLE_GROUP","maskingInfo":{"masking":"NONE"})"),
              "A trial with a single group: all participants follow the same plan. Nobody is masked: it is known who "
              "receives what (open label).");
}

TEST(DesignWords, OddCombinationsAreSaidAsTheyStand) {
    EXPECT_THAT(trial(R"("allocation":"RANDOMIZED","interventionModel":"SINGLE_GROUP")"),
                HasSubstr("The record calls it randomised all the same."));
    EXPECT_THAT(trial(R"("allocation":"NA","interventionModel":"PARALLEL")"),
                HasSubstr("Allocation to groups is recorded as not applicable."));
    EXPECT_EQ(trial(R"("maskingInfo":{"masking":"DOUBLE"})"),
              "Two parties are masked, that is, not told who receives what; the record does not say which ones (double "
              "masking).");
    EXPECT_EQ(trial(R"("maskingInfo":{"masking":"NONE","whoMasked":["PARTICIPANT"]})"),
              "Recorded as open label, though it names as masked: participants.");
    EXPECT_EQ(trial(R"("maskingInfo":{"whoMasked":["OUTCOMES_ASSESSOR"]})"),
              "Outcomes assessors are masked, that is, not told who receives what.");
    EXPECT_EQ(trial(R"("primaryPurpose":"PREVENTION")"), "Its main purpose: prevention.");
    EXPECT_EQ(trial(R"("allocation":"RANDOMIZED")"), "A randomised trial. Chance decides who enters which group.");
    EXPECT_EQ(trial(R"("allocation":"NEW_CODE","interventionModel":"NEW","primaryPurpose":"NEW")"), "");
}

TEST(DesignWords, OtherKinds) {
    EXPECT_EQ(
        words(R"("studyType":"OBSERVATIONAL","patientRegistry":true,"targetDuration":"2 Years",
                       "designInfo":{"observationalModel":"CASE_ONLY","timePerspective":"RETROSPECTIVE"})"),
        "An observational study of people who all have the condition or feature in question (case-only): the study "
        "itself assigns nothing to the people in it. It looks back at what has already happened (retrospective). It "
        "is a patient registry, which follows each person for 2 years.");
    EXPECT_EQ(words(R"("studyType":"OBSERVATIONAL")"), "");
    EXPECT_EQ(
        words(R"("studyType":"EXPANDED_ACCESS","expandedAccessTypes":{"individual":true,"treatment":true})"),
        "Expanded access gives a treatment that is still under study to patients outside a trial; here to individual "
        "patients and many patients under a treatment protocol.");
    EXPECT_EQ(words(""), "");
}

std::vector<std::string> codes_of(std::string_view type) {
    std::vector<std::string> codes{""};
    for (const schema::EnumValue& value : schema::find_enum(type)->values) codes.emplace_back(value.value);
    return codes;
}

std::string member(const std::string& name, const std::string& code) {
    return code.empty() ? "" : "\"" + name + "\":\"" + code + "\",";
}

void expect_plain_sentences(const std::string& text, const std::string& of) {
    if (text.empty()) return;
    EXPECT_TRUE(text[0] >= 'A' && text[0] <= 'Z') << of << ": " << text;
    EXPECT_EQ(text.back(), '.') << of;
    for (const char* wrong : {"  ", "..", " .", "()", "( ", ": .", " you", "You"}) {
        EXPECT_THAT(text, Not(HasSubstr(wrong))) << of;
    }
}

TEST(DesignWords, EveryCombinationOfCodes) {
    std::size_t tried = 0;
    for (const auto& allocation : codes_of("DesignAllocation")) {
        for (const auto& model : codes_of("InterventionalAssignment")) {
            for (const auto& purpose : codes_of("PrimaryPurpose")) {
                for (const auto& masking : codes_of("DesignMasking")) {
                    for (const std::string who : {"", "PARTICIPANT", "CARE_PROVIDER\",\"OUTCOMES_ASSESSOR"}) {
                        const std::string info = member("allocation", allocation) + member("interventionModel", model) +
                                                 member("primaryPurpose", purpose) + R"("maskingInfo":{)" +
                                                 member("masking", masking) + R"("whoMasked":[)" +
                                                 (who.empty() ? "" : "\"" + who + "\"") + "]}";
                        const std::string text = trial(info);
                        expect_plain_sentences(text, info);
                        if (!purpose.empty()) {
                            EXPECT_THAT(text, HasSubstr("Its main purpose: ")) << purpose;
                        }
                        if (!model.empty()) {
                            EXPECT_THAT(text, HasSubstr(" trial with ")) << model;
                        }
                        if (!masking.empty() && masking != "NONE") {
                            EXPECT_THAT(text, HasSubstr("masked")) << masking;
                        }
                        ++tried;
                    }
                }
            }
        }
    }
    EXPECT_GT(tried, 4'000U);
}

TEST(DesignWords, EveryObservationalCombination) {
    for (const auto& model : codes_of("ObservationalModel")) {
        for (const auto& time : codes_of("DesignTimePerspective")) {
            std::string info = member("observationalModel", model) + member("timePerspective", time);
            if (!info.empty()) info.pop_back();
            const std::string text = words(R"("studyType":"OBSERVATIONAL","designInfo":{)" + info + "}");
            expect_plain_sentences(text, info);
            EXPECT_EQ(text.empty(), model.empty() && time.empty()) << info;
        }
    }
}

} // namespace
} // namespace trialdex::web
