// What makes two values of a comparison the same: the same facts, whatever the order, the capitals and the spaces.
#pragma once

#include "study/json.h"
#include "web/pages/compare/compared_rows.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::web {

// Text without regard to capitals (of ASCII), entities and white space.
std::string compared_text(std::string_view text);

// Equal for values that say the same in `row`; empty for an absent one.
std::string sameness_key(const ComparedRow& row, study::Value value);

// The name by which an item of a list is looked for in the other studies: a text, or the naming field of a structure.
std::string item_key(const ComparedRow& row, study::Value item);

// In how many of `values` each item stands.
class SharedItems {
public:
    SharedItems(const ComparedRow& row, const std::vector<study::Value>& values);
    std::size_t studies_with(const std::string& key) const;

private:
    std::map<std::string, std::size_t> counts_;
};

} // namespace trialdex::web
