#include "results/number_text.h"

#include <gtest/gtest.h>

namespace trialdex::results {
namespace {

struct Case {
    const char* written;
    std::optional<double> number;
    Bound bound = Bound::Exact;
};

TEST(NumberText, ReadsWhatRecordsWrite) {
    const Case cases[] = {
        {"12", 12},
        {"12.", 12},
        {".5", 0.5},
        {"-.5", -0.5},
        {"−3.2", -3.2},
        {"+0.1", 0.1},
        {" 0.05 ", 0.05},
        {"\u00a07", 7},
        {"1,234", 1234},
        {"1,234,567.8", 1234567.8},
        {"1.2e-5", 1.2e-5},
        {"<0.001", 0.001, Bound::Below},
        {"< 0.001", 0.001, Bound::Below},
        {"&lt; 0.001", 0.001, Bound::Below},
        {"&amp;lt;0.001", 0.001, Bound::Below},
        {"\\<0.05", 0.05, Bound::Below},
        {"<=0.05", 0.05, Bound::AtMost},
        {"≤ 0.05", 0.05, Bound::AtMost},
        {">0.99", 0.99, Bound::Above},
        {"&gt;= 5", 5, Bound::AtLeast},
        {"= 0.05", 0.05},
        {"p = 0.05", 0.05},
        {"P<.0001", 0.0001, Bound::Below},
        {"~5", 5, Bound::About},
        {"12.5%", 12.5},
    };
    for (const Case& one : cases) {
        const NumberText read = read_number(one.written);
        ASSERT_TRUE(read.number) << one.written;
        EXPECT_DOUBLE_EQ(*read.number, *one.number) << one.written;
        EXPECT_EQ(read.bound, one.bound) << one.written;
        EXPECT_EQ(read.is_exact(), one.bound == Bound::Exact) << one.written;
    }
    EXPECT_TRUE(read_number("12.5%").is_percent);
}

TEST(NumberText, MakesNoNumberOfWhatIsNone) {
    for (const char* written :
         {"",    " ",   "NA",  "not reached", "1-2",  "0,3139", "12,34", "1,23,456", "1,2345",  ",5", ".",    "-",
          "--5", "+-5", "inf", "nan",         "0x10", "5 mg",   "1e999", "1.2.3",    "1,234,5", "<",  "1 234"}) {
        EXPECT_FALSE(read_number(written).number) << written;
    }
    EXPECT_FALSE(read_number(std::string(41, '1')).number);
    EXPECT_FALSE(exact_number("<5"));
}

TEST(NumberText, KnowsNotAvailable) {
    for (const char* written : {"NA", "na", "N/A", " NA ", "N.A."}) EXPECT_TRUE(is_not_available(written)) << written;
    for (const char* written : {"", "0", "NAN", "Not applicable"}) EXPECT_FALSE(is_not_available(written)) << written;
}

} // namespace
} // namespace trialdex::results
