#include "web/pages/compare/compare_address.h"

#include "web/pages/search/search_address.h"
#include "web/study_request.h"

#include <algorithm>

namespace trialdex::web {

namespace {

constexpr std::string_view kBetween = " \t\r\n,;";
constexpr std::string_view kShowParameter = "show";
constexpr std::string_view kOnlyDifferences = "differences";

// "NCT 06916403" is one number though a space stands in it.
bool is_number_cut_in_two(std::string_view word) {
    return word.size() == 3 && study::NctId::parse_lenient(std::string(word) + "1").has_value();
}

// Cut between two characters, so that cutting again changes nothing.
std::string cut(std::string_view word) {
    if (word.size() <= kLongestNamed) return std::string(word);
    std::size_t size = kLongestNamed;
    while (size > 0 && (static_cast<unsigned char>(word[size]) & 0xC0) == 0x80) --size;
    return std::string(word.substr(0, size));
}

// The names in a text: numbers or addresses with commas, semicolons or white space between them.
void take_names(std::vector<std::string>& names, std::string_view text) {
    std::string held;
    while (!text.empty() && names.size() < kMostNamed) {
        const std::size_t start = text.find_first_not_of(kBetween);
        if (start == std::string_view::npos) break;
        const std::size_t end = std::min(text.find_first_of(kBetween, start), text.size());
        const std::string word = held + std::string(text.substr(start, end - start));
        text.remove_prefix(end);
        held.clear();
        if (is_number_cut_in_two(word)) {
            held = word;
            continue;
        }
        const auto id = pasted_id(word);
        std::string name = id ? id->text() : cut(word);
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    if (!held.empty() && names.size() < kMostNamed) names.push_back(cut(held));
}

} // namespace

CompareAddress CompareAddress::of(const api::Request& request) {
    CompareAddress address;
    for (const std::string_view asked : {"ids", "add"}) {
        for (const auto& [name, value] : request.query) {
            if (name == asked) take_names(address.ids_, value);
        }
    }
    const std::string* show = request.parameter(kShowParameter);
    address.only_differences_ = show && *show == kOnlyDifferences;
    return address;
}

CompareAddress CompareAddress::without(std::string_view id) const {
    CompareAddress copy = *this;
    std::erase(copy.ids_, id);
    return copy;
}

CompareAddress CompareAddress::with_ids(std::vector<std::string> ids) const {
    CompareAddress copy = *this;
    copy.ids_ = std::move(ids);
    return copy;
}

CompareAddress CompareAddress::showing(bool only_differences) const {
    CompareAddress copy = *this;
    copy.only_differences_ = only_differences;
    return copy;
}

std::vector<std::pair<std::string, std::string>> CompareAddress::parameters() const {
    if (ids_.empty()) return {};
    std::string joined;
    for (const std::string& id : ids_) joined += (joined.empty() ? "" : ",") + id;
    std::vector<std::pair<std::string, std::string>> all = {{"ids", std::move(joined)}};
    if (only_differences_) all.emplace_back(kShowParameter, kOnlyDifferences);
    return all;
}

std::string CompareAddress::href() const {
    std::string out(kComparePath);
    char separator = '?';
    for (const auto& [name, value] : parameters()) {
        out += separator;
        out += name + "=" + encode_query(value);
        separator = '&';
    }
    return out;
}

} // namespace trialdex::web
