#include "web/components/value.h"

#include "study/partial_date.h"
#include "web/components/entities.h"
#include "web/components/markup.h"
#include "web/components/web_links.h"

#include <cmath>
#include <fmt/format.h>

namespace trialdex::web {

using schema::ValueKind;
using study::JsonKind;

namespace {

void date_time(Html& html, std::string_view text) {
    const auto words = study::date_time_words(text);
    if (!words) return plain_text(html, text);
    html.element("time", *words, {{"datetime", text}});
}

// At most two decimals: a kilometre, closer than the middle of a town, which is what the registry's points are.
std::string degrees(double angle) {
    std::string words = fmt::format("{:.2f}", std::abs(angle));
    while (words.back() == '0') words.pop_back();
    if (words.back() == '.') words.pop_back();
    return words + "°";
}

// "43.81° N, 79.42° W", or nothing for a point without two numbers.
std::string point_in_words(study::Value point) {
    const auto latitude = point["lat"].number();
    const auto longitude = point["lon"].number();
    if (!latitude || !longitude) return {};
    return degrees(*latitude) + (*latitude < 0 ? " S, " : " N, ") + degrees(*longitude) +
           (*longitude < 0 ? " W" : " E");
}

void scalar(Html& html, const schema::Node& node, study::Value value) {
    if (node.value == ValueKind::GeoPoint) {
        const std::string words = point_in_words(value);
        if (words.empty()) return unknown_value(html, value);
        html.text(words);
        return;
    }
    if (value.is_object() || value.is_array() || value.kind() == JsonKind::Null) return unknown_value(html, value);
    const std::string_view text = value.text();
    switch (node.value) {
    case ValueKind::Markup: return markup(html, text);
    case ValueKind::Boolean: return boolean(html, value);
    case ValueKind::Date:
    case ValueKind::PartialDate: return date(html, text);
    case ValueKind::DateTime: return date_time(html, text);
    case ValueKind::Enum:
        if (node.enum_type) return code_in_words(html, *node.enum_type, text);
        break;
    case ValueKind::Integer:
    case ValueKind::Number: html.text(grouped(text)); return;
    default: break;
    }
    text_with_links(html, decode_entities(text)); // some fields are an address, others name one
}

} // namespace

void value(Html& html, const schema::Node& node, study::Value value) {
    if (!value.is_array()) return scalar(html, node, value);
    if (value.size() == 1) return scalar(html, node, value.at(0));
    html.open("ul", {{"class", "values"}});
    for (const study::Value element : value) {
        html.open("li");
        scalar(html, node, element);
        html.close("li");
    }
    html.close("ul");
}

void unknown_value(Html& html, study::Value value) {
    switch (value.kind()) {
    case JsonKind::Boolean: return boolean(html, value);
    case JsonKind::Array:
        if (value.size() == 0) { // four real records have such a list
            html.text("empty in the record");
            return;
        }
        html.open("ul", {{"class", "values"}});
        for (const study::Value element : value) {
            html.open("li");
            unknown_value(html, element);
            html.close("li");
        }
        html.close("ul");
        return;
    case JsonKind::Object:
        html.open("dl", {{"class", "facts facts-unknown"}});
        for (const study::Value member : value) {
            html.open("div").element("dt", member.key()).open("dd");
            unknown_value(html, member);
            html.close("dd").close("div");
        }
        html.close("dl");
        return;
    case JsonKind::Null: html.text("empty in the record"); return;
    default: return plain_text(html, value.text());
    }
}

void plain_text(Html& html, std::string_view text) {
    if (text.find('&') == std::string_view::npos) {
        html.text(text);
    } else {
        html.text(decode_entities(text));
    }
}

void breakable_text(Html& html, std::string_view text) {
    for (std::size_t stroke = text.find('/'); stroke != std::string_view::npos; stroke = text.find('/')) {
        plain_text(html, text.substr(0, stroke + 1));
        html.empty("wbr");
        text.remove_prefix(stroke + 1);
    }
    plain_text(html, text);
}

void boolean(Html& html, study::Value value) {
    const auto truth = value.boolean();
    if (!truth) return plain_text(html, value.text());
    html.text(*truth ? "Yes" : "No");
}

void code_in_words(Html& html, const schema::EnumType& type, std::string_view code) {
    const schema::EnumValue* known = type.find(code);
    if (known && !known->label.empty()) html.element("span", known->label, {{"class", "term"}}).text(" ");
    html.element("code", code, {{"class", "code"}});
}

std::string_view code_label(const schema::EnumType& type, std::string_view code) {
    const schema::EnumValue* known = type.find(code);
    return known && !known->label.empty() ? known->label : code;
}

void date(Html& html, std::string_view text) {
    const auto parsed = study::PartialDate::parse(text);
    if (!parsed) return plain_text(html, text);
    html.element("time", parsed->words(), {{"datetime", text}});
}

std::string grouped(std::string_view digits) {
    const std::size_t sign = digits.starts_with('-') ? 1 : 0;
    for (const char c : digits.substr(sign)) {
        if (c < '0' || c > '9') return std::string(digits);
    }
    std::string out(digits);
    for (std::size_t at = out.size(); at > sign + 3; at -= 3) out.insert(at - 3, 1, ',');
    return out;
}

std::string grouped(std::uint64_t number) { return grouped(std::to_string(number)); }

void web_address(Html& html, std::string_view address) {
    const std::string decoded = decode_entities(address);
    html.external_link(decoded, decoded);
}

} // namespace trialdex::web
