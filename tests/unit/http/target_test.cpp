#include "http/target.h"

#include <gtest/gtest.h>

namespace trialdex::http {
namespace {

using Query = std::vector<std::pair<std::string, std::string>>;

TEST(Target, PathIsDecodedAndQueryTakenApart) {
    const auto target = parse_target("/study/NCT00000001?fields=NCTId%7CBriefTitle&a&b=&&c=1=2");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/study/NCT00000001");
    EXPECT_EQ(target->raw, "/study/NCT00000001?fields=NCTId%7CBriefTitle&a&b=&&c=1=2");
    EXPECT_EQ(target->query, (Query{{"fields", "NCTId|BriefTitle"}, {"a", ""}, {"b", ""}, {"c", "1=2"}}));
}

TEST(Target, PlusIsASpaceInTheQueryOnly) {
    const auto target = parse_target("/a+b?c+d=e+f%2Bg");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/a+b");
    EXPECT_EQ(target->query, (Query{{"c d", "e f+g"}}));
}

TEST(Target, CharactersThatClientsSendRawAreTaken) {
    const auto target = parse_target("/s?filter=AREA[Phase](A,B):\"x\"|'y'\xC3\xA9");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->query, (Query{{"filter", "AREA[Phase](A,B):\"x\"|'y'\xC3\xA9"}}));
}

TEST(Target, AbsoluteFormLosesSchemeAndAuthority) {
    EXPECT_EQ(parse_target("http://user@host:80/a?b=c")->raw, "/a?b=c");
    EXPECT_EQ(parse_target("HTTPS://host")->raw, "/");
    EXPECT_EQ(parse_target("http://host?b=http://x/")->raw, "/?b=http://x/");
    EXPECT_EQ(parse_target("/a?b=http://x/")->path, "/a");
}

TEST(Target, Utf8IsChecked) {
    EXPECT_EQ(parse_target("/%F0%9F%A7%AA")->path, "/\xF0\x9F\xA7\xAA");
    EXPECT_TRUE(parse_target("/%EF%BF%BF%F4%8F%BF%BF%C2%80%E0%A0%80%ED%9F%BF"));
    for (const char* bad : {"/%80", "/%C2", "/%C1%BF", "/%E0%9F%BF", "/%ED%A0%80", "/%F0%8F%BF%BF", "/%F4%90%80%80",
                            "/%F5%80%80%80", "/%E2%82", "/%FE", "/\xFF"}) {
        EXPECT_FALSE(parse_target(bad)) << bad;
    }
}

TEST(Target, WhatCannotBeMeantIsRefused) {
    for (const char* bad : {"", "a", "*", "//a", "/%2Fa", "http:/a", "gopher://a/", "/a%", "/a%1", "/a%1g", "/%00",
                            "/%1F", "/%7f", "/a#b", "/?a=%0", "/?%zz", "/?a=%00", "/?a=%ff"}) {
        const auto target = parse_target(bad);
        ASSERT_FALSE(target) << bad;
        EXPECT_EQ(target.error().code, ErrorCode::InvalidInput);
        EXPECT_TRUE(target.error().message.ends_with('.'));
    }
}

} // namespace
} // namespace trialdex::http
