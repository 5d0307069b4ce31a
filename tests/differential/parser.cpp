#include "differential/parser.h"

#include "search/language/parse.h"

namespace trialdex::differential {

std::string refusal(const std::string& text) {
    const auto parsed = search::parse(text, {search::find_area("BasicSearch"), nullptr});
    return parsed ? "" : parsed.error().detail;
}

} // namespace trialdex::differential
