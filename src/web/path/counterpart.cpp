#include "web/path/counterpart.h"

#include <array>

namespace trialdex::web::nodes {

namespace {

using study::PathStep;
using study::Value;

constexpr std::array<std::string_view, 14> kIdentifying = {"id",    "groupId", "pmid",     "filename", "label",
                                                           "title", "name",    "measure",  "term",     "units",
                                                           "url",   "type",    "facility", "citation"};

std::size_t count_with(Value list, std::string_view name, std::string_view text) {
    std::size_t count = 0;
    for (Value element : list) count += element[name].is_string() && element[name].text() == text ? 1 : 0;
    return count;
}

// The first identifying member that no other element of the list shares.
Value identifying_member(Value list, Value element) {
    for (const std::string_view name : kIdentifying) {
        const Value member = element[name];
        if (member.is_string() && !member.text().empty() && count_with(list, name, member.text()) == 1) return member;
    }
    return {};
}

struct Element {
    std::size_t index = 0;
    Value value;
};

Element same_element(Value list, const PathStep& step, Value own_list) {
    const Value identity = identifying_member(own_list, step.value);
    if (!identity) return {*step.index, list.at(*step.index)};
    if (count_with(list, identity.key(), identity.text()) != 1) return {};
    std::size_t index = 0;
    for (Value element : list) {
        if (element[identity.key()].is_string() && element[identity.key()].text() == identity.text()) {
            return {index, element};
        }
        ++index;
    }
    return {};
}

} // namespace

Counterpart find_counterpart(std::span<const PathStep> steps, Value other_record) {
    Counterpart other{other_record, {}};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const PathStep& step = steps[i];
        if (step.index) {
            const Element element = i > 0 ? same_element(other.value, step, steps[i - 1].value) : Element();
            other = {element.value, study::element_path(other.path, element.index)};
        } else {
            const std::string_view name = step.value.key();
            other = {other.value[name], study::child_path(other.path, name)};
        }
        if (!study::has_own_page(step.node, other.value)) return {};
    }
    return other;
}

std::optional<Value> identity_of(std::span<const PathStep> steps) {
    for (std::size_t i = steps.size(); i > 1; --i) {
        if (steps[i - 1].index) return identifying_member(steps[i - 2].value, steps[i - 1].value);
    }
    return std::nullopt;
}

} // namespace trialdex::web::nodes
