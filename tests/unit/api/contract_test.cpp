// The metadata endpoints beside what the registry itself answers, where the recorded answers are at hand: the same in
// all but titles, descriptions and rules, which are ours or left out.
#include "api/api.h"
#include "study/record.h"
#include "support/fake_reader.h"
#include "support/shared_data.h"

#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

namespace trialdex::api {
namespace {

std::string body_of(const std::string& path) {
    const support::FakeReader reader;
    Request request;
    request.method = "GET";
    request.path = path;
    const Response response = Api(reader).handle(request);
    EXPECT_EQ(response.status, 200) << path << ": " << response.body;
    return response.body;
}

// A recorded answer, or nullopt where there is none.
std::optional<std::string> recorded(const std::string& name) {
    const auto path = support::shared_file("reference/ctgov-api-v2/" + name);
    if (!path) return std::nullopt;
    std::ostringstream text;
    text << std::ifstream(*path).rdbuf();
    return text.str();
}

study::Document parsed(std::string text) {
    auto document = study::Document::parse(std::move(text));
    EXPECT_TRUE(document) << document.error().message;
    return std::move(*document);
}

// One line a node: where it stands and what it says, without the texts.
void list_nodes(study::Value nodes, const std::string& prefix, std::vector<std::string>& lines) {
    static const std::set<std::string_view> kTexts = {"title", "description", "rules", "children"};
    for (const study::Value node : nodes) {
        const std::string path = prefix + std::string(node["name"].text());
        std::set<std::string> members;
        for (const study::Value member : node) {
            if (kTexts.contains(member.key())) continue;
            std::string value;
            for (const char c : member.raw()) {
                if (c != '\n' && c != ' ') value += c;
            }
            members.insert(std::string(member.key()) + "=" + value);
        }
        std::string line = path;
        for (const std::string& member : members) line += " " + member;
        lines.push_back(line + (node["children"] ? " children" : ""));
        list_nodes(node["children"], path + ".", lines);
    }
}

TEST(Contract, MetadataHasTheSameNodes) {
    const auto theirs = recorded("studies-metadata.json");
    if (!theirs) GTEST_SKIP() << "needs the recorded answers";
    std::vector<std::string> expected;
    std::vector<std::string> found;
    list_nodes(parsed(*theirs).root(), "", expected);
    list_nodes(parsed(body_of("/api/v2/studies/metadata")).root(), "", found);
    EXPECT_EQ(expected.size(), 454U);
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i], expected[i]);
}

void expect_texts(study::Value nodes, const std::string& prefix) {
    for (const study::Value node : nodes) {
        const std::string path = prefix + std::string(node["name"].text());
        EXPECT_FALSE(node["title"].text().empty()) << path;
        EXPECT_FALSE(node["description"].text().empty()) << path;
        expect_texts(node["children"], path + ".");
    }
}

TEST(Contract, EveryNodeHasATitleAndADescription) {
    const study::Document document = parsed(body_of("/api/v2/studies/metadata"));
    expect_texts(document.root(), "");
}

TEST(Contract, SearchAreasAreTheSame) {
    const auto theirs = recorded("studies-search-areas.json");
    if (!theirs) GTEST_SKIP() << "needs the recorded answers";
    const study::Document expected = parsed(*theirs);
    const study::Document found = parsed(body_of("/api/v2/studies/search-areas"));
    EXPECT_EQ(study::fingerprint_of(found.root()), study::fingerprint_of(expected.root()));
}

// Kept byte for byte, so the layout can be held against it too.
TEST(Contract, EnumsAreTheSameBytes) {
    const auto theirs = recorded("studies-enums.json");
    if (!theirs) GTEST_SKIP() << "needs the recorded answers";
    EXPECT_EQ(body_of("/api/v2/studies/enums"), *theirs);
}

} // namespace
} // namespace trialdex::api
