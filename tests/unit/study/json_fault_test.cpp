// The place at which a text stops being JSON, against texts broken by hand and against the real parser.
#include "study/json.h"
#include "study/json_fault.h"

#include <gtest/gtest.h>
#include <random>

namespace trialdex::study {
namespace {

TEST(JsonFault, PointsAtWhatIsWrong) {
    const std::pair<std::string_view, std::size_t> cases[] = {
        {R"({"a":1,})", 7},   {R"({"a" 1})", 5}, {R"([1 2])", 3},   {R"([1,2)", 4},
        {R"({"a":tru})", 5},  {R"({"a":"b)", 5}, {"[\"a\nb\"]", 3}, {R"(["\x"])", 3},
        {R"(["\u12g4"])", 6}, {"[01]", 2},       {"[1.]", 3},       {"[1e]", 3},
        {"{} x", 3},          {"", 0},           {"[1}", 2},        {R"({"a":[1}})", 7},
        {"{,}", 1},           {"[,]", 1},        {"[1,]", 3},       {"[-]", 2},
    };
    for (const auto& [text, place] : cases) EXPECT_EQ(json_fault(text), place) << text;
}

TEST(JsonFault, FindsNothingInWhatIsRight) {
    for (const std::string_view text :
         {"{}", "[]", " [ ] ", R"({"a":{"b":[{},[],1,-0.5e+3,"x\u00e9\n",true,null]}})"}) {
        EXPECT_EQ(json_fault(text), std::nullopt) << text;
    }
    EXPECT_EQ(json_fault(std::string(100'000, '[') + std::string(100'000, ']')), std::nullopt);
}

// Whatever is done to a text, both readers agree whether it is JSON.
TEST(JsonFault, AgreesWithTheParser) {
    std::mt19937 random(7); // NOLINT(bugprone-random-generator-seed,cert-msc51-cpp): the same texts in every run
    const std::string sound = R"({"a":{"b":[{},[],1,-0.5e+3,"x\u00e9\n",true,null],"c":"d"},"e":12})";
    const std::string_view letters = "{}[]\",:\\ 0x-e.";
    for (int round = 0; round < 20'000; ++round) {
        std::string text = sound;
        for (int changes = 0; changes <= round % 3; ++changes) {
            const std::size_t at = random() % text.size();
            const char letter = letters[random() % letters.size()];
            if (random() % 2 == 0) {
                text[at] = letter;
            } else {
                text.erase(at, 1);
            }
        }
        const auto parsed = Document::parse(text);
        const bool repeats = !parsed && parsed.error().message.find("twice") != std::string::npos;
        if (repeats) continue;
        EXPECT_EQ(json_fault(text).has_value(), !parsed.has_value()) << text;
    }
}

TEST(JsonFault, PlacesAreTold) {
    EXPECT_EQ(place_in_text("{\n  \"é\": x", 10), "line 2, character 8");
    EXPECT_EQ(place_in_text("abc", 0), "line 1, character 1");
}

} // namespace
} // namespace trialdex::study
