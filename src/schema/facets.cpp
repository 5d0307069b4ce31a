// The lookup over the generated facets: 15 of them, so a walk is as quick as any index.
#include "schema/facets.h"

#include <algorithm>

namespace trialdex::schema {

const Facet* find_facet(std::string_view id) {
    const auto at = std::ranges::find(facets(), id, &Facet::id);
    return at == facets().end() ? nullptr : &*at;
}

} // namespace trialdex::schema
