// Pages of invented studies of difficult kinds, as they read, against what was looked at and found right. After a
// change that is meant: TRIALDEX_GOLDEN=write test_golden, then read the difference.
#include "demo/demo.h"
#include "golden/outline.h"
#include "study/json.h"
#include "support/fake_reader.h"
#include "support/other_scripts.h"
#include "support/site_client.h"

#include <cstdlib>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <iterator>
#include <map>

namespace trialdex::golden {
namespace {

using study::Value;

struct Kind {
    std::string name;
    std::function<bool(Value protocol, Value results)> is;
    std::vector<std::string> pages = {""}; // below the study's address
};

const std::vector<std::string> kResultsPages = {
    "", "/results", "/results/flow", "/results/baseline", "/results/outcomes/1", "/results/adverse-events"};

bool type_is(Value protocol, std::string_view type) { return protocol["designModule"]["studyType"].text() == type; }
std::string_view status_of(Value protocol) { return protocol["statusModule"]["overallStatus"].text(); }

bool any_value(Value results, std::string_view wanted) {
    for (const Value outcome : results["outcomeMeasuresModule"]["outcomeMeasures"]) {
        for (const Value part : outcome["classes"]) {
            for (const Value category : part["categories"]) {
                for (const Value measurement : category["measurements"]) {
                    if (measurement["value"].text() == wanted) return true;
                }
            }
        }
    }
    return false;
}

std::vector<Kind> kinds() {
    return {
        {"observational", [](Value protocol, Value) { return type_is(protocol, "OBSERVATIONAL"); }},
        {"expanded-access", [](Value protocol, Value) { return type_is(protocol, "EXPANDED_ACCESS"); }},
        {"crossover",
         [](Value protocol, Value) {
             return protocol["designModule"]["designInfo"]["interventionModel"].text() == "CROSSOVER";
         }},
        {"many-arms",
         [](Value protocol, Value) { return protocol["armsInterventionsModule"]["armGroups"].size() >= 4; }},
        {"many-sites",
         [](Value protocol, Value) { return protocol["contactsLocationsModule"]["locations"].size() > 60; }},
        {"month-only-dates",
         [](Value protocol, Value) { return protocol["statusModule"]["startDateStruct"]["date"].text().size() == 7; }},
        {"terminated", [](Value protocol, Value) { return status_of(protocol) == "TERMINATED"; }},
        {"withheld", [](Value protocol, Value) { return status_of(protocol) == "WITHHELD"; }},
        {"no-results", [](Value protocol, Value results) { return !results && status_of(protocol) == "COMPLETED"; }},
        {"results", [](Value, Value results) { return results && results["adverseEventsModule"]["seriousEvents"]; },
         kResultsPages},
        {"not-reached",
         [](Value, Value results) { return any_value(results, "NA"); },
         {"/results", "/results/outcomes"}},
    };
}

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The first invented study of each kind; one record is parsed once for all kinds.
std::map<std::string, std::string> examples(const std::vector<Kind>& kinds) {
    std::map<std::string, std::string> found;
    for (std::uint64_t index = 0; index < demo::kCoverage && found.size() < kinds.size(); ++index) {
        std::string json = demo::study_json(index);
        const auto document = study::Document::parse(json);
        const Value root = document->root();
        for (const Kind& kind : kinds) {
            if (!found.contains(kind.name) && kind.is(root["protocolSection"], root["resultsSection"]))
                found[kind.name] = json;
        }
    }
    return found;
}

// The first line that differs, for a failure that can be read.
std::string difference(const std::string& is, const std::string& was) {
    std::size_t line = 1;
    std::size_t start = 0;
    std::size_t at = 0;
    for (; at < is.size() && at < was.size() && is[at] == was[at]; ++at) {
        if (is[at] != '\n') continue;
        ++line;
        start = at + 1;
    }
    if (at == is.size() && at == was.size()) return {};
    const auto shown = [&](const std::string& text) {
        return start < text.size() ? text.substr(start, text.find('\n', start) - start) : std::string("(the end)");
    };
    return "line " + std::to_string(line) + "\n  was: " + shown(was) + "\n  is:  " + shown(is);
}

// Compares with the file of that name, or writes it.
void expect_pages(const std::string& name, const std::string& record, const std::vector<std::string>& pages) {
    support::FakeReader store;
    const auto id = store.add(record);
    const web::Site site(store, {[] { return store::Milliseconds{1'790'000'000'000}; }});
    std::string text;
    for (const std::string& page : pages) {
        const api::Response response = support::get(site, "/study/" + id.text() + page);
        EXPECT_EQ(response.status, 200) << name << page;
        text += "==== /study/" + id.text() + page + "\n" + outline(response.body);
    }
    const std::string path = std::string(TRIALDEX_SOURCE_DIR) + "/tests/golden/pages/" + name + ".txt";
    if (std::getenv("TRIALDEX_GOLDEN") != nullptr) {
        std::ofstream(path, std::ios::binary) << text;
    } else {
        EXPECT_EQ(difference(text, read(path)), "") << name;
    }
}

TEST(Golden, PagesReadAsTheyDid) {
    const std::vector<Kind> all = kinds();
    const auto found = examples(all);
    for (const Kind& kind : all) {
        const auto example = found.find(kind.name);
        ASSERT_NE(example, found.end()) << "no invented study is of the kind " << kind.name;
        expect_pages(kind.name, example->second, kind.pages);
    }
}

TEST(Golden, PagesInOtherScriptsReadAsTheyDid) {
    std::vector<std::string> pages = kResultsPages;
    pages.insert(pages.end(), {"/results/outcomes/3", "/sites"});
    expect_pages("other-scripts", support::study_in_other_scripts(), pages);
}

} // namespace
} // namespace trialdex::golden
