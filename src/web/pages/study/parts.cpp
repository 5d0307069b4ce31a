#include "web/pages/study/parts.h"

#include "web/components/entities.h"
#include "web/components/explanation.h"
#include "web/components/markup.h"
#include "web/components/value.h"

namespace trialdex::web {

namespace {

// What older records write where the number of participants is not known.
constexpr std::int64_t kCountNotKnown = 99'999'999;

} // namespace

void dated(Html& html, study::Value date_struct) {
    date(html, date_struct["date"].text());
    if (const study::Value type = date_struct["type"]) html.text(" (" + lower_case(words_of("DateType", type)) + ")");
}

void enrolment(Html& html, study::Value enrollment_info) {
    const study::Value count = enrollment_info["count"];
    if (count.integer() == kCountNotKnown) {
        html.text("Not known (recorded as " + grouped(count.text()) + ")");
        return;
    }
    html.text(grouped(count.text())).text(count.integer() == 1 ? " participant" : " participants");
    if (const study::Value type = enrollment_info["type"]) {
        html.text(" (" + lower_case(words_of("EnrollmentType", type)) + ")");
    }
}

std::string words_of(std::string_view type_name, study::Value code) {
    const schema::EnumType* type = schema::find_enum(type_name);
    return std::string(type ? code_label(*type, code.text()) : code.text());
}

void explained(Html& html, std::string_view type_name, study::Value code) {
    if (const schema::EnumType* type = schema::find_enum(type_name)) {
        explained_code(html, *type, code.text());
    } else {
        plain_text(html, code.text());
    }
}

void prose(Html& html, study::Value text) {
    html.open("div", {{"class", "prose"}});
    markup(html, text.text());
    html.close("div");
}

void email(Html& html, study::Value address) {
    const std::string_view text = address.text();
    const bool is_address =
        text.find('@') != std::string_view::npos && text.find_first_of(" <>?&,;") == std::string_view::npos;
    if (!is_address) return plain_text(html, text);
    html.external_link("mailto:" + std::string(text), text);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return grouped(static_cast<std::uint64_t>(count)) + " " + std::string(count == 1 ? one : many);
}

std::string lower_case(std::string_view words) {
    std::string out(words);
    if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] | 0x20);
    return out;
}

std::string as_sentence(std::string words) {
    while (!words.empty() && (words.back() == ' ' || words.back() == '\n')) words.pop_back();
    if (!words.ends_with('.') && !words.ends_with('!') && !words.ends_with('?')) words += '.';
    return words;
}

std::string age_in_words(std::string_view age) {
    std::string words = decode_entities(age);
    for (char& c : words) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    return words;
}

void code_legend(Html& html, std::string_view summary, std::string_view type_name,
                 std::span<const std::string_view> codes) {
    const schema::EnumType* type = schema::find_enum(type_name);
    if (!type || codes.empty()) return;
    html.open("details", {{"class", "explain legend"}})
        .open("summary")
        .element("span", summary, {{"class", "term"}})
        .close("summary")
        .open("dl");
    for (const std::string_view code : codes) {
        const schema::EnumValue* known = type->find(code);
        if (!known) continue;
        html.open("dt");
        code_in_words(html, *type, code);
        html.close("dt").element("dd", known->explanation);
    }
    html.close("dl").close("details");
}

} // namespace trialdex::web
