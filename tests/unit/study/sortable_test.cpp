#include "study/sortable.h"

#include <gtest/gtest.h>
#include <limits>
#include <random>

namespace trialdex::study {
namespace {

std::optional<std::int64_t> place(std::string_view piece, std::string_view json) {
    const auto document = Document::parse("[" + std::string(json) + "]"); // a bare value is no document
    return place_on_line(*schema::find_piece(piece), document.value().root().at(0));
}

std::optional<Span> span(std::string_view piece, std::string_view word) {
    return span_on_line(*schema::find_piece(piece), word);
}

TEST(Sortable, KnowsTheKindsThatStandOnALine) {
    for (const std::string_view piece : {"EnrollmentCount", "NPtrsToThisExpAccNCTId", "StartDate", "StudyFirstPostDate",
                                         "LargeDocUploadDate", "MinimumAge", "TargetDuration"})
        EXPECT_TRUE(is_sortable(*schema::find_piece(piece))) << piece;
    for (const std::string_view piece : {"BriefTitle", "Phase", "LocationGeoPoint", "HasResults", "StartDateStruct"})
        EXPECT_FALSE(is_sortable(*schema::find_piece(piece))) << piece;
}

TEST(Sortable, APartialDateStandsAtItsFirstDay) {
    EXPECT_EQ(place("StartDate", R"("1970-01-02")"), 1);
    EXPECT_EQ(place("StartDate", R"("1970-02")"), 31);
    EXPECT_EQ(place("StartDate", R"("1971")"), 365);
    EXPECT_EQ(place("StartDate", R"("1969-12-31")"), -1);
    EXPECT_EQ(place("LargeDocUploadDate", R"("1970-01-03T23:59")"), 2);
    for (const std::string_view json : {R"("soon")", R"("")", "1970", "null", "[]", R"("1970-02-30")"})
        EXPECT_FALSE(place("StartDate", json)) << json;
}

TEST(Sortable, AgesAreSeconds) {
    EXPECT_EQ(place("MinimumAge", R"("18 Years")"), 18 * 31'557'600);
    EXPECT_EQ(place("MinimumAge", R"("12 Months")"), place("MinimumAge", R"("1 Year")"));
    EXPECT_EQ(place("MinimumAge", R"("2 Weeks")"), place("MinimumAge", R"("14 Days")"));
    EXPECT_EQ(place("MaximumAge", R"("1 Hour")"), place("MaximumAge", R"("60 Minutes")"));
    for (const std::string_view json : {R"("N/A")", R"("Years")", R"("18")", R"("-1 Years")", R"("1.5 Years")", "18",
                                        R"("99999999999999999999 Years")", R"("18 Yearss")"})
        EXPECT_FALSE(place("MinimumAge", json)) << json;
}

TEST(Sortable, NumbersAreThemselves) {
    EXPECT_EQ(place("EnrollmentCount", "99999999"), 99'999'999);
    EXPECT_EQ(place("EnrollmentCount", "9223372036854775807"), INT64_MAX);
    EXPECT_FALSE(place("EnrollmentCount", "1.5"));
    EXPECT_FALSE(place("EnrollmentCount", R"("12")"));
    EXPECT_EQ(place("NPtrsToThisExpAccNCTId", "1.5"), number_place(1.5));
}

TEST(Sortable, AWordOfADateIsTheSpanItNames) {
    EXPECT_EQ(span("StartDate", "1970")->first, 0);
    EXPECT_EQ(span("StartDate", "1970")->last, 364);
    EXPECT_EQ(span("StartDate", "1970-02")->last, 58);
    EXPECT_EQ(span("StartDate", "02/01/1970")->first, 31);
    EXPECT_EQ(span("StartDate", "02/01/1970")->last, 31);
    EXPECT_EQ(span("LargeDocUploadDate", "1970-01-02T10:00")->last, 1);
    for (const std::string_view word : {"13/01/1970", "70", "1/2/1970", "", "MIN", "1970-01-02x"})
        EXPECT_FALSE(span("StartDate", word)) << word;
}

TEST(Sortable, AWordOfAnAgeHasLettersToo) {
    const auto years = place("MinimumAge", R"("18 Years")");
    for (const std::string_view word : {"18 years", "18 Year", "18y", "18Y", "18  YEARS", " 18 y "}) {
        ASSERT_TRUE(span("MinimumAge", word)) << word;
        EXPECT_EQ(span("MinimumAge", word)->first, *years) << word;
        EXPECT_EQ(span("MinimumAge", word)->last, *years) << word;
    }
    EXPECT_EQ(span("MinimumAge", "6m")->first, place("MinimumAge", R"("6 Months")"));
    EXPECT_EQ(span("MinimumAge", "2w")->first, span("MinimumAge", "14d")->first);
    for (const std::string_view word : {"18", "y", "18 moons", "18 ", "", "18s"})
        EXPECT_FALSE(span("MinimumAge", word)) << word;
}

TEST(Sortable, AWordOfANumberIsOnePlace) {
    EXPECT_EQ(span("EnrollmentCount", "500")->first, 500);
    EXPECT_EQ(span("EnrollmentCount", "-5")->last, -5);
    for (const std::string_view word : {"", "5x", "1e3", "99999999999999999999", "five"})
        EXPECT_FALSE(span("EnrollmentCount", word)) << word;
    EXPECT_EQ(span("NPtrsToThisExpAccNCTId", "1e3")->first, number_place(1000));
    for (const std::string_view word : {"nan", "inf", "-inf", "1e999"})
        EXPECT_FALSE(span("NPtrsToThisExpAccNCTId", word)) << word;
    EXPECT_FALSE(span("BriefTitle", "500"));
}

TEST(Sortable, NumberPlacesKeepTheOrder) {
    std::mt19937_64 random(3);
    std::vector<double> values = {0.0,
                                  -1.0,
                                  1.0,
                                  std::numeric_limits<double>::max(),
                                  std::numeric_limits<double>::min(),
                                  std::numeric_limits<double>::lowest(),
                                  std::numeric_limits<double>::denorm_min()};
    for (int i = 0; i < 200; ++i)
        values.push_back(std::ldexp(static_cast<double>(random()) - 9e18, static_cast<int>(random() % 200) - 100));
    for (const double a : values) {
        EXPECT_EQ(number_at(number_place(a)), a);
        for (const double b : values) EXPECT_EQ(number_place(a) < number_place(b), a < b) << a << ' ' << b;
    }
    EXPECT_EQ(number_place(-0.0), number_place(0.0));
}

} // namespace
} // namespace trialdex::study
