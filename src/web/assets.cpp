#include "web/assets.h"

namespace trialdex::web {

const Asset* find_asset(std::string_view name) {
    for (const Asset& asset : assets()) {
        if (asset.name == name) return &asset;
    }
    return nullptr;
}

std::string_view asset_url(std::string_view name) {
    const Asset* asset = find_asset(name);
    return asset ? asset->url : std::string_view();
}

} // namespace trialdex::web
