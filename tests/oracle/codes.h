// Codes and truth values, and the wordings by which an expression may name them (the decision's *Codes*).
#pragma once

#include "schema/schema.h"

#include <string>
#include <string_view>
#include <vector>

namespace trialdex::oracle {

bool holds_codes(const schema::Node& node);

// Lower case, with runs of `_`, `-`, `/` and white space as one blank.
std::string code_form(std::string_view text);

// The codes of the node that go by `wording`, a code_form: that of the code itself, its classic wording or its label.
// An expression that asks a piece for anything else is wrong.
std::vector<std::string> codes_called(const schema::Node& node, std::string_view wording);

} // namespace trialdex::oracle
