// In which form records are wanted: whole or cut down to fields, markup as it is or as the classic registry sent it.
#pragma once

#include "api/exchange.h"
#include "base/result.h"
#include "study/projection.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace trialdex::api {

struct RecordForm {
    std::optional<study::NodeSet> fields; // nullopt: all
    bool legacy_markup = false;
};

// `format` must be one of `formats`; so far only the first of them, JSON, is built.
Result<void> json_only(const Request& request, std::span<const std::string_view> formats);
Result<bool> wants_legacy_markup(const Request& request);

Result<std::string> in_form(std::string json, const RecordForm& form);

} // namespace trialdex::api
