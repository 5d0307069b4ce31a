// Ways to read a study page, and how to cite it.
#include "support/fake_reader.h"
#include "support/site_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex::web {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kRecord =
    R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"Walks {50%} & <details>"},)"
    R"("statusModule":{"overallStatus":"COMPLETED"},)"
    R"("sponsorCollaboratorsModule":{"leadSponsor":{"name":"Clinic_A"}}}})";

std::string page(const std::string& query) {
    support::FakeReader store;
    store.add(kRecord);
    const Site site(store, {[] { return store::Milliseconds{1'766'620'000'000}; }});
    const api::Response response = support::get(site, "/study/NCT00000001" + query);
    EXPECT_EQ(response.status, 200);
    return response.body;
}

TEST(Reading, TheUsualOneOffersTheOthers) {
    const std::string html = page("");
    EXPECT_THAT(html, HasSubstr(R"(<main id="content" class="page plain">)"));
    EXPECT_THAT(html, HasSubstr(R"(<strong aria-current="true">Plain</strong>)"));
    EXPECT_THAT(html, HasSubstr(R"(href="/study/NCT00000001?view=researcher")"));
    EXPECT_THAT(html, Not(HasSubstr("<details open")));
    EXPECT_THAT(page("?view=nonsense"), HasSubstr(R"(<strong aria-current="true">Plain</strong>)"));
}

TEST(Reading, TheResearcherSeesTheNamesOfFields) {
    const std::string html = page("?view=researcher");
    EXPECT_THAT(html, HasSubstr(R"(class="page researcher")"));
    EXPECT_THAT(html, HasSubstr(R"(<code class="piece">OverallStatus</code>)"));
}

TEST(Reading, OnPaperEverythingIsOpen) {
    const std::string html = page("?view=print");
    EXPECT_THAT(html, HasSubstr("<details open"));
    EXPECT_THAT(html, Not(HasSubstr(R"(<details class)")));
    EXPECT_THAT(html, HasSubstr("Walks {50%} &amp; &lt;details&gt;")); // a record's text is no element of ours
}

TEST(Citation, IsASentenceAndAnEntry) {
    const std::string html = page("");
    EXPECT_THAT(html, HasSubstr("Clinic_A. Walks {50%} &amp; &lt;details&gt;. ClinicalTrials.gov, NCT00000001. "
                                "https://clinicaltrials.gov/study/<wbr>NCT00000001"));
    EXPECT_THAT(html, HasSubstr("@misc{NCT00000001,"));
    EXPECT_THAT(html, HasSubstr(R"(author = {{Clinic\_A}})"));
    EXPECT_THAT(html, HasSubstr(R"(title = {Walks 50\% \&amp; &lt;details&gt;})"));
}

} // namespace
} // namespace trialdex::web
