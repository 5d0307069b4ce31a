// One value of a record as a reader sees it: codes in words with the code at hand, dates in words with the precision
// they have, numbers grouped, markup rendered. Nothing is made up: a value that does not fit its type is shown as it
// was written.
#pragma once

#include "schema/schema.h"
#include "study/json.h"
#include "web/html.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace trialdex::web {

// A leaf, single or list, read by `node.value`. Fits into <dd>, <td> or <p>-less places; markup brings its own blocks.
void value(Html& html, const schema::Node& node, study::Value value);

// A value that the schema does not know: scalars as text, arrays and objects as nested lists.
void unknown_value(Html& html, study::Value value);

// Plain text of a record: escaped, and with the entities that stand in some of them decoded.
void plain_text(Html& html, std::string_view text);

// The same for a narrow column: a line may end behind a stroke, as in "Black or African American/African heritage".
void breakable_text(Html& html, std::string_view text);

// "Yes", "No", or the text of what is not a boolean.
void boolean(Html& html, study::Value value);

// A code in words with the code beside it; a code that is not in the table stands alone.
void code_in_words(Html& html, const schema::EnumType& type, std::string_view code);
// The words only, for sentences; the code itself when the table has no words.
std::string_view code_label(const schema::EnumType& type, std::string_view code);

// <time>30 November 2020</time>; text that is not a date is shown as it is.
void date(Html& html, std::string_view text);

// "12,345"; anything but an optional sign and digits comes back as it was.
std::string grouped(std::string_view digits);
std::string grouped(std::uint64_t number);

// Addresses in a record (http, https) as links, anything else as text.
void web_address(Html& html, std::string_view address);

} // namespace trialdex::web
