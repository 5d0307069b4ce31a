// The study page in its three views and the page of its sites, of whole registries: every number is in the record, or
// marked as calculated, or stands in fixed words of ours; and where one is marked, the page says once what that means.
// Takes each 12th real record and 400 invented ones; all and 5,000 when TRIALDEX_ALL_RECORDS is set.
#include "demo/demo.h"
#include "related/finder.h"
#include "schema/schema.h"
#include "scratch/index_kit.h"
#include "scratch/record_words.h"
#include "support/fake_reader.h"
#include "support/shared_data.h"
#include "support/site_client.h"
#include "support/zst_lines.h"
#include "web/components/glossary_table.h"
#include "web/pages/study/page_sections.h"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace trialdex {
namespace {

using scratch::RecordWords;

bool takes_all() { return std::getenv("TRIALDEX_ALL_RECORDS") != nullptr; }

// Fixed words of ours that hold numbers: all are texts of the tables.
const std::vector<std::string>& words_of_tables() {
    static const std::vector<std::string> kWords = [] {
        std::vector<std::string> words;
        const auto add = [&](std::string_view text) {
            if (text.find_first_of("0123456789") != std::string_view::npos) words.emplace_back(text);
        };
        for (const schema::Node& node : schema::nodes()) {
            for (const std::string_view text : {node.label, node.explanation}) add(text);
        }
        for (const schema::EnumType& type : schema::enum_types()) {
            for (const std::string_view text : {type.label, type.explanation}) add(text);
            for (const schema::EnumValue& value : type.values) {
                for (const std::string_view text : {value.label, value.explanation}) add(text);
            }
        }
        for (const web::GlossaryTerm& term : web::glossary_terms()) {
            for (const std::string_view text : {term.term, term.explanation}) add(text);
        }
        for (const web::PageSection& section : web::page_sections()) {
            for (const std::string_view text : {section.heading, section.sentence}) add(text);
        }
        return words;
    }();
    return kWords;
}

class StudyNumbers : public testing::Test {
protected:
    void check(const std::string& json) {
        support::FakeReader store;
        const store::NctId id = store.add(json);
        const web::Site site(store, {[] { return store::Milliseconds{1'790'000'000'000}; }});
        const auto document = study::Document::parse(json);
        RecordWords known = words_of(document->root());
        const std::string base = "/study/" + id.text();
        for (const char* view : {"", "?view=researcher", "?view=print"}) page(site, base + view, known);
        page(site, base + "/sites", known);
        nearest(site, base, document->root(), known);
        ++studies;
    }

    // By distance from the town of the first site that has a point, and from coordinates that a reader types.
    void nearest(const web::Site& site, const std::string& base, study::Value root, RecordWords known) {
        for (const study::Value place : root["protocolSection"]["contactsLocationsModule"]["locations"]) {
            if (!place["geoPoint"]["lat"] || place["city"].text().empty()) continue;
            page(site, base + "/sites?near=" + percent_encoded(place["city"].text()), known);
            known.add_phrase("48.85, 2.35");
            page(site, base + "/sites?near=48.85,2.35", known);
            return;
        }
    }

    static std::string percent_encoded(std::string_view text) {
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        std::string out;
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            out += {'%', kDigits[byte / 16], kDigits[byte % 16]};
        }
        return out;
    }

    static RecordWords words_of(study::Value root) {
        RecordWords known;
        known.add(root);
        for (const std::string& words : words_of_tables()) known.add_phrase(words);
        known.add_phrase("19 February 2025, 21:20 UTC"); // FakeReader::first_seen
        known.add_phrase("15 June 2025, 15:06 UTC");     // FakeReader::last_changed
        return known;
    }

    void page(const web::Site& site, const std::string& target, const RecordWords& known) {
        const api::Response response = support::get(site, target);
        ASSERT_EQ(response.status, 200) << target;
        expect_known(response.body, target, known);
        const std::string main = response.body.substr(response.body.find("<main"));
        EXPECT_EQ(count_of(main, kNote), count_of(main, kMark) > 0 ? 1U : 0U) << target;
    }

    void expect_known(const std::string& html, const std::string& target, const RecordWords& known) {
        for (const std::string& piece : scratch::unmarked_pieces(html)) {
            ++pieces;
            for (const std::string& number : known.strangers(piece)) {
                ADD_FAILURE() << number << " on " << target << ": " << piece;
            }
        }
    }

    static constexpr std::string_view kMark = "<span class=\"calculated\"";
    static constexpr std::string_view kNote = "calculated-note";

    static std::size_t count_of(std::string_view text, std::string_view part) {
        std::size_t count = 0;
        for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
        return count;
    }

    std::size_t studies = 0;
    std::size_t pieces = 0;
};

TEST_F(StudyNumbers, OfRealRecordsStandInTheRecord) {
    const auto file = support::shared_file("data/ctgov/studies.ndjson.zst");
    if (!file) GTEST_SKIP() << "no shared data beside the checkout";
    const std::size_t step = takes_all() ? 1 : 12;
    std::size_t line_number = 0;
    ASSERT_TRUE(support::each_zst_line(*file, [&](const std::string& line) {
        if (line_number++ % step == 0) check(line);
        return true;
    }));
    EXPECT_GT(studies, 290U);
    EXPECT_GT(pieces, studies * 50);
}

TEST_F(StudyNumbers, OfInventedRecordsStandInTheRecord) {
    const std::uint64_t count = takes_all() ? 5'000 : 400;
    for (std::uint64_t i = 0; i < count; ++i) check(demo::study_json(i));
    EXPECT_GT(pieces, studies * 20);
}

