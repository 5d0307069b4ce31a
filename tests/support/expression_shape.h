// An expression as one line of text, for tests: (and BasicSearch:heart "attack" Phase=PHASE2).
#pragma once

#include "search/language/expression.h"

#include <fmt/format.h>
#include <string>

namespace trialdex::support {

inline std::string scope_name(const search::Scope& scope) {
    if (scope.node != nullptr) return std::string(scope.node->piece);
    return scope.area != nullptr ? std::string(scope.area->name) : "record";
}

inline std::string bound(std::int64_t value) {
    if (value == INT64_MIN) return "MIN";
    return value == INT64_MAX ? "MAX" : std::to_string(value);
}

inline std::string manner(const search::Expression& words) {
    static constexpr const char* kCoverages[] = {"", "full ", "starts ", "ends "};
    static constexpr const char* kExpansions[] = {"none ", "term ", "concept ", "", "lossy "};
    return std::string(kCoverages[static_cast<int>(words.coverage)]) + kExpansions[static_cast<int>(words.expansion)];
}

inline std::string shape(const search::Expression& expression);

inline std::string group(const char* name, const search::Expression& expression) {
    std::string text = std::string("(") + name;
    for (const search::Expression& part : expression.parts) text += " " + shape(part);
    return text + ")";
}

inline std::string untilted_shape(const search::Expression& expression) {
    using Kind = search::Expression::Kind;
    const std::string scope = scope_name(expression.scope);
    switch (expression.kind) {
    case Kind::And: return group("and", expression);
    case Kind::Or: return group("or", expression);
    case Kind::Not: return group("not", expression);
    case Kind::Location: return group("location", expression);
    case Kind::Words: {
        const char* mark = expression.quoted ? "\"" : "";
        return scope + ":" + manner(expression) + mark + expression.text + mark;
    }
    case Kind::Code: return scope + "=" + expression.text;
    case Kind::Range: return scope + "[" + bound(expression.lower) + ".." + bound(expression.upper) + "]";
    case Kind::Size: return scope + "#[" + bound(expression.lower) + ".." + bound(expression.upper) + "]";
    case Kind::Distance:
        return fmt::format("{}@({},{},{})", scope, expression.circle.latitude, expression.circle.longitude,
                           expression.circle.metres);
    case Kind::Missing: return scope + "?";
    case Kind::All: return "all";
    case Kind::Nothing: return "nothing";
    }
    return "?";
}

inline std::string shape(const search::Expression& expression) {
    const std::string text = untilted_shape(expression);
    return expression.tilt != nullptr ? text + "^" + std::string(expression.tilt->piece) : text;
}

} // namespace trialdex::support
