#include "demo/titles.h"
#include "study/partial_date.h"
#include "study/record.h"
#include "unit/demo/studies.h"

#include <algorithm>
#include <chrono>
#include <gtest/gtest.h>
#include <regex>
#include <set>

namespace trialdex::demo {
namespace {

using study::Value;

TEST(DemoStudy, IsTheSameEveryTime) {
    for (const std::uint64_t index : {0U, 1U, 12U, 35U, 399U, 123456U}) {
        EXPECT_EQ(study_json(index), study_json(index));
        EXPECT_EQ(study_json(index, 7), study_json(index, 7));
        EXPECT_NE(study_json(index), study_json(index, 7));
    }
    EXPECT_NE(study_json(0), study_json(1));
}

TEST(DemoStudy, MayEnterTheRegistryWithNothingUnknown) {
    std::set<std::uint32_t> numbers;
    for (std::uint64_t i = 0; i < 2000; ++i) {
        const auto record = study::check_record(study_json(i));
        ASSERT_TRUE(record.has_value()) << i << ": " << record.error().message;
        EXPECT_TRUE(record->unknown.empty()) << record->id.text() << " " << record->unknown[0];
        EXPECT_EQ(record->version_holder, kDataDate);
        EXPECT_EQ(record->last_update_posted.size(), 10U);
        EXPECT_TRUE(record->brief_title.ends_with(kMark)) << record->brief_title;
        EXPECT_EQ(record->id.number(), kFirstNumber + i);
        EXPECT_TRUE(numbers.insert(record->id.number()).second);
        for (const study::NctId alias : record->aliases) {
            EXPECT_GE(alias.number(), kFirstAliasNumber);
            EXPECT_TRUE(numbers.insert(alias.number()).second) << alias.text();
        }
    }
}

TEST(DemoStudy, NumbersStayWithinEightDigits) {
    const auto record = study::check_record(study_json(kMaxStudies - 1));
    ASSERT_TRUE(record.has_value());
    EXPECT_LT(record->id.number(), kFirstAliasNumber);
    EXPECT_LE(kFirstAliasNumber + 2 * kMaxStudies, 99'999'999U);
}

TEST(DemoStudy, TitlesAreMarkedAndDiffer) {
    std::set<std::string> titles;
    for (const study::Document& document : first_studies()) {
        const Value identification = document.root()["protocolSection"]["identificationModule"];
        titles.insert(std::string(identification["briefTitle"].text()));
        const Value official = identification["officialTitle"];
        if (official) {
            EXPECT_TRUE(official.text().ends_with(kMark));
        }
        const Value summary = document.root()["protocolSection"]["descriptionModule"]["briefSummary"];
        if (summary) {
            EXPECT_NE(summary.text().find("This record is invented"), std::string_view::npos);
        }
    }
    EXPECT_GT(titles.size(), 300U);
}

// Whether a leaf's value is written as its kind is in real records.
bool has_form_of(schema::ValueKind kind, const schema::Node& node, Value value) {
    static const std::regex time("[0-9]+ (Year|Month|Week|Day|Hour|Minute)s?");
    switch (kind) {
    case schema::ValueKind::Structure: return value.is_object();
    case schema::ValueKind::Text:
    case schema::ValueKind::Markup: return value.is_string() && !value.text().empty();
    case schema::ValueKind::Boolean: return value.boolean().has_value();
    case schema::ValueKind::Integer:
    case schema::ValueKind::Number: return value.number().has_value();
    case schema::ValueKind::Date: {
        const auto date = study::PartialDate::parse(value.text());
        return date && date->is_full();
    }
    case schema::ValueKind::PartialDate: return study::PartialDate::parse(value.text()).has_value();
    case schema::ValueKind::DateTime: return study::date_time_words(value.text()).has_value();
    case schema::ValueKind::Time: return std::regex_match(std::string(value.text()), time);
    case schema::ValueKind::GeoPoint: return value["lat"].number() && value["lon"].number();
    case schema::ValueKind::Enum: return node.enum_type->find(value.text()) != nullptr;
    }
    return false;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

TEST(DemoStudy, EveryValueHasTheFormAndLengthThatTheSchemaSays) {
    for (const study::Document& document : first_studies()) {
        walk(document.root(), [&](const schema::Node& node, Value value) {
            EXPECT_TRUE(has_form_of(node.value, node, value))
                << nct_id(document.root()) << " " << node.path << " " << value.raw().substr(0, 60);
            if (node.limit > 0) {
                EXPECT_LE(characters(value.text()), node.limit) << node.path << " " << value.text();
            }
        });
    }
}

// Members come in the order of the tables, lists are lists, and nothing is there without content.
void expect_tidy(const schema::Node& node, Value value) {
    std::uint16_t last = 0;
    EXPECT_GT(value.size(), 0U) << node.path;
    for (const Value member : value) {
        const schema::Node* child = schema::find_child(node, member.key());
        ASSERT_NE(child, nullptr) << node.path << "." << member.key();
        EXPECT_GT(child->id, last) << child->path << " is out of order";
        EXPECT_EQ(member.is_array(), child->list) << child->path;
        EXPECT_TRUE(!member.is_array() || member.size() > 0) << child->path << " is empty";
        last = child->id;
    }
}

TEST(DemoStudy, MembersStandInRecordOrder) {
    for (const study::Document& document : first_studies()) {
        walk(document.root(), [](const schema::Node& node, Value value) {
            if (!node.is_leaf()) expect_tidy(node, value);
        });
    }
}

TEST(DemoStudy, SizesAreLikeThoseOfRealRecords) {
    std::vector<std::size_t> sizes;
    for (const study::Document& document : first_studies()) sizes.push_back(document.text().size());
    std::sort(sizes.begin(), sizes.end());
    EXPECT_GE(sizes[sizes.size() / 2], 8'000U);
    EXPECT_LE(sizes[sizes.size() / 2], 20'000U);
    EXPECT_LT(sizes.front(), 1'200U); // withheld
    EXPECT_GT(sizes.back(), 300'000U);
    EXPECT_LT(sizes.back(), 1'500'000U); // the largest real record
}

TEST(DemoStudy, TellsItsSpeed) {
    const auto start = std::chrono::steady_clock::now();
    std::size_t bytes = 0;
    for (std::uint64_t i = 0; i < 1000; ++i) bytes += study_json(i).size();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    fmt::print("invented {:.0f} studies/s, {:.0f} MB/s\n", 1000 / seconds.count(),
               static_cast<double>(bytes) / 1e6 / seconds.count());
    EXPECT_GT(bytes, 0U);
}

} // namespace
} // namespace trialdex::demo
