#include "study/node_path.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace trialdex::study {

namespace {

constexpr std::array<std::string_view, 3> kReservedBesidePath = {"related", "history", "results"};
constexpr std::size_t kMaxIndexDigits = 9;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool same_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::optional<std::size_t> parse_index(std::string_view text) {
    const std::size_t digits = std::min(text.find_first_not_of('0'), text.size());
    if (text.empty() || text.size() - digits > kMaxIndexDigits) return std::nullopt;
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return index;
}

// The member of `object` that `segment` means: the one whose canonical segment it is, else its bare name, else ignoring
// case.
Value find_member(Value object, std::string_view segment, bool at_top) {
    if (segment.find('~') == std::string_view::npos) {
        if (const Value member = object[segment]) return member;
    }
    Value bare;
    Value similar;
    for (Value member : object) {
        const std::string canonical = path_segment(member.key(), at_top);
        if (canonical == segment) return member;
        if (member.key() == segment) bare = member;
        if (!similar && same_ignoring_case(canonical, segment)) similar = member;
    }
    return bare ? bare : similar;
}

const schema::Node* find_child_ignoring_case(const schema::Node* parent, bool at_top, std::string_view name) {
    if (!parent && !at_top) return nullptr;
    for (const schema::Node& child : parent ? schema::children(*parent) : schema::roots()) {
        if (same_ignoring_case(child.name, name)) return &child;
    }
    return nullptr;
}

// "DescriptionModule", "ArmGroupLabel", "NCT-ID" or "protocolSection.statusModule" in front of a path.
const schema::Node* find_alias(std::string_view name) {
    for (const schema::Node& node : schema::nodes()) {
        if (same_ignoring_case(node.piece, name) || same_ignoring_case(node.path, name)) return &node;
    }
    for (const schema::Node& node : schema::nodes()) {
        for (const std::string_view alternative : node.alternatives) {
            if (same_ignoring_case(alternative, name)) return &node;
        }
    }
    return nullptr;
}

class Walk {
public:
    Walk(Value record, std::string_view path) : value_(record), segments_(split(path, '/')) { expand_alias(); }

    NodePlace run() {
        for (at_ = 0; at_ < segments_.size(); ++at_) {
            const bool goes_on = value_.is_array() ? step_into_list() : step_into_object();
            if (!goes_on) break;
        }
        for (const PathStep& step : place_.steps) {
            if (!place_.path.empty()) place_.path += '/';
            place_.path += step.segment;
        }
        return std::move(place_);
    }

private:
    bool at_top() const { return place_.steps.empty(); }
    bool is_last() const { return at_ + 1 == segments_.size(); }

    void expand_alias() {
        if (segments_.empty() || find_member(value_, segments_[0], true)) return;
        if (find_child_ignoring_case(nullptr, true, segments_[0])) return;
        const schema::Node* node = find_alias(segments_[0]);
        if (!node) return;
        std::vector<std::string> expanded = split(node->path, '.');
        expanded.insert(expanded.end(), segments_.begin() + 1, segments_.end());
        segments_ = std::move(expanded);
    }

    bool push(std::string segment, Value value, std::optional<std::size_t> index) {
        value_ = value;
        place_.steps.push_back({std::move(segment), node_, value, index});
        return true;
    }

    bool end(NodePlace::Outcome outcome) {
        place_.outcome = outcome;
        if (outcome == NodePlace::Outcome::Unknown || outcome == NodePlace::Outcome::Absent)
            place_.rest = segments_[at_];
        return false;
    }

    bool end_at_field(std::string_view name) {
        place_.field = name;
        return end(NodePlace::Outcome::Field);
    }

    bool step_into_list() {
        if (const std::optional<std::size_t> index = parse_index(segments_[at_])) {
            const Value element = *index < value_.size() ? value_.at(*index) : Value();
            if (!element) return end(NodePlace::Outcome::Unknown);
            if (has_own_page(node_, element)) return push(std::to_string(*index), element, index);
            return end(is_last() ? NodePlace::Outcome::Node
                                 : NodePlace::Outcome::Unknown); // a scalar: its list shows it
        }
        return stop_at_list();
    }

    // "armGroups/label" names no element: the page of the whole list answers, at the field's column.
    bool stop_at_list() {
        const schema::Node* below = node_;
        for (std::size_t i = at_; i < segments_.size(); ++i) {
            below = below ? find_child_ignoring_case(below, false, segments_[i]) : nullptr;
            if (!below) return end(NodePlace::Outcome::Unknown);
        }
        return is_last() && below->is_leaf() ? end_at_field(below->name) : end(NodePlace::Outcome::Node);
    }

    bool step_into_object() {
        const Value member = find_member(value_, segments_[at_], at_top());
        if (!member) return miss();
        const schema::Node* node = member_node(node_, at_top(), member.key());
        if (!has_own_page(node, member)) {
            return may_follow_field(member) ? end_at_field(member.key()) : end(NodePlace::Outcome::Unknown);
        }
        std::string segment = path_segment(member.key(), at_top());
        node_ = node;
        return push(std::move(segment), member, std::nullopt);
    }

    // What may stand behind a field's name: nothing, an element of its list, a part of its place on the map.
    bool may_follow_field(Value field) const {
        if (is_last()) return true;
        if (at_ + 2 != segments_.size()) return false;
        const std::string& next = segments_[at_ + 1];
        const std::optional<std::size_t> index = parse_index(next);
        return field.is_array() ? index && *index < field.size() : static_cast<bool>(find_member(field, next, false));
    }

    bool miss() {
        const schema::Node* known = find_child_ignoring_case(node_, at_top(), segments_[at_]);
        if (!known) return end(NodePlace::Outcome::Unknown);
        if (known->is_leaf()) return is_last() ? end_at_field(known->name) : end(NodePlace::Outcome::Unknown);
        place_.absent = known;
        return end(NodePlace::Outcome::Absent);
    }

    NodePlace place_;
    const schema::Node* node_ = nullptr;
    Value value_;
    std::vector<std::string> segments_;
    std::size_t at_ = 0;
};

} // namespace

NodePlace resolve_path(Value record, std::string_view path) { return Walk(record, path).run(); }

bool has_own_page(const schema::Node* node, Value value) {
    if (node && node->is_leaf()) return false;
    if (value.is_object()) return true;
    if (!value.is_array()) return false;
    if (node) return true;
    for (Value element : value) {
        if (element.is_object() || element.is_array()) return true;
    }
    return false;
}

const schema::Node* member_node(const schema::Node* parent, bool at_top, std::string_view name) {
    if (parent) return schema::find_child(*parent, name);
    return at_top ? schema::find_root(name) : nullptr;
}

std::string path_segment(std::string_view name, bool at_top) {
    static constexpr std::string_view kHex = "0123456789abcdef";
    if (name.empty()) return "~";
    const bool taken = (at_top && std::any_of(kReservedBesidePath.begin(), kReservedBesidePath.end(),
                                              [&](std::string_view word) { return same_ignoring_case(word, name); })) ||
                       name.find_first_not_of('.') == std::string_view::npos;
    std::string segment;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool plain =
            (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
        if (plain && !(taken && i == 0)) {
            segment += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        segment += '~';
        segment += kHex[byte >> 4];
        segment += kHex[byte & 15];
    }
    return segment;
}

std::string child_path(std::string_view path, std::string_view name) {
    std::string child(path);
    if (!child.empty()) child += '/';
    return child += path_segment(name, path.empty());
}

std::string element_path(std::string_view path, std::size_t index) {
    return std::string(path) + '/' + std::to_string(index);
}

} // namespace trialdex::study
