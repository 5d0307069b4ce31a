// A record as indented text for a terminal: labels from the tables, codes in words with the code behind them.
#pragma once

#include "schema/schema.h"
#include "study/json.h"

#include <string>

namespace trialdex::cli {

// `node` is the schema's node of `value`; nullptr for the whole record and for what the tables do not know.
std::string outline(const schema::Node* node, study::Value value);

} // namespace trialdex::cli
