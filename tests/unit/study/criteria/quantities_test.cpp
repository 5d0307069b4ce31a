// Which numbers are set off, and how far each reaches.
#include "study/criteria/quantities.h"

#include <gtest/gtest.h>
#include <string>

namespace trialdex::study {
namespace {

std::string marked(std::string_view text) {
    std::string result;
    std::size_t at = 0;
    for (const TextRange& range : find_quantities(text)) {
        result += std::string(text.substr(at, range.begin - at)) + "[" +
                  std::string(text.substr(range.begin, range.end - range.begin)) + "]";
        at = range.end;
    }
    return result + std::string(text.substr(at));
}

TEST(Quantities, HaveASignOrAUnit) {
    EXPECT_EQ(marked("Age ≥ 18 years"), "Age [≥ 18 years]");
    EXPECT_EQ(marked("AST < 1.5 × ULN, ALT <= 2.5 x ULN"), "AST [< 1.5 × ULN], ALT [<= 2.5 x ULN]");
    EXPECT_EQ(marked("bilirubin up to 3 times the upper limit of normal"),
              "bilirubin [up to 3 times the upper limit of normal]");
    EXPECT_EQ(marked("surgery within 28 days"), "surgery [within 28 days]");
    EXPECT_EQ(marked("HbA1c 7.0-10.5% at screening"), "HbA1c [7.0-10.5%] at screening");
    EXPECT_EQ(marked("eGFR >=30 mL/min/1.73 m² or more"), "eGFR [>=30 mL/min/1.73 m² or more]");
    EXPECT_EQ(marked("platelets ≥ 100,000/mm3; ANC > 1.5 x 10^9/L"), "platelets [≥ 100,000/mm3]; ANC [> 1.5 x 10^9/L]");
    EXPECT_EQ(marked("(ANC) ≥ 0.5x 10^9/ L (must"), "(ANC) [≥ 0.5x 10^9/ L] (must");
    EXPECT_EQ(marked("between 18 and 65 years of age (inclusive)"), "[between 18 and 65 years of age] (inclusive)");
    EXPECT_EQ(marked("18 years to 65 years"), "[18 years to 65 years]");
    EXPECT_EQ(marked("a 24-hour urine"), "a [24-hour] urine");
    EXPECT_EQ(marked("aged 18 or older"), "aged [18 or older]");
    EXPECT_EQ(marked("greater than or equal to 20 kg"), "[greater than or equal to 20 kg]");
}

// NCT02017561, NCT03210402
TEST(Quantities, NoneIsAPartOfANumber) {
    EXPECT_EQ(marked("E'˂10,2 cm/s and ˃ 3 months"), "E'[˂10,2 cm/s] and [˃ 3 months]");
    EXPECT_EQ(marked("E'‹10,2 cm/s, v1,5 mg"), "E'‹10,2 cm/s, v1,5 mg");
    EXPECT_EQ(marked("men 49.2 g/m2.7, women 46.7 g/m2.7"), "men [49.2 g/m2.7], women [46.7 g/m2.7]");
    EXPECT_EQ(marked("8 m2.5 and 30 kg/m2."), "8 m2.5 and [30 kg/m2].");
}

// NCT03546413 of the real records: "16" alone was set off, and only where "aged" stood before it.
TEST(Quantities, AgesNeedNoUnitAndReachToTheirOpenEnd) {
    EXPECT_EQ(marked("if child is younger than 16; siblings aged 16 and over"),
              "if child is [younger than 16]; siblings aged [16 and over]");
    EXPECT_EQ(marked("18 years of age and older"), "[18 years of age and older]");
    EXPECT_EQ(marked("weight 50 kg or more, or morels"), "weight [50 kg or more], or morels");
    EXPECT_EQ(marked("within 5 years or moreover"), "[within 5 years] or moreover");
}

TEST(Quantities, EndAndBeginBesideLettersWithoutSpaces) {
    EXPECT_EQ(marked("体重指数≥23 kg/m²者亦可入组"), "体重指数[≥23 kg/m²]者亦可入组");
    EXPECT_EQ(marked("每日500 mg，共24周"), "每日[500 mg]，共24周");
    EXPECT_EQ(marked("ηλικία 5 mgο"), "ηλικία 5 mgο"); // Greek has spaces: no unit
}

TEST(Quantities, NamesAreNone) {
    for (const char* text :
         {"Type 2 diabetes", "CYP3A4", "PD-1 and IL-5", "part 1", "HER2", "RECIST v1.1", "SARS-CoV-2", "Grade 2 or 3",
          "a score of 4-14", "at least 3 of them", "the number of chromosome 17 copies", "section 5.1", ""}) {
        EXPECT_EQ(marked(text), text);
    }
}

} // namespace
} // namespace trialdex::study
