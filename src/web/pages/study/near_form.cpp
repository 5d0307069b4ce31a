#include "web/pages/study/near_form.h"

namespace trialdex::web {

std::string sites_address(const StudyAddress& study, std::string_view name, std::string_view value) {
    std::string address = study.node("sites");
    if (value.empty()) return address;
    address += address.find('?') == std::string::npos ? '?' : '&';
    return address.append(name).append("=").append(encode_path(value));
}

void near_form(Html& html, const StudyAddress& study, std::string_view typed) {
    html.open("form", {{"class", "near-form"}, {"action", StudyAddress(study.id()).node("sites")}, {"method", "get"}});
    if (study.version()) {
        html.empty("input", {{"type", "hidden"}, {"name", "version"}, {"value", std::to_string(*study.version())}});
    }
    html.element("label", "Sites nearest to", {{"for", "near"}});
    html.empty("input", {{"id", "near"},
                         {"name", "near"},
                         {"type", "text"},
                         {"value", typed},
                         {"maxlength", "120"},
                         {"autocomplete", "off"},
                         {"aria-describedby", "near-hint"}});
    html.element("button", "Show", {{"type", "submit"}});
    html.open("p", {{"class", "hint"}, {"id", "near-hint"}});
    html.text("A town, such as “Lyon” or “Lyon, France”, or latitude and longitude: ");
    html.element("kbd", "45.76, 4.84").close("p");
    html.close("form");
}

} // namespace trialdex::web
