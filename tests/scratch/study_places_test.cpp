// Every record at hand as a study page and as a list of sites: nothing fails, nothing is empty, no site is lost on the
// map.
#include "demo/demo.h"
#include "study/json.h"
#include "support/fake_reader.h"
#include "support/shared_data.h"
#include "support/site_client.h"
#include "support/zst_lines.h"

#include <gtest/gtest.h>

namespace trialdex::scratch {
namespace {

constexpr std::uint64_t kDemoStudies = 400;

// The text of each element `opening` … up to the next '<'.
bool has_empty(const std::string& body, std::string_view opening, std::string_view closing) {
    return body.find(std::string(opening) + std::string(closing)) != std::string::npos;
}

// What all marks of the map on a page say together: "Gent (Belgium): 12 sites, 3 recruiting".
std::size_t sites_on_map(const std::string& body) {
    std::size_t sum = 0;
    const std::size_t map = body.find("<svg class=\"map\"");
    if (map == std::string::npos) return 0;
    const std::size_t end = body.find("</svg>", map);
    for (std::size_t at = body.find("<title>", map); at < end; at = body.find("<title>", at + 1)) {
        const std::string title = body.substr(at + 7, body.find("</title>", at) - at - 7);
        std::size_t word = title.rfind(" site");
        std::size_t digits = word;
        while (digits > 0 &&
               (std::isdigit(static_cast<unsigned char>(title[digits - 1])) || title[digits - 1] == ',')) {
            --digits;
        }
        std::string number = title.substr(digits, word - digits);
        std::erase(number, ',');
        sum += number.empty() ? 0 : std::stoul(number);
    }
    return sum;
}

std::size_t placed_sites(const std::string& json) {
    const auto document = study::Document::parse(json);
    std::size_t placed = 0;
    for (const study::Value site : document->root()["protocolSection"]["contactsLocationsModule"]["locations"]) {
        placed += site["geoPoint"]["lat"].number().has_value() && site["geoPoint"]["lon"].number().has_value();
    }
    return placed;
}

void look_at(const std::string& json) {
    support::FakeReader store;
    const auto id = store.add(json);
    const web::Site site(store, {[] { return store::Milliseconds{1'766'620'000'000}; }});
    for (const std::string& path : {"/study/" + id.text(), "/study/" + id.text() + "/sites"}) {
        const api::Response response = support::get(site, path);
        ASSERT_EQ(response.status, 200) << path;
        const std::string& body = response.body;
        for (const char* wrong : {"nan", "inf"}) { // whole, or first of several; "inflammatory" is none
            for (const char* after : {"\"", " ", "%", ","})
                EXPECT_EQ(body.find(std::string("=\"") + wrong + after), std::string::npos) << path;
        }
        for (const auto& [opening, closing] : {std::pair{"<dt>", "</dt>"},
                                               {"<dd>", "</dd>"},
                                               {"<strong>", "</strong>"},
                                               {"<h2>", "</h2>"},
                                               {"<h3>", "</h3>"},
                                               {"<h4>", "</h4>"},
                                               {"<title>", "</title>"},
                                               {"d=\"", "\""},
                                               {"aria-label=\"", "\""}}) {
            EXPECT_FALSE(has_empty(body, opening, closing)) << path << ": " << opening;
        }
        EXPECT_EQ(sites_on_map(body), placed_sites(json)) << path;
    }
}

TEST(StudyPlaces, OfRealRecords) {
    const auto file = support::shared_file("data/ctgov/studies.ndjson.zst");
    if (!file) GTEST_SKIP() << "no shared data beside the checkout";
    ASSERT_TRUE(support::each_zst_line(*file, [](const std::string& line) {
        look_at(line);
        return true;
    }));
}

TEST(StudyPlaces, OfDemoRecords) {
    for (std::uint64_t index = 0; index < kDemoStudies; ++index) look_at(demo::study_json(index));
}

} // namespace
} // namespace trialdex::scratch
