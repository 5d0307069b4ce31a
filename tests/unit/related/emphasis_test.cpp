// "condition:2,design:0": what is read and what is refused.
#include "related/emphasis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex::related {
namespace {

using testing::HasSubstr;

TEST(Emphasis, NothingIsTheUsual) {
    const auto read = parse_emphasis("");
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, kUsualEmphasis);
}

TEST(Emphasis, PairsSetTheirAspectsAndLeaveTheOthers) {
    const Emphasis wanted = {2, 1, 1, 1, 0, 1};
    for (const char* text : {"condition:2,design:0", "condition:2|design:0", "design:0,condition:2,"}) {
        const auto read = parse_emphasis(text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(*read, wanted) << text;
    }
}

TEST(Emphasis, FractionsAndBothEndsAreTaken) {
    const auto read = parse_emphasis("wording:0.25,outcome:100,population:0");
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, (Emphasis{1, 1, 0, 100, 1, 0.25}));
}

TEST(Emphasis, WhatCannotBeReadIsNamed) {
    for (const char* text : {"condition", "condition:", "condition:-1", "condition:100.5", "condition:nan",
                             "condition:inf", "condition:1e999", "condition:2x", "condition: 2", "condition:2:3"}) {
        const auto read = parse_emphasis(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, ErrorCode::InvalidInput) << text;
        EXPECT_THAT(read.error().message, HasSubstr(text));
    }
    for (const char* text : {"colour:1", ":1", ",", "condition:1,,design:1", "Condition:1", " condition:1"}) {
        const auto read = parse_emphasis(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, ErrorCode::InvalidInput) << text;
        EXPECT_THAT(read.error().message, HasSubstr("condition, intervention")) << text;
    }
}

} // namespace
} // namespace trialdex::related
