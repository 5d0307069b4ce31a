// The escaper looks at sixteen, eight and four bytes at once: held against a look at each, so that no text of a record
// can become markup, wherever in a piece and beside whatever a special character stands.
#include "web/html.h"

#include <gtest/gtest.h>
#include <random>

namespace trialdex::web {
namespace {

std::string escaped_slowly(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c;
        }
    }
    return out;
}

std::string escaped(std::string_view text) { return Html().text(text).take(); }

TEST(Escaping, FindsEverySpecialCharacterAtEveryPlace) {
    for (std::size_t size = 0; size <= 70; ++size) {
        const std::string plain(size, 'x');
        EXPECT_EQ(escaped(plain), plain);
        for (std::size_t at = 0; at < size; ++at) {
            for (const char special : {'&', '<', '>', '"', '\''}) {
                std::string text = plain;
                text[at] = special;
                ASSERT_EQ(escaped(text), escaped_slowly(text)) << size << " bytes, " << special << " at " << at;
            }
        }
    }
}

TEST(Escaping, LeavesEveryOtherByteAsItIs) {
    for (int byte = 0; byte < 256; ++byte) {
        for (const std::size_t size : {1U, 3U, 4U, 7U, 8U, 15U, 16U, 33U}) {
            const std::string text(size, static_cast<char>(byte));
            ASSERT_EQ(escaped(text), escaped_slowly(text)) << byte;
        }
    }
}

TEST(Escaping, OfRandomBytesInTextsAndAttributes) {
    std::mt19937 random(11);
    const std::string near = "&<>\"'%=;?!(#$ \x01\x80\xa6\xbc\xff"; // bytes a bit away from the special ones among them
    for (int round = 0; round < 20'000; ++round) {
        std::string text(random() % 60, ' ');
        for (char& c : text) c = random() % 4 == 0 ? near[random() % near.size()] : static_cast<char>(random() % 256);
        ASSERT_EQ(escaped(text), escaped_slowly(text));
        ASSERT_EQ(Html().open("p", {{"title", text}}).take(), "<p title=\"" + escaped_slowly(text) + "\">");
    }
}

TEST(Html, CanBeAppendedToItself) {
    Html html;
    html.text(std::string(300, 'a'));
    for (int round = 0; round < 5; ++round) html.append(html);
    EXPECT_EQ(html.str(), std::string(300 * 32, 'a'));
}

} // namespace
} // namespace trialdex::web
