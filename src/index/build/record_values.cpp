#include "index/build/record_values.h"

#include "study/sortable.h"

#include <algorithm>

namespace trialdex::index {

namespace {

using schema::Node;
using schema::ValueKind;
using study::JsonKind;
using study::Value;

constexpr std::string_view kLocations = "protocolSection.contactsLocationsModule.locations";
constexpr std::string_view kPoint = "protocolSection.contactsLocationsModule.locations.geoPoint";

std::uint16_t node_id(std::string_view path) {
    const Node* node = schema::find_path(path);
    return node ? node->id : schema::kNoNode;
}

std::optional<Place> place_of(Value point) {
    const auto latitude = point["lat"].number();
    const auto longitude = point["lon"].number();
    if (!latitude || !longitude) return std::nullopt;
    if (!(*latitude >= -90 && *latitude <= 90 && *longitude >= -180 && *longitude <= 180)) return std::nullopt;
    return Place{*latitude, *longitude};
}

template <class Values> void sort_unique(Values& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace

RecordReader::RecordReader()
    : elements_(schema::nodes().size()), below_locations_(schema::nodes().size()), locations_(node_id(kLocations)),
      point_(node_id(kPoint)) {
    for (const Node& node : schema::nodes()) {
        const std::string_view path = node.path;
        below_locations_[node.id] = path.starts_with(kLocations) && path.size() > kLocations.size();
    }
}

const RecordValues& RecordReader::read(Value root) {
    values_.words.clear();
    values_.codes.clear();
    values_.lines.clear();
    values_.present.clear();
    values_.sizes.clear();
    values_.site_sizes.clear();
    values_.sites.clear();
    std::fill(elements_.begin(), elements_.end(), 0);
    for (const Value member : root) {
        if (const Node* node = schema::find_root(member.key())) value(member, *node);
    }
    const auto by_code = [](const auto& a, const auto& b) { return a.code < b.code; };
    std::stable_sort(values_.words.begin(), values_.words.end(), by_code);
    std::stable_sort(values_.codes.begin(), values_.codes.end(), by_code);
    sort_unique(values_.present);
    const auto key = [](const ListSize& list) { return std::pair{list.node, list.size}; };
    std::sort(values_.sizes.begin(), values_.sizes.end(),
              [&](const ListSize& a, const ListSize& b) { return key(a) < key(b); });
    values_.sizes.erase(std::unique(values_.sizes.begin(), values_.sizes.end(),
                                    [&](const ListSize& a, const ListSize& b) { return key(a) == key(b); }),
                        values_.sizes.end());
    return values_;
}

// One member of a record: a structure, a leaf, or a list of either.
void RecordReader::value(Value member, const Node& node) {
    if (member.kind() == JsonKind::Null) return;
    values_.present.push_back(node.id);
    if (!member.is_array()) {
        structure(member, node);
        return;
    }
    const auto size = static_cast<std::uint32_t>(member.size());
    if (node.list) values_.sizes.push_back({node.id, size});
    if (node.list && below_locations_[node.id]) values_.site_sizes.push_back({node.id, size, site_});
    for (const Value element : member) {
        if (node.id == locations_) begin_site();
        structure(element, node);
    }
}

void RecordReader::structure(Value one, const Node& node) {
    if (node.id == point_) {
        if (!values_.sites.empty()) values_.sites[site_] = place_of(one);
        return;
    }
    if (node.is_leaf()) {
        leaf(one, node);
        return;
    }
    for (const Value member : one) {
        if (const Node* child = schema::find_child(node, member.key())) value(member, *child);
    }
}

void RecordReader::begin_site() {
    site_ = static_cast<std::uint32_t>(values_.sites.size());
    values_.sites.emplace_back();
    for (std::size_t node = 0; node < elements_.size(); ++node) {
        if (below_locations_[node]) elements_[node] = 0;
    }
}

// The element that this value is; below `locations` the location's number comes first.
std::uint32_t RecordReader::element(const Node& node, FieldNumber field) {
    if (!below_locations_[node.id]) return elements_[node.id]++;
    if (!repeats_in_site(field)) return site_;
    return site_ * kElementsInSite + std::min(elements_[node.id]++, kElementsInSite - 1);
}

void RecordReader::leaf(Value one, const Node& node) {
    const JsonKind kind = one.kind();
    if (kind == JsonKind::Null || kind == JsonKind::Array || kind == JsonKind::Object) return;
    if (study::is_sortable(node)) {
        if (const auto place = study::place_on_line(node, one)) values_.lines.push_back({node.id, *place});
        return;
    }
    const auto field = field_of(node);
    if (!field) return;
    const PlaceCode code = place_code(*field, element(node, *field));
    if (node.value == ValueKind::Enum || node.value == ValueKind::Boolean) {
        values_.codes.push_back({code, one.text()});
    } else {
        const bool markup = node.value == ValueKind::Markup;
        values_.words.push_back({code, markup ? text::Markup::CommonMark : text::Markup::Plain, one.text()});
    }
}

} // namespace trialdex::index
