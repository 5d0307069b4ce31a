#include "web/pages/results/events/events_address.h"

#include "web/components/node_link.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace trialdex::web {

namespace {

constexpr std::size_t kMostWords = 200; // bytes of a filter; longer ones are cut
constexpr std::string_view kKnown[] = {"version", "list", "q", "system", "sort", "group", "first", "second"};

std::string_view parameter(const api::Request& request, std::string_view name) {
    const std::string* text = request.parameter(name);
    return text ? std::string_view(*text) : std::string_view();
}

// Groups are named by their place, from 1, because ids may be missing or double.
std::optional<std::size_t> group_of(std::string_view text, const results::Groups& groups) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1 || number > groups.size()) {
        return std::nullopt;
    }
    return number - 1;
}

std::string cut(std::string_view text) {
    if (text.size() <= kMostWords) return std::string(text);
    std::size_t end = kMostWords;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end));
}

} // namespace

EventsQuestion events_question(const api::Request& request, const results::AdverseEvents& events) {
    using results::EventList;
    using results::EventOrder;
    EventsQuestion question;
    const std::string_view list = parameter(request, "list");
    if (list == "serious") question.choice.list = EventList::Serious;
    if (list == "other") question.choice.list = EventList::Other;
    question.choice.words = cut(parameter(request, "q"));
    question.choice.system = parameter(request, "system");
    const std::string_view sort = parameter(request, "sort");
    if (sort == "term") question.choice.order = EventOrder::Term;
    if (sort == "system") question.choice.order = EventOrder::System;
    if (sort == "record") question.choice.order = EventOrder::Record;
    if (question.choice.order == EventOrder::Rate) {
        question.choice.group = group_of(parameter(request, "group"), events.groups);
    }
    const auto first = group_of(parameter(request, "first"), events.groups);
    const auto second = group_of(parameter(request, "second"), events.groups);
    if (first && second && *first != *second) question.compared = {*first, *second};
    return question;
}

std::string events_href(const api::Request& request,
                        std::initializer_list<std::pair<std::string_view, std::string_view>> changes) {
    std::string href;
    for (const std::string_view name : kKnown) {
        std::string_view value = parameter(request, name);
        for (const auto& [changed, anew] : changes) {
            if (changed == name) value = anew;
        }
        if (value.empty()) continue;
        href += href.empty() ? "?" : "&";
        href += std::string(name) + "=" + encode_path(value);
    }
    return href.empty() ? request.path : href;
}

void hidden_parameters(Html& html, const api::Request& request, std::initializer_list<std::string_view> fields) {
    for (const std::string_view name : kKnown) {
        const std::string_view value = parameter(request, name);
        if (value.empty() || std::find(fields.begin(), fields.end(), name) != fields.end()) continue;
        html.empty("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
    }
}

} // namespace trialdex::web
