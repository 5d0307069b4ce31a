#include "study/nct_id.h"
#include "study/partial_date.h"

#include <gtest/gtest.h>

namespace trialdex::study {
namespace {

TEST(PartialDate, KeepsItsPrecision) {
    EXPECT_EQ(PartialDate::parse("2020")->words(), "2020");
    EXPECT_EQ(PartialDate::parse("2020-11")->words(), "November 2020");
    EXPECT_EQ(PartialDate::parse("2020-11-30")->words(), "30 November 2020");
    for (const std::string_view text : {"2020", "2020-11", "2020-02-29", "0001-01-01"}) {
        EXPECT_EQ(PartialDate::parse(text)->iso(), text);
    }
}

TEST(PartialDate, RefusesWhatTheCalendarLacks) {
    for (const std::string_view text : {"", "20", "2020-13", "2020-00", "2021-02-29", "2020-1-1", "2020/11/30",
                                        "2020-11-31", "abcd", "2020-11-30T10:00"}) {
        EXPECT_FALSE(PartialDate::parse(text)) << text;
    }
}

TEST(PartialDate, SpansTheDaysItCanMean) {
    EXPECT_EQ(PartialDate::parse("1970-01")->first_day(), 0);
    EXPECT_EQ(PartialDate::parse("1970-01")->last_day(), 30);
    EXPECT_EQ(PartialDate::parse("1971")->first_day(), 365);
    EXPECT_EQ(PartialDate::parse("2020-02")->last_day() - PartialDate::parse("2020-02")->first_day(), 28);
}

TEST(PartialDate, ReadsUploadStamps) {
    EXPECT_EQ(date_time_words("2020-11-30T14:05"), "30 November 2020, 14:05");
    EXPECT_FALSE(date_time_words("2020-11-30T24:05"));
    EXPECT_FALSE(date_time_words("2020-11-30"));
}

TEST(NctId, RecordsAreStrictAndPeopleAreFree) {
    EXPECT_EQ(NctId::parse("NCT00000001")->number(), 1U);
    EXPECT_FALSE(NctId::parse("nct00000001"));
    EXPECT_FALSE(NctId::parse("NCT1"));
    EXPECT_EQ(NctId::parse_lenient("nct1")->text(), "NCT00000001");
    EXPECT_EQ(NctId::parse_lenient("NCT0000000000012345678")->text(), "NCT12345678");
    for (const std::string_view text : {"NCT", "NCT0", "NCT00000000", "NCT123456789", "NCT1x", " NCT1", "XCT1", ""}) {
        EXPECT_FALSE(NctId::parse_lenient(text)) << text;
    }
}

} // namespace
} // namespace trialdex::study
