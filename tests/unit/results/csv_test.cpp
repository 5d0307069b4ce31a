#include "results/csv.h"

#include <gtest/gtest.h>

namespace trialdex::results {
namespace {

TEST(Csv, QuotesWhatNeedsQuotes) {
    CsvWriter csv;
    csv.row({"a", "b,c", "say \"no\"", "two\nlines", ""});
    EXPECT_EQ(csv.take(), "a,\"b,c\",\"say \"\"no\"\"\",\"two\nlines\",\r\n");
}

TEST(Csv, MakesFormulasHarmless) {
    for (const char* cell : {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1+1", "＝1", "-", "+",
                             "-5 mg", "-1e", "+1.", "=", "--5", "-0x1", "-5;cmd"}) {
        const std::string safe = safe_cell(cell);
        if (std::string(cell) == "+1.") {
            EXPECT_EQ(safe, cell); // a plain number
        } else {
            EXPECT_EQ(safe, "'" + std::string(cell));
        }
    }
}

TEST(Csv, LeavesNumbersAndWordsAlone) {
    for (const char* cell :
         {"-5.2", "+3", "-.5", "12.", "-1.5e-3", "NA", "<0.001", "a=b", "1-2", "0", "NCT00000102", ""}) {
        EXPECT_EQ(safe_cell(cell), cell);
    }
}

} // namespace
} // namespace trialdex::results