std::string several(std::size_t count, const std::string& element) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) list += (i > 0 ? "," : "") + element;
    return "[" + list + "]";
}

std::string towns(std::size_t count) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) {
        list +=
            fmt::format(R"({}{{"facility":"Clinic","city":"Town","state":"{}","country":"{}","status":"RECRUITING",)"
                        R"("geoPoint":{{"lat":{},"lon":{}}}}})",
                        i > 0 ? "," : "", i % 2 == 0 ? "North" : "South", i % 3 == 0 ? "Norway" : "Ghana",
                        40.125 + static_cast<double>(i), 10.125);
    }
    return "[" + list + "]";
}

// Much of everything, and no numbers but the study's own: in whole records a count of ours may also stand elsewhere.
std::string record_without_numbers(std::size_t sites) {
    return R"({"protocolSection":{"identificationModule":{"nctId":"NCT90000118","briefTitle":"Walking"},)"
           R"("conditionsModule":{"conditions":)" +
           several(9, R"("Gout")") + R"(},"outcomesModule":{"primaryOutcomes":)" +
           several(11, R"({"measure":"Steps"})") + R"(,"secondaryOutcomes":)" + several(2, R"({"measure":"Steps"})") +
           R"(},"contactsLocationsModule":{"locations":)" + towns(sites) + R"(},"referencesModule":{"references":)" +
           several(14, R"({"type":"RESULT","citation":"A paper"})") +
           R"(}},"resultsSection":{"participantFlowModule":{"groups":)" + several(3, R"({"title":"Walkers"})") +
           R"(,"periods":[{"title":"Spring","milestones":[]}]},"outcomeMeasuresModule":{"outcomeMeasures":)" +
           several(10, R"({"type":"SECONDARY","title":"Steps","analyses":[{},{}]})") +
           R"(}},"annotationSection":{"annotationModule":{"unpostedAnnotation":{"unpostedEvents":)" +
           several(4, R"({"type":"RELEASE","dateUnknown":true})") + R"(}}},"hasResults":true})";
}

TEST_F(StudyNumbers, OfOursAreAllMarked) {
    for (const std::size_t sites : {5U, 25U, 120U}) { // open, folded, on a page of their own
        const std::string json = record_without_numbers(sites);
        check(json);
        support::FakeReader store;
        store.add(json);
        const web::Site site(store, {[] { return store::Milliseconds{1'790'000'000'000}; }});
        const std::string body = support::get(site, "/study/NCT90000118").body;
        for (const std::size_t count : {sites, std::size_t{11}, std::size_t{14}, std::size_t{10}, std::size_t{4}}) {
            const std::string marked = "title=\"counted in the record\">" + std::to_string(count) + "</span>";
            EXPECT_NE(body.find(marked), std::string::npos) << count << " with " << sites << " sites";
        }
    }
}

// Versions are numbered by the store, and each has the day of its last update.
TEST_F(StudyNumbers, OfVersionsAreTheStoresOwn) {
    const std::string first = R"({"protocolSection":{"identificationModule":{"nctId":"NCT90000118"},"statusModule":)"
                              R"({"lastUpdatePostDateStruct":{"date":"2011-03-17"}}}})";
    std::string second = demo::study_json(0);
    const std::string number = "\"nctId\":\"";
    second.replace(second.find(number) + number.size(), 11, "NCT90000118");
    support::FakeReader store;
    store.add(first);
    store.add(second);
    const web::Site site(store, {[] { return store::Milliseconds{1'790'000'000'000}; }});
    RecordWords known = words_of(study::Document::parse(second)->root());
    known.add(study::Document::parse(first)->root());
    for (const char* words : {"Version 1", "Version 2", "You see version 1 of", "You see version 2 of"}) {
        known.add_phrase(words);
    }
    for (const char* query : {"", "?version=1", "?version=2"}) {
        page(site, std::string("/study/NCT90000118") + query, known);
    }
    const std::string newest = support::get(site, "/study/NCT90000118").body;
    EXPECT_NE(newest.find("more</dd>"), std::string::npos) << "the modules that changed are not counted";
}

// A card tells facts of another study; what it counts is marked.
TEST_F(StudyNumbers, OfRelatedTrialsStandInTheirRecords) {
    constexpr std::uint64_t kRegistry = 60;
    scratch::IndexedRegistry indexed;
    indexed.add_demo(0, kRegistry);
    indexed.build();
    const auto index = indexed.open();
    const auto finder = related::open_finder(*index, indexed.registry.store());
    const store::Reader& store = indexed.registry.store();
    const web::Site site(store, {[] { return store::Milliseconds{1'790'000'000'000}; }}, index.get(), finder.get());
    std::size_t cards = 0;
    for (std::uint64_t i = 0; i < kRegistry; ++i) {
        const store::NctId id(demo::kFirstNumber + static_cast<std::uint32_t>(i));
        const std::string target = "/study/" + id.text();
        const std::string html = support::get(site, target).body;
        constexpr std::string_view kCard = "<article class=\"related-card\">";
        for (std::size_t at = html.find(kCard); at != std::string::npos; at = html.find(kCard, at + 1)) {
            const std::string card = html.substr(at, html.find("</article>", at) - at);
            const auto other = store::NctId::parse(card.substr(card.find("/study/") + 7, 11));
            ASSERT_TRUE(other) << card;
            RecordWords known;
            for (const store::NctId of : {id, *other}) {
                known.add(study::Document::parse(store.get(of)->json)->root());
            }
            for (const std::string& words : words_of_tables()) known.add_phrase(words);
            expect_known(card, target, known);
            ++cards;
        }
    }
    EXPECT_GT(cards, kRegistry);
}

} // namespace
} // namespace trialdex
