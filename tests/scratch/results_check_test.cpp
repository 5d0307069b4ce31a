// The invented studies add up, but for the few in which a measure counts people and its table does not.
#include "demo/demo.h"
#include "results/check.h"
#include "study/json.h"

#include <gtest/gtest.h>

namespace trialdex {
namespace {

TEST(ResultsCheckOfTheDemo, FindsFewThings) {
    std::size_t with_results = 0, with_findings = 0;
    for (std::uint64_t i = 0; i < 1000; ++i) {
        const auto document = study::Document::parse(demo::study_json(i));
        ASSERT_TRUE(document);
        if (!document->root()["resultsSection"]) continue;
        ++with_results;
        const auto findings = results::check_results(document->root());
        with_findings += findings.empty() ? 0 : 1;
        for (const results::Finding& finding : findings) {
            EXPECT_EQ(results::words_of(finding.kind).id, "count-above-denominator") << i << ": " << finding.sentence;
        }
    }
    EXPECT_GT(with_results, 100U);
    EXPECT_LT(with_findings, with_results / 20);
}

} // namespace
} // namespace trialdex
