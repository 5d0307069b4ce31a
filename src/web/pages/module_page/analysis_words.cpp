#include "web/pages/module_page/analysis_words.h"

#include "web/components/entities.h"

namespace trialdex::web::nodes {

namespace {

std::string text_of(study::Value value) { return decode_entities(value.text()); }

std::string estimate(study::Value analysis) {
    const std::string kind = text_of(analysis["paramType"]);
    const std::string value = text_of(analysis["paramValue"]);
    return kind + (kind.empty() || value.empty() ? "" : " ") + value;
}

std::string interval(study::Value analysis) {
    const std::string low = text_of(analysis["ciLowerLimit"]);
    const std::string high = text_of(analysis["ciUpperLimit"]);
    const std::string level = text_of(analysis["ciPctValue"]);
    const std::string name = level.empty() ? "confidence interval " : level + "% confidence interval ";
    if (low.empty() && high.empty()) return {};
    if (low.empty()) return name + "up to " + high;
    if (high.empty()) return name + "from " + low;
    return name + low + " to " + high;
}

// Records write "0.03", "<0.001", "= 0.05" and ".5".
std::string p_value(study::Value analysis) {
    const std::string value = text_of(analysis["pValue"]);
    if (value.empty()) return {};
    const bool is_bare = value[0] == '.' || (value[0] >= '0' && value[0] <= '9');
    return (is_bare ? "p = " : "p ") + value;
}

} // namespace

std::string analysis_in_words(study::Value analysis) {
    std::string words = estimate(analysis);
    const std::string between = interval(analysis);
    if (!between.empty()) words += words.empty() ? between : " (" + between + ")";
    if (words.empty()) words = text_of(analysis["statisticalMethod"]);
    const std::string p = p_value(analysis);
    if (!p.empty()) words += (words.empty() ? "" : ", ") + p;
    return words.empty() ? "An analysis told in words only." : words;
}

} // namespace trialdex::web::nodes
