// Numbers in texts, for tests that ask of each number on a page where it comes from.
#pragma once

#include "study/json.h"
#include "web/components/entities.h"

#include <set>
#include <string>
#include <string_view>

namespace trialdex::support {

// Numbers of a text: digits with the points and commas inside them, commas taken out.
inline void add_numbers(std::set<std::string>& numbers, std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i])) continue;
        std::string number;
        for (; i < text.size() && (is_digit(text[i]) || text[i] == '.' || text[i] == ','); ++i) {
            if (text[i] != ',') number += text[i];
        }
        while (number.ends_with('.')) number.pop_back();
        numbers.insert(number);
    }
}

// Numbers of all values below one of a record.
inline void add_numbers(std::set<std::string>& numbers, study::Value value) {
    for (const study::Value below : value) add_numbers(numbers, below);
    if (!value.is_array() && !value.is_object()) add_numbers(numbers, web::decode_entities(value.text()));
}

// `html` without everything from `opening` to the next `closing`; what is not closed goes to the end.
inline std::string without(std::string_view html, std::string_view opening, std::string_view closing) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t found = html.find(opening); found != std::string_view::npos; found = html.find(opening, at)) {
        out += html.substr(at, found - at);
        const std::size_t end = html.find(closing, found);
        if (end == std::string_view::npos) return out;
        at = end + closing.size();
    }
    return out.append(html.substr(at));
}

} // namespace trialdex::support
