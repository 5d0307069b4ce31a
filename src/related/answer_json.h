// An answer on related trials as JSON, for the API and the command line alike.
#pragma once

#include "related/related.h"

#include <string>

namespace trialdex::related {

// {"nctId", "total", "lacking": [aspect], "related": [{"nctId", "briefTitle", "overallStatus", "score", "aspects":
// {aspect: 0 to 1}, "reasons": [{"kind", "text", "names"}]}], "nextPageToken"}. Without `id` for a draft; an aspect
// that could not be compared is absent; `next` is absent when empty.
std::string answer_json(const Answer& answer, const std::optional<NctId>& id, std::string_view next = {});

} // namespace trialdex::related
