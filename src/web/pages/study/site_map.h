// The sites of a study on a map of their part of the world: marks whose size tells how many sites they stand for and
// whose form whether some of them recruit. Each mark leads to a list that says the same in words.
#pragma once

#include "web/pages/study/site_list.h"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace trialdex::web {

struct SiteMapOptions {
    std::function<std::string(const StudySite& site)> address; // of the list that a mark leads to
    std::optional<map::Point> from = std::nullopt;             // a place to mark beside the sites
    std::string_view from_name = {};
};

// Nothing when no site has coordinates.
void site_map(Html& html, std::span<const StudySite> sites, const SiteMapOptions& options);

} // namespace trialdex::web
