// That reading a criteria text into blocks loses no word, doubles none and moves none.
#pragma once

#include "study/criteria/criteria.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace trialdex::support {

inline bool is_criteria_letter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Letters and digits only; in HTML the names of tags are not words of the sponsor.
inline std::string criteria_letters(std::string_view text) {
    std::string result;
    const bool is_html = text.starts_with('<');
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_html && text[i] == '<') i = std::min(text.find('>', i), text.size() - 1);
        if (is_criteria_letter(text[i])) result += text[i];
    }
    return result;
}

inline void expect_every_word_once(const std::string& text) {
    std::string words;
    std::size_t at = 0;
    for (const study::CriteriaBlock& block : study::read_criteria(text)) {
        ASSERT_LE(at, block.begin) << text;
        ASSERT_LE(block.begin, block.content) << text;
        ASSERT_LE(block.content, block.end) << text;
        ASSERT_LE(block.end, text.size()) << text;
        ASSERT_LE(block.depth, study::kMaxCriteriaDepth);
        const std::string between = text.substr(at, block.begin - at);
        if (!text.starts_with('<')) {
            ASSERT_EQ(criteria_letters(between), "") << text;
        }
        words += text.substr(block.begin, block.end - block.begin) + '\n';
        at = block.end;
    }
    const std::string tagged = text.starts_with('<') ? "<>" + words : words;
    ASSERT_EQ(criteria_letters(tagged), criteria_letters(text)) << text;
    ASSERT_EQ(criteria_letters(text.substr(at)), "") << text;
}

} // namespace trialdex::support
