// The time line: dates fall where they should, months are months, planned and actual differ, and the words say the
// same.
#include "study/partial_date.h"
#include "support/fake_reader.h"
#include "support/site_client.h"
#include "web/pages/study/time_scale.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex::web {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string page_of(const std::string& status) {
    support::FakeReader store;
    const auto id = store.add(R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001"},"statusModule":{)" +
                              status + R"(}},"derivedSection":{"miscInfoModule":{"versionHolder":"2025-12-24"}}})");
    const Site site(store, {[] { return store::Milliseconds{1'766'620'000'000}; }});
    return support::get(site, "/study/" + id.text()).body;
}

std::string figure_of(const std::string& status) {
    const std::string body = page_of(status);
    const std::size_t begin = body.find("<figure class=\"time-line\">");
    return begin == std::string::npos ? "" : body.substr(begin, body.find("</figure>", begin) - begin);
}

std::int32_t day(std::string_view text) { return study::PartialDate::parse(text)->first_day(); }

TEST(TimeScale, PutsDaysInOrderWithinTheLine) {
    const TimeScale scale(day("2020-01-01"), day("2024-12-31"));
    EXPECT_GT(scale.place(day("2020-01-01")), 0);
    EXPECT_LT(scale.place(day("2024-12-31")), 100);
    EXPECT_NEAR(scale.place(day("2022-07-02")), 50, 0.1);
    EXPECT_LT(scale.place(day("2021-03-01")), scale.place(day("2021-03-02")));
}

TEST(TimeScale, WritesFewYears) {
    for (const auto& [from, to] : {std::pair{"2020-01-01", "2020-01-01"},
                                   {"2020-05-01", "2023-01-01"},
                                   {"1999-01-01", "2040-01-01"},
                                   {"1900-01-01", "2100-01-01"},
                                   {"0001-01-01", "9999-12-31"}}) {
        const auto ticks = TimeScale(day(from), day(to)).ticks();
        EXPECT_GE(ticks.size(), 1U) << from;
        EXPECT_LE(ticks.size(), 6U) << from;
        for (std::size_t i = 1; i < ticks.size(); ++i) EXPECT_LT(ticks[i - 1].place, ticks[i].place);
    }
}

TEST(TimeLine, SaysAndShowsWhatIsPlanned) {
    const std::string figure = figure_of(
        R"("startDateStruct":{"date":"2021-03-04","type":"ACTUAL"},
           "completionDateStruct":{"date":"2027-05-06","type":"ESTIMATED"},
           "studyFirstPostDateStruct":{"date":"2021-01-15","type":"ESTIMATED"})");
    EXPECT_THAT(figure, HasSubstr("aria-label=\"Time line of the study. Registered: 15 January 2021. "
                                  "Start: 4 March 2021. Completion: 6 May 2027, planned.\""));
    EXPECT_THAT(figure, HasSubstr("class=\"date planned\""));
    EXPECT_THAT(figure, HasSubstr("class=\"stretch planned\""));
    EXPECT_THAT(figure, Not(HasSubstr("only the month")));
}

TEST(TimeLine, DrawsAMonthAsAMonth) {
    const std::string figure = figure_of(
        R"("startDateStruct":{"date":"2021-03"},"completionDateStruct":{"date":"2022-05-06","type":"ACTUAL"})");
    EXPECT_THAT(figure, HasSubstr("<rect class=\"date\""));
    EXPECT_THAT(figure, HasSubstr("March 2021"));
    EXPECT_THAT(figure, HasSubstr("only the month is known"));
    EXPECT_THAT(figure, Not(HasSubstr("planned")));
}

TEST(TimeLine, TheKeyShowsMarksThatAreDrawn) {
    const auto keys_of = [](const std::string& completion) {
        const std::string figure =
            figure_of(R"("startDateStruct":{"date":"2021-03"},"completionDateStruct":{"date":")" + completion + "\"}");
        return figure.substr(figure.find("<figcaption>"));
    };
    EXPECT_THAT(keys_of("2026-05-06"), HasSubstr("<circle class=\"date planned\""));
    EXPECT_THAT(keys_of("2026-05"), HasSubstr("<line class=\"stretch planned\""));
    EXPECT_THAT(keys_of("2026-05"), Not(HasSubstr("<circle class=\"date planned\"")));
}

TEST(TimeLine, ADateWithoutATypeIsPlannedWhenItLiesAfterTheData) {
    EXPECT_THAT(figure_of(R"("startDateStruct":{"date":"2021-03"},"completionDateStruct":{"date":"2026-05"})"),
                HasSubstr("Completion: May 2026, planned."));
}

TEST(TimeLine, NeedsTwoDates) {
    EXPECT_EQ(figure_of(R"("startDateStruct":{"date":"2021-03"})"), "");
    EXPECT_EQ(figure_of(R"("startDateStruct":{"date":"soon"},"completionDateStruct":{"date":"2022-13"})"), "");
}

} // namespace
} // namespace trialdex::web
