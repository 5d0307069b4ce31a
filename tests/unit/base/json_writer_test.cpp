#include "base/json_writer.h"

#include <gtest/gtest.h>

namespace trialdex {
namespace {

TEST(JsonWriter, PlacesCommas) {
    JsonWriter json;
    json.begin_object().member("a", 1).key("b").begin_array().integer(1).string("x").begin_object().end_object();
    json.end_array().member("c", true).key("d").raw("[1,2]").key("e").begin_object().end_object().end_object();
    EXPECT_EQ(json.text(), R"({"a":1,"b":[1,"x",{}],"c":true,"d":[1,2],"e":{}})");
}

TEST(JsonWriter, EscapesWhatJsonForbids) {
    JsonWriter json;
    json.string(std::string("a\"b\\c\n\t\x01\x1f/é", 12));
    EXPECT_EQ(json.text(), "\"a\\\"b\\\\c\\n\\t\\u0001\\u001f/é\"");
}

TEST(JsonWriter, ALiteralIsATextAndNotABoolean) {
    JsonWriter json;
    json.begin_object().member("a", "yes").end_object();
    EXPECT_EQ(json.text(), R"({"a":"yes"})");
}

TEST(JsonWriter, NumbersReadBackTheSame) {
    JsonWriter json;
    json.begin_array().number(0.1).number(43.8).number(-79.5).number(1e300).integer(-9007199254740993).end_array();
    EXPECT_EQ(json.text(), "[0.1,43.8,-79.5,1e+300,-9007199254740993]");
}

} // namespace
} // namespace trialdex
