// Any bytes as an expression: both readings end, a tree's parts lie within the text, and a suggestion parses.
#include "search/language/parse.h"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace trialdex::search;

std::size_t depth_of(const Expression& expression, std::size_t size) {
    if (expression.range.begin > expression.range.end || expression.range.end > size) std::abort();
    std::size_t depth = 0;
    for (const Expression& part : expression.parts) depth = std::max(depth, depth_of(part, size));
    return depth + 1;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const Scope scope{find_area("BasicSearch"), nullptr};
    const auto parsed = parse(text, scope);
    if (parsed) {
        // An OR of ANDs at every level.
        if (depth_of(*parsed, size) > 3 * (kMaxExpressionDepth + 2)) std::abort();
    } else {
        const ParseError& error = parsed.error();
        if (error.detail.empty() || error.range.begin > error.range.end || error.range.end > size) std::abort();
        if (!error.suggestion.empty() && !parse(error.suggestion, scope)) std::abort();
    }
    depth_of(read_as_typed(text, scope).expression, size);
    return 0;
}
