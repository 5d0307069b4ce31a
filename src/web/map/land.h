// The outlines within a view, clipped to it and rounded to whole units, as path data of SVG.
#pragma once

#include "web/map/view.h"

#include <string>

namespace trialdex::web::map {

struct Land {
    std::string pieces;  // closed, to be filled
    std::string borders; // open lines
};

Land land_in(const View& view);

} // namespace trialdex::web::map
