// A form's body as fields: escapes, empty parts, and no more fields than any form of ours has.
#include "web/form_body.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex::web {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

TEST(FormBody, FieldsAreDecodedInTheirOrder) {
    EXPECT_THAT(form_fields("b=1&a=x+y%2B%C3%A9&b=2"),
                ElementsAre(Pair("b", "1"), Pair("a", "x y+\u00e9"), Pair("b", "2")));
    EXPECT_THAT(form_fields("flag&empty=&a=b=c"), ElementsAre(Pair("flag", ""), Pair("empty", ""), Pair("a", "b=c")));
}

TEST(FormBody, BrokenEscapesStay) {
    EXPECT_THAT(form_fields("a=%&b=%4&c=%zz%41"), ElementsAre(Pair("a", "%"), Pair("b", "%4"), Pair("c", "%zzA")));
}

TEST(FormBody, WhatNamesNothingIsLeftOutAndTheNumberIsBounded) {
    EXPECT_THAT(form_fields("&&=x&"), IsEmpty());
    std::string many;
    for (int i = 0; i < 10'000; ++i) many += "a&";
    EXPECT_THAT(form_fields(many), SizeIs(kMostFormFields));
}

} // namespace
} // namespace trialdex::web
