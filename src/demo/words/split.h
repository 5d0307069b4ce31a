// Lists within the cells of the word tables are separated by |.
#pragma once

#include <string_view>
#include <vector>

namespace trialdex::demo {

inline std::vector<std::string_view> parts_of(std::string_view cell, char separator = '|') {
    std::vector<std::string_view> parts;
    while (!cell.empty()) {
        const std::size_t end = cell.find(separator);
        parts.push_back(cell.substr(0, end));
        cell = end == std::string_view::npos ? std::string_view() : cell.substr(end + 1);
    }
    return parts;
}

} // namespace trialdex::demo
