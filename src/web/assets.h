// Style sheets, scripts and pictures that travel inside the program; the table is generated from assets/.
#pragma once

#include <span>
#include <string_view>

namespace trialdex::web {

struct Asset {
    std::string_view name;         // "site.css"
    std::string_view content_type; // "text/css; charset=utf-8"
    std::string_view url;          // "/assets/<hash of the bytes>/site.css": may be cached for ever
    std::string_view bytes;
};

std::span<const Asset> assets();                   // generated, by name
const Asset* find_asset(std::string_view name);    // nullptr when there is none
std::string_view asset_url(std::string_view name); // empty when there is none

} // namespace trialdex::web
