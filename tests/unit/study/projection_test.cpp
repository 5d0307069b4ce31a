#include "study/projection.h"
#include "support/random_record.h"

#include <gtest/gtest.h>
#include <initializer_list>

namespace trialdex::study {
namespace {

std::string projected(const std::string& text, std::initializer_list<const char*> paths) {
    const auto document = Document::parse(text);
    NodeSet chosen;
    for (const char* path : paths) {
        const schema::Node* node = schema::find_path(path);
        EXPECT_NE(node, nullptr) << path;
        if (node != nullptr) chosen.add(*node);
    }
    const std::string whole = project(document->root(), chosen);
    EXPECT_EQ(project_text(minified(text), chosen).value_or(whole), whole); // the walk over the text says the same
    return whole;
}

constexpr const char* kRecord =
    R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001","new":1,)"
    R"("organization":{"fullName":"A \"B\"","class":"OTHER"}},"designModule":{"studyType":"X"},)"
    R"("contactsLocationsModule":{"locations":[{"city":"Oslo","country":"Norway"},)"
    R"({"country":"Chad"},{}]},"conditionsModule":{"conditions":["a","b"]}},"hasResults":false})";

TEST(Projection, LeavesKeepTheirPlace) {
    EXPECT_EQ(projected(kRecord, {"protocolSection.identificationModule.nctId", "hasResults"}),
              R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}},"hasResults":false})");
    EXPECT_EQ(projected(kRecord, {"protocolSection.identificationModule.organization.fullName"}),
              R"({"protocolSection":{"identificationModule":{"organization":{"fullName":"A \"B\""}}}})");
    EXPECT_EQ(projected(kRecord, {"protocolSection.conditionsModule.conditions"}),
              R"({"protocolSection":{"conditionsModule":{"conditions":["a","b"]}}})");
}

TEST(Projection, BranchesBringEverythingBelowThem) {
    EXPECT_EQ(projected(kRecord, {"protocolSection.identificationModule"}),
              R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001","new":1,"organization":{"fullName":)"
              R"("A \"B\"","class":"OTHER"}}}})");
}

TEST(Projection, ListsKeepTheirPositions) {
    EXPECT_EQ(projected(kRecord, {"protocolSection.contactsLocationsModule.locations.city"}),
              R"({"protocolSection":{"contactsLocationsModule":{"locations":[{"city":"Oslo"},{},{}]}}})");
}

TEST(Projection, AncestorsOfWhatIsMissingStayEmpty) {
    EXPECT_EQ(projected(kRecord, {"protocolSection.designModule.phases"}),
              R"({"protocolSection":{"designModule":{}}})");
    EXPECT_EQ(projected(kRecord, {"protocolSection.statusModule.overallStatus"}), R"({"protocolSection":{}})");
    EXPECT_EQ(projected(kRecord, {"resultsSection"}), "{}");
    EXPECT_EQ(projected("{}", {"hasResults"}), "{}");
}

TEST(Projection, WiderChoiceWins) {
    EXPECT_EQ(projected(kRecord, {"protocolSection.designModule", "protocolSection.designModule.phases"}),
              R"({"protocolSection":{"designModule":{"studyType":"X"}}})");
    EXPECT_EQ(projected(kRecord, {"protocolSection.designModule.phases", "protocolSection.designModule"}),
              R"({"protocolSection":{"designModule":{"studyType":"X"}}})");
}

// The slow and obvious way: every value asks, by its path, whether it was chosen or lies above something that was.
class Oracle {
public:
    explicit Oracle(std::vector<std::string> chosen) : chosen_(std::move(chosen)) {}

    std::string object(Value value, const std::string& prefix) const {
        std::string out;
        for (const Value member : value) {
            const std::string path = prefix + std::string(member.key());
            std::string kept;
            if (is_chosen(path)) {
                kept = member.raw();
            } else if (is_above_chosen(path) && member.is_object()) {
                kept = object(member, path + ".");
            } else if (is_above_chosen(path) && member.is_array()) {
                for (const Value element : member) {
                    kept += kept.empty() ? "[" : ",";
                    kept += element.is_object() ? object(element, path + ".") : "{}";
                }
                kept += kept.empty() ? "[]" : "]";
            } else {
                continue;
            }
            out += out.empty() ? "\"" : ",\"";
            out += std::string(member.key()) + "\":" + kept;
        }
        return "{" + out + "}";
    }

private:
    bool is_chosen(const std::string& path) const {
        return std::any_of(chosen_.begin(), chosen_.end(),
                           [&](const std::string& one) { return path == one || path.starts_with(one + "."); });
    }
    bool is_above_chosen(const std::string& path) const {
        return std::any_of(chosen_.begin(), chosen_.end(),
                           [&](const std::string& one) { return one.starts_with(path + "."); });
    }
    std::vector<std::string> chosen_;
};

TEST(Projection, AgreesWithTheObviousWay) {
    std::size_t kept = 0;
    for (unsigned seed = 0; seed < 400; ++seed) {
        support::RandomRecord random(seed);
        const auto document = Document::parse(random.text());
        ASSERT_TRUE(document) << document.error().message;
        for (int round = 0; round < 5; ++round) {
            NodeSet chosen;
            std::vector<std::string> paths;
            for (unsigned left = 1 + random.below(5); left > 0; --left) {
                const schema::Node& node = schema::nodes()[random.below(static_cast<unsigned>(schema::nodes().size()))];
                chosen.add(node);
                paths.emplace_back(node.path);
            }
            const std::string fast = project(document->root(), chosen);
            ASSERT_EQ(fast, Oracle(paths).object(document->root(), ""))
                << "seed " << seed << ", first field " << paths[0];
            ASSERT_TRUE(Document::parse(fast));
            kept += fast.size();
        }
    }
    EXPECT_GT(kept, 100'000U); // the records and choices do meet
}

TEST(Projection, TheTextIsWalkedLikeTheTree) {
    NodeSet chosen;
    chosen.add(*schema::find_path("protocolSection.identificationModule.briefTitle"));
    const auto walked = [&](std::string_view text) { return project_text(text, chosen); };
    EXPECT_EQ(walked(R"({"a":[1,{"b":"]}\\"},"\""],"protocolSection":{"identificationModule":{"briefTitle":"x\\"}}})"),
              R"({"protocolSection":{"identificationModule":{"briefTitle":"x\\"}}})");
    EXPECT_EQ(walked("{}"), "{}");
}

TEST(Projection, WhatIsNoPlainRecordIsLeftToTheTree) {
    NodeSet chosen;
    chosen.add(*schema::find_path("hasResults"));
    for (const std::string_view text :
         {"", "[]", "{", R"({"hasResults")", R"({"hasResults":)", R"({"hasResults":})", R"({"hasResults":true)",
          R"({"hasResults":true}x)", R"({"hasResults":"true)", R"({"hasResults":[{"a":1])",
          R"({"\u0068asResults":true})", R"({"hasResults" :true})", R"({ "hasResults":true})", R"({"a":"\)", "{\"",
          "{]"}) {
        EXPECT_EQ(project_text(text, chosen), std::nullopt) << text;
    }
}

} // namespace
} // namespace trialdex::study
