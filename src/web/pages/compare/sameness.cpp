#include "web/pages/compare/sameness.h"

#include "study/record.h"
#include "web/components/entities.h"

#include <algorithm>
#include <set>

namespace trialdex::web {

namespace {

// Two countries in another order, or a site more in one of them: only the countries and the number of sites are shown.
std::string places_key(study::Value sites) {
    std::set<std::string> countries;
    for (const study::Value site : sites) countries.insert(compared_text(site["country"].text()));
    std::string key = std::to_string(sites.size());
    for (const std::string& country : countries) key += '\n' + country;
    return key;
}

// Of an element everything counts, its description too.
std::string element_key(study::Value element) {
    if (element.is_string()) return compared_text(element.text());
    const study::Fingerprint print = study::fingerprint_of(element);
    return std::to_string(print[0]) + ":" + std::to_string(print[1]);
}

} // namespace

std::string compared_text(std::string_view text) {
    std::string out;
    for (const char c : decode_entities(text)) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        }
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string sameness_key(const ComparedRow& row, study::Value value) {
    if (!value) return {};
    if (row.form == ComparedForm::Places) return places_key(value);
    if (!value.is_array()) return element_key(value) + '\n';
    std::vector<std::string> keys;
    for (const study::Value element : value) keys.push_back(element_key(element));
    std::sort(keys.begin(), keys.end());
    std::string joined;
    for (const std::string& key : keys) joined += key + '\n';
    return joined;
}

std::string item_key(const ComparedRow& row, study::Value item) {
    return compared_text(item.is_object() && !row.name.empty() ? item[row.name].text() : item.text());
}

SharedItems::SharedItems(const ComparedRow& row, const std::vector<study::Value>& values) {
    for (const study::Value value : values) {
        std::set<std::string> keys;
        if (value.is_array()) {
            for (const study::Value item : value) keys.insert(item_key(row, item));
        } else if (value) {
            keys.insert(item_key(row, value));
        }
        for (const std::string& key : keys) ++counts_[key];
    }
}

std::size_t SharedItems::studies_with(const std::string& key) const {
    const auto found = counts_.find(key);
    return found == counts_.end() ? 0 : found->second;
}

} // namespace trialdex::web
