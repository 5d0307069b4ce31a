#include "web/components/explanation.h"

#include "web/components/value.h"

namespace trialdex::web {

void explained_label(Html& html, const schema::Node& node) {
    const std::string_view label = node.label.empty() ? node.name : node.label;
    if (node.explanation.empty()) {
        html.text(label);
        return;
    }
    html.open("details", {{"class", "explain"}}).open("summary");
    html.element("span", label, {{"class", "term"}}).close("summary");
    html.element("p", node.explanation).close("details");
}

void explained_code(Html& html, const schema::EnumType& type, std::string_view code) {
    const schema::EnumValue* known = type.find(code);
    if (!known || known->explanation.empty()) return code_in_words(html, type, code);
    html.open("details", {{"class", "explain"}}).open("summary");
    code_in_words(html, type, code);
    html.close("summary").element("p", known->explanation).close("details");
}

} // namespace trialdex::web
