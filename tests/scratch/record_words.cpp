#include "scratch/record_words.h"

#include "support/numbers.h"
#include "support/site_client.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace trialdex::scratch {

using support::add_numbers;
using support::attributes;
using support::unescaped;
using support::without;

namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// 'd' a digit, anything else itself.
bool has_form(std::string_view text, std::string_view form) {
    if (text.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] == 'd' ? !is_digit(text[i]) : text[i] != form[i]) return false;
    }
    return true;
}

std::string month_in_words(std::string_view iso) { // of "2015-08…"
    const auto month = static_cast<std::size_t>((iso[5] - '0') * 10 + iso[6] - '0');
    const std::string year(iso.substr(0, 4));
    return month >= 1 && month <= 12 ? std::string(kMonths[month - 1]) + " " + year : year;
}

std::string day_in_words(std::string_view iso) { // of "2015-08-12…"
    const std::string day(iso[8] == '0' ? iso.substr(9, 1) : iso.substr(8, 2));
    return day + " " + month_in_words(iso);
}

// Two decimals are a kilometre: the registry's points are middles of towns.
std::string two_decimals(double number) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", std::abs(number));
    std::string words = text.data();
    while (words.ends_with('0')) words.pop_back();
    if (words.ends_with('.')) words.pop_back();
    return words;
}

bool stands_alone(std::string_view text, std::size_t at, std::size_t size) {
    const bool before = at > 0 && is_digit(text[at - 1]);
    std::size_t next = at + size;
    const bool goes_on = next + 1 < text.size() && (text[next] == '.' || text[next] == ',');
    if (goes_on) ++next; // "Phase 1,2,3" is not our "Phase 1"
    return !before && (next >= text.size() || !is_digit(text[next]));
}

// Takes a phrase out wherever it does not go on with a digit.
void take_out(std::string& text, std::string_view phrase) {
    for (std::size_t at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at + 1)) {
        if (stands_alone(text, at, phrase.size())) text.replace(at, phrase.size(), " ");
    }
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

// "1\.5" as it stands and as it reads.
std::string without_escapes(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != '\\') out += c;
    }
    return out;
}

// "1 to 100 of " and the numbers of the pages only say where in a list one is; the total behind them is a count.
std::string without_places_in_lists(std::string html) {
    constexpr std::string_view kPager = "<nav class=\"pager\"";
    for (std::size_t at = html.find(kPager); at != std::string::npos; at = html.find(kPager, at + 1)) {
        const std::size_t pages = html.find("<ol>", at);
        html.erase(pages, html.find("</ol>", pages) - pages);
        const std::size_t begin = html.find("<p>", at) + 3;
        std::size_t end = begin;
        while (is_digit(html[end]) || html[end] == ',') ++end;
        if (html.compare(end, 4, " to ") == 0) end += 4;
        while (is_digit(html[end]) || html[end] == ',') ++end;
        if (html.compare(end, 4, " of ") == 0) html.erase(begin, end - begin);
    }
    return html;
}

} // namespace

bool RecordWords::add_date(std::string_view text) {
    const std::string iso(text);
    if (has_form(text, "dddd-dd")) {
        add_phrase(month_in_words(text));
    } else if (has_form(text, "dddd-dd-dd")) {
        add_phrase(day_in_words(text));
        add_phrase("year = {" + iso.substr(0, 4) + "}"); // of the citation
    } else if (has_form(text, "dddd-dd-ddTdd:dd")) {
        add_phrase(day_in_words(text) + ", " + iso.substr(11));
    } else {
        return false;
    }
    add_phrase(iso);
    return true;
}

void RecordWords::add_point(study::Value point) {
    const auto latitude = point["lat"].number();
    const auto longitude = point["lon"].number();
    if (!latitude || !longitude) return;
    points_.insert(two_decimals(*latitude) + (*latitude < 0 ? "° S, " : "° N, ") + two_decimals(*longitude) +
                   (*longitude < 0 ? "° W" : "° E"));
}

void RecordWords::add(study::Value value) {
    if (value.is_object() && value["lat"] && value["lon"]) return add_point(value);
    for (const study::Value below : value) {
        add(below);
        if (value.is_object()) add_text(below.key());
    }
    if (!value.is_array() && !value.is_object() && !add_date(value.text())) add_text(value.text());
}

void RecordWords::add_text(std::string_view text) {
    if (!has_digit(text)) return;
    const std::string decoded = web::decode_entities(text);
    add_numbers(numbers_, decoded);
    add_numbers(numbers_, without_escapes(decoded));
}

std::vector<std::string> RecordWords::strangers(std::string text) const {
    if (points_.contains(text)) return {};
    for (const std::string& phrase : phrases_) {
        if (has_digit(text)) take_out(text, phrase);
    }
    std::set<std::string> shown;
    add_numbers(shown, text);
    std::vector<std::string> strange;
    for (const std::string& number : shown) {
        if (!numbers_.contains(number)) strange.push_back(number);
    }
    return strange;
}

std::vector<std::string> unmarked_pieces(std::string_view page) {
    std::string html = without_places_in_lists(without(page, "<head>", "</head>"));
    html = without(html, "<span class=\"calculated\"", "</span>");
    html = without(html, "<g class=\"axis\"", "</g>");
    html = without(html, "<g class=\"calculated", "</g>");
    html = without(html, "<kbd>", "</kbd>");
    std::vector<std::string> pieces;
    for (const std::string_view name : {"aria-label", "title"}) {
        for (std::string& words : attributes(html, name)) pieces.push_back(std::move(words));
    }
    for (std::size_t at = html.find('>'); at != std::string::npos; at = html.find('>', at + 1)) {
        const std::size_t end = html.find('<', at);
        if (end == std::string::npos) break;
        std::string words = unescaped(std::string_view(html).substr(at + 1, end - at - 1));
        if (has_digit(words)) pieces.push_back(std::move(words));
    }
    return pieces;
}

} // namespace trialdex::scratch
