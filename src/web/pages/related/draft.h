// A study that is still being written: its record as somebody pasted or posted it. It is read, answered, and forgotten.
#pragma once

#include "api/exchange.h"
#include "base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trialdex::web {

inline constexpr std::size_t kLargestDraft =
    1024 * 1024; // bytes of its JSON; the largest real record without results has 0.4 MB
// Bytes of a POST: the draft with every byte escaped by a form, and the form's other fields.
inline constexpr std::size_t kMostPosted = 3 * kLargestDraft + 64 * 1024;

struct PostedDraft {
    std::string text;                                        // as pasted
    std::vector<std::pair<std::string, std::string>> fields; // what else the form, or the address, says
};

// From a form, where it is the field "draft", or the body itself when it is JSON.
PostedDraft posted_draft(const api::Request& request);

// The record's JSON text: what was pasted, or the one study of a page of the API. InvalidInput or TooLarge with what is
// wrong, where, and what to do.
Result<std::string> draft_record(std::string_view text);

} // namespace trialdex::web
